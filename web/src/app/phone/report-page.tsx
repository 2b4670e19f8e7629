import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ReportForm } from '../../features/improvement/dysfunctions/report-form';
import { useText, useTitle } from '../../shared/text';
import { Shape } from '../../shared/ui';
import { Head } from './head';
import { useLastPlaces } from './last-places';
import { useStanding } from './phone-shell';

/** A dysfunction reported in a minute, by hand or from the alert that shows it. */
export function ReportPage() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const [search] = useSearchParams();
  const [places] = useLastPlaces(me.id);
  const [reported, setReported] = useState<{ number: string; title: string }>();
  useTitle(t('dysfunctions.page.report'));
  return (
    <>
      <Head title={t('dysfunctions.page.report')} back />
      <main className="said">
        {reported ? (
          <div className="reported" role="status">
            <Shape name="circle" className="mark ok" />
            <p className="num">{reported.number}</p>
            <p>{t('dysfunctions.page.reported', { title: reported.title })}</p>
            <Link className="button main large" to="/" replace>
              {t('alerts.finished')}
            </Link>
          </div>
        ) : (
          <ReportForm
            plantId={plant.id}
            alertId={search.get('alert') ?? undefined}
            placeId={places[0]}
            onDone={setReported}
          />
        )}
      </main>
    </>
  );
}
