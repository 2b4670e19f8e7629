import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { TakeRecurrence } from '../../features/improvement/dysfunctions/take-recurrence';
import { AlarmHealth } from '../../features/reporting/health/alarm-health';
import { Recurrences, Thresholds } from '../../features/reporting/health/proposals';
import { permissionsQuery } from '../../shared/api';
import { useText, useTitle } from '../../shared/text';
import { Icon } from '../../shared/ui';
import { useStanding } from './desk-shell';

const periods = [7, 30, 90];

/** How healthy the alerts are, and what is proposed so that they get healthier. */
export function HealthPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { data: permissions } = useQuery(permissionsQuery(plant.id));
  const mayAdminister = permissions?.includes('ADMINISTER') ?? false;
  const days = periods.find((each) => String(each) === search.get('days')) ?? 30;
  useTitle(t('health.title'));
  return (
    <>
      <header className="head">
        <h1>{t('health.title')}</h1>
        <div className="end">
          <label className="filter">
            <span className="sr">{t('health.period')}</span>
            <select value={days} onChange={(event) => setSearch({ days: event.target.value }, { replace: true })}>
              {periods.map((each) => (
                <option key={each} value={each}>
                  {t('health.days', { count: each })}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </label>
        </div>
      </header>
      <div className="health">
        <Recurrences
          plantId={plant.id}
          timeZone={plant.timeZone}
          mayLead={permissions?.includes('LEAD_ALERT') ?? false}
          mayAdminister={mayAdminister}
          take={(id) => (
            <TakeRecurrence
              recurrenceId={id}
              onDone={(dysfunctionId) => void navigate(`/desk/improvement/dysfunctions/${dysfunctionId}`)}
            />
          )}
        />
        <Thresholds plantId={plant.id} mayAdminister={mayAdminister} />
        <AlarmHealth key={days} plantId={plant.id} timeZone={plant.timeZone} days={days} />
      </div>
    </>
  );
}
