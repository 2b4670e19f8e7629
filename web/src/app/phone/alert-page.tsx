import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { AlertBody } from '../../features/alerts/alert-body';
import { CommandBar } from '../../features/alerts/command-bar';
import { alertQuery } from '../../features/alerts/documents';
import { useBoardChanges } from '../../shared/live';
import { useText, useTitle } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { Head } from './head';
import { useStanding } from './phone-shell';

export function AlertPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { alertId = '' } = useParams();
  const client = useQueryClient();
  const alert = useQuery(alertQuery(alertId));
  useTitle(alert.data?.number ?? t('alerts.alert'));
  useBoardChanges((delta) => {
    if (delta.alerts.some(({ id }) => id === alertId) || delta.closedAlertIds.includes(alertId))
      void client.invalidateQueries({ queryKey: ['alert', alertId] });
  });
  const times =
    alert.data && alert.data.occurrenceCount > 1 ? t('alerts.times', { count: alert.data.occurrenceCount }) : undefined;
  return (
    <>
      <Head title={alert.data?.number ?? t('alerts.alert')} subtitle={times} back />
      <main className="said">
        <Trouble error={alert.error} />
        {alert.data === null && <p>{t('alerts.unknown')}</p>}
        {alert.data && <AlertBody alert={alert.data} timeZone={plant.timeZone} />}
        {alert.data && (
          <Link className="button large" to={`/report?alert=${alertId}`}>
            {t('dysfunctions.page.report')}
          </Link>
        )}
      </main>
      {alert.data && (
        <div className="thumb">
          <CommandBar alert={alert.data} plantId={plant.id} kept={[]} />
        </div>
      )}
    </>
  );
}
