import { useText } from '../../shared/text';
import { SeverityMark } from '../../shared/ui';
import { useAlertWords } from './alert-words';
import type { AlertCard } from './documents';

type Props = { alerts: AlertCard[]; onSame: (alertId: string) => void; onOther: () => void };

/** Without product only the person can tell whether it is the same problem: shows the open ones and asks. */
export function AlreadyOpen({ alerts, onSame, onOther }: Props) {
  const { t } = useText();
  const words = useAlertWords();
  return (
    <section className="already" aria-label={t('alerts.alreadyOpen')}>
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <button type="button" className="button large" onClick={() => onSame(alert.id)}>
              <SeverityMark severity={alert.severity} />
              <span>
                {t('alerts.same', { number: alert.number })}
                <small>
                  {words.kind(alert)}, {words.state(alert).toLocaleLowerCase()}
                  {alert.owner && ` · ${alert.owner.name}`}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button main large" onClick={onOther}>
        {t('alerts.another')}
      </button>
    </section>
  );
}
