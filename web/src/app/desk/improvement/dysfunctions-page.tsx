import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DysfunctionTable } from '../../../features/improvement/dysfunctions/dysfunction-table';
import { ReportForm } from '../../../features/improvement/dysfunctions/report-form';
import { useText, useTitle } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

/** What does not work as it should, and how far it is. */
export function DysfunctionsPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const { plant } = useStanding();
  const [search] = useSearchParams();
  const alertId = search.get('alert') ?? undefined;
  const [reports, setReports] = useState(alertId !== undefined);
  useTitle(t('dysfunctions.page.dysfunctions'));
  return (
    <>
      <header className="head">
        <h1>{t('dysfunctions.page.dysfunctions')}</h1>
        <div className="end">
          <button type="button" className="button main" aria-expanded={reports} onClick={() => setReports(!reports)}>
            <Icon name={reports ? 'close' : 'plus'} />
            {t(reports ? 'common.close' : 'dysfunctions.page.report')}
          </button>
        </div>
      </header>
      {reports && (
        <section className="panel part report-part">
          <ReportForm
            plantId={plant.id}
            alertId={alertId}
            onDone={({ id }) => void navigate(`/desk/improvement/dysfunctions/${id}`)}
          />
        </section>
      )}
      <DysfunctionTable plantId={plant.id} timeZone={plant.timeZone} />
    </>
  );
}
