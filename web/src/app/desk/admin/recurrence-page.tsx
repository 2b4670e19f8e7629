import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { RuleForm } from '../../../features/alerts/recurrence/rule-form';
import { rulesQuery } from '../../../features/alerts/recurrence/rules';
import { recurrencesQuery } from '../../../features/reporting/health/health';
import { useText, useTitle } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { useAdministration } from './admin-shell';

/** When a problem is called recurrent, and what that proposed so far. */
export function RecurrencePage() {
  const { t } = useText();
  const { plant } = useAdministration();
  const rules = useQuery(rulesQuery(plant.id));
  const proposals = useQuery(recurrencesQuery(plant.id));
  useTitle(t('admin.page.recurrence'));
  return (
    <>
      <header className="head">
        <h1>{t('admin.page.recurrence')}</h1>
        <p>{t('admin.recurrence.means')}</p>
      </header>
      <div className="said">
        <Trouble error={rules.error ?? proposals.error} />
      </div>
      <div className="admin halves">
        {rules.data?.map((rule) => (
          <RuleForm
            key={rule.criterion}
            plantId={plant.id}
            rule={rule}
            proposed={
              proposals.data && (
                <Link className="link" to="/desk/health">
                  {t('admin.recurrence.proposed', {
                    count: proposals.data.filter(({ criterion }) => criterion === rule.criterion).length,
                  })}
                </Link>
              )
            }
          />
        ))}
      </div>
    </>
  );
}
