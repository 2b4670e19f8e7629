import './alerts.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { elapsed, SeverityMark, severityLook, useTimes } from '../../shared/ui';
import { isUntaken, useAlertWords } from './alert-words';
import type { AlertCard } from './documents';

type Props = { alerts: AlertCard[]; timeZone: string; path: string; after?: (alert: AlertCard) => ReactNode };

/** Alerts as rows that lead to them: what, where, whose, since when; `after` stands under a row. */
export function AlertRows({ alerts, timeZone, path, after }: Props) {
  const { t } = useText();
  const words = useAlertWords();
  const times = useTimes(timeZone);
  const now = useNow();
  return (
    <ul className="alert-rows">
      {alerts.map((alert) => {
        const ended = alert.resolvedAt ? Date.parse(alert.resolvedAt) : undefined;
        return (
          <li key={alert.id}>
            <Link to={`${path}/${alert.id}`}>
              <SeverityMark severity={alert.severity} />
              <span>
                <strong>{words.subject(alert)}</strong>
                <small>
                  {alert.product ? `${words.kind(alert)} · ` : ''}
                  {words.where(alert)}
                </small>
              </span>
              <span className="end">
                {isUntaken(alert) ? (
                  <span className="nobody">{t('alerts.nobody')}</span>
                ) : (
                  <b>{alert.owner?.name ?? words.state(alert)}</b>
                )}
                <small className={severityLook[alert.severity].tone}>
                  {ended === undefined ? elapsed(now - Date.parse(alert.recordedAt)) : times.moment(ended, now)}
                </small>
              </span>
            </Link>
            {after?.(alert)}
          </li>
        );
      })}
    </ul>
  );
}
