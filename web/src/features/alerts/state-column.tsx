import { Link, useLocation } from 'react-router';
import { useFreshness, useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { elapsed, initials, SeverityMark, Shape, severityLook, useTimes } from '../../shared/ui';
import { isUntaken, useAlertWords } from './alert-words';
import type { AlertCard } from './documents';

type Column = 'RAISED' | 'ACKNOWLEDGED' | 'IN_PROGRESS' | 'RESOLVED';
type Props = { state: Column; alerts: AlertCard[]; selectedId: string | undefined; timeZone: string };

/** The alerts of one state, each a card; the time is that of the state. */
export function StateColumn({ state, alerts, selectedId, timeZone }: Props) {
  const { t } = useText();
  return (
    <section className="state" aria-label={t(`alerts.column.${state}`)}>
      <h2>
        {t(`alerts.column.${state}`)} <b>{alerts.length}</b>
      </h2>
      <p>{t(`alerts.columnTime.${state}`)}</p>
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <Card alert={alert} state={state} selected={alert.id === selectedId} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({
  alert,
  state,
  selected,
  timeZone,
}: {
  alert: AlertCard;
  state: Column;
  selected: boolean;
  timeZone: string;
}) {
  const { t } = useText();
  const words = useAlertWords();
  const times = useTimes(timeZone);
  const now = useNow();
  const { freshness } = useFreshness();
  const { search } = useLocation();
  const since = {
    RAISED: alert.recordedAt,
    ACKNOWLEDGED: alert.acknowledgedAt,
    IN_PROGRESS: alert.startedAt,
    RESOLVED: alert.resolvedAt,
  }[state];
  const instant = Date.parse(since ?? alert.recordedAt);
  const counts = state !== 'RESOLVED' && (freshness === 'live' || freshness === 'aging');
  return (
    <Link
      id={`alert-${alert.id}`}
      className={state === 'RESOLVED' ? 'card done' : 'card'}
      to={`/desk/alerts/${alert.id}${search}`}
      aria-current={selected || undefined}
    >
      <div>
        <span className="status">
          <SeverityMark severity={alert.severity} silent />
          <span className={`word ${severityLook[alert.severity].tone}`}>{t(`alerts.severity.${alert.severity}`)}</span>
        </span>
        <time dateTime={since ?? alert.recordedAt}>{counts ? elapsed(now - instant) : times.moment(instant, now)}</time>
      </div>
      <h3>{words.subject(alert)}</h3>
      {(alert.product || alert.supplierOrder) && (
        <p>
          <b>{words.kind(alert)}</b>
        </p>
      )}
      {alert.runsOutAt && Date.parse(alert.runsOutAt) > now && state !== 'RESOLVED' && (
        <p className="when">{t('supply.runsOut', { moment: times.moment(Date.parse(alert.runsOutAt), now) })}</p>
      )}
      <p>{words.where(alert)}</p>
      {alert.lineStoppedAt && (
        <p className="stopped">
          <span>{t('alerts.lineStopped')}</span>
          <span className="num">{elapsed(now - Date.parse(alert.lineStoppedAt))}</span>
        </p>
      )}
      <footer>
        <Holder alert={alert} />
        {alert.conditionClearedAt && state !== 'RESOLVED' && (
          <span className="status word ok">
            <Shape name="circle" className="mark ok" />
            {t('alerts.clearedToClose')}
          </span>
        )}
      </footer>
    </Link>
  );
}

function Holder({ alert }: { alert: AlertCard }) {
  const { t } = useText();
  if (isUntaken(alert)) return <span className="nobody">{t('alerts.nobody')}</span>;
  const person = alert.owner ?? alert.assignment?.assignee;
  if (!person) return alert.causeCode === 'cleared-untaken' ? <span>{t('alerts.clearedAlone')}</span> : null;
  return (
    <>
      <span className="person">
        <span className="avatar" aria-hidden="true">
          {initials(person.name)}
        </span>
        <span className="name">{person.name}</span>
      </span>
      {alert.assignment && !alert.assignment.confirmed && <span className="muted">{t('alerts.toConfirm')}</span>}
    </>
  );
}
