import './alerts.css';
import { Link, useLocation } from 'react-router';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, SeverityMark, shortLeft, useTimes } from '../../shared/ui';
import { useAlertWords } from './alert-words';
import type { AlertCard } from './documents';

type Props = { alerts: AlertCard[]; timeZone: string; path: string; openAt?: boolean };

/** What sleeps, folded away until somebody looks: what it is, why, by whom, and when it comes back. */
export function ShelfList({ alerts, timeZone, path, openAt = false }: Props) {
  const { t } = useText();
  const words = useAlertWords();
  const times = useTimes(timeZone);
  const now = useNow();
  const { search } = useLocation();
  if (alerts.length === 0) return null;
  const soonest = [...alerts].sort((one, other) => ends(one) - ends(other));
  return (
    <details className="shelf" open={openAt || undefined}>
      <summary>
        <Icon name="pause" />
        <b>{t('alerts.shelf.count', { count: alerts.length })}</b>
        <span className="muted">
          {t('alerts.shelf.nextBack', { moment: times.moment(ends(soonest[0] as AlertCard), now) })}
        </span>
        <Icon name="down" />
      </summary>
      <ul>
        {soonest.map((alert) => (
          <li key={alert.id}>
            <Link to={`${path}/${alert.id}${search}`}>
              <SeverityMark severity={alert.severity} />
              <span>
                <strong>{words.subject(alert)}</strong>
                <small>
                  {alert.product ? `${words.kind(alert)} · ` : ''}
                  {words.where(alert)}
                </small>
              </span>
              <span className="why">
                {alert.shelfReason && <q>{alert.shelfReason}</q>}
                <small>
                  {[
                    alert.shelvedBy?.name,
                    alert.formerOwner &&
                      alert.formerOwner.id !== alert.shelvedBy?.id &&
                      t('alerts.shelf.keeper', { name: alert.formerOwner.name }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <span className="until">
                <b className="num">{shortLeft(ends(alert), now, t)}</b>
                <small>{times.moment(ends(alert), now)}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

const ends = (alert: AlertCard): number => Date.parse(alert.shelvedUntil ?? alert.recordedAt);
