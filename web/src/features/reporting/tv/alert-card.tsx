import type { BoardAlert } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { quantity, Shape, severityLook, shortName } from '../../../shared/ui';
import { Fitted } from './fitted';
import { Elapsed, type TvView } from './tile';

const rank = { CRITICAL: 0, MAJOR: 1, MINOR: 2, INFORMATION: 3 };

/** Most severe first, then oldest; shelved ones last. */
export const byUrgency = (alerts: BoardAlert[]): BoardAlert[] =>
  [...alerts].sort(
    (one, other) =>
      Number(one.state === 'SHELVED') - Number(other.state === 'SHELVED') ||
      rank[one.severity] - rank[other.severity] ||
      Date.parse(one.recordedAt) - Date.parse(other.recordedAt),
  );

/** Somebody must act now. An information asks nobody. */
export const isUntaken = (alert: BoardAlert): boolean => alert.state === 'RAISED' && alert.severity !== 'INFORMATION';

export function AlertCard({ alert, view }: { alert: BoardAlert; view: TvView }) {
  const { t } = useText();
  const { shape, tone } = severityLook[alert.severity];
  const shelved = alert.state === 'SHELVED';
  const untaken = isUntaken(alert) && !view.stale;
  const line = alert.line ?? alert.place ?? alert.area;
  const station = alert.station && alert.station.name !== line?.name ? alert.station.name : undefined;
  const since = Date.parse(alert.recordedAt);
  return (
    <li className={`alert ${tone} ${shelved ? 'shelved' : ''} ${untaken ? 'untaken' : ''}`}>
      <Shape name={shape} />
      <span className="sr">{t(`alerts.severity.${alert.severity}`)}</span>
      <Fitted as="h3" text={line?.name ?? t('supply.stores')} />
      <p className="where">
        {station && <span>{station}</span>}
        {station && alert.product && <span>·</span>}
        {alert.product && <span className="cut">{alert.product.name}</span>}
        {!station && !alert.product && <span>{alert.supplierOrder ?? alert.number}</span>}
      </p>
      <What alert={alert} />
      <div className="act">
        <Owner alert={alert} view={view} />
        {!shelved &&
          (view.stale ? (
            <p className="since">
              {t('reporting.tv.since')} <b>{view.times.instant(since, view.now)}</b>
            </p>
          ) : (
            <p>
              <Elapsed since={since} now={view.now} />
            </p>
          ))}
      </div>
    </li>
  );
}

function What({ alert }: { alert: BoardAlert }) {
  const { t, language } = useText();
  const kind = t(`alerts.kind.${alert.kind}`);
  if (alert.conditionClearedAt && !alert.conditionHolds && alert.owner)
    return <p className="what">{t('reporting.tv.cleared')}</p>;
  if (alert.lineStoppedAt) return <p className="what">{t('reporting.tv.whatStopped', { what: kind })}</p>;
  if (alert.onHand === null || alert.kind === 'STOCK_OUT') return <p className="what">{kind}</p>;
  const left = t('supply.left', { onHand: quantity(alert.onHand, language), unit: alert.unit ?? '' }).trim();
  return <p className="what">{t('reporting.tv.whatLeft', { what: kind, left })}</p>;
}

function Owner({ alert, view }: { alert: BoardAlert; view: TvView }) {
  const { t } = useText();
  const { stale } = view;
  const assignee = alert.assignment && !alert.assignment.confirmed ? alert.assignment.assignee : undefined;
  const person = assignee ?? alert.owner;
  const name = person && shortName(person.name);
  if (alert.state === 'SHELVED')
    return (
      <p className="owner">
        <span>{t('alerts.state.SHELVED')}</span>
        <span>
          {alert.shelvedUntil
            ? t('reporting.tv.back', { moment: view.times.moment(Date.parse(alert.shelvedUntil), view.now) })
            : name}
        </span>
      </p>
    );
  if (isUntaken(alert))
    return (
      <p className="owner">
        <strong className="nobody">{t('reporting.tv.nobody')}</strong>
      </p>
    );
  if (assignee)
    return (
      <p className="owner">
        <span>{stale ? `${name},` : t('reporting.tv.assigned', { name })}</span>
        <span>{t('reporting.tv.notConfirmed')}</span>
      </p>
    );
  return (
    <p className="owner">
      <span className="name">
        {alert.state === 'IN_PROGRESS' && !stale ? t('reporting.tv.onSite', { name }) : name}
      </span>
    </p>
  );
}

/** The alerts that found no card: how many, and how many of them wait for somebody. */
export function MoreAlerts({ alerts, stale }: { alerts: BoardAlert[]; stale: boolean }) {
  const { t } = useText();
  const untaken = alerts.filter(isUntaken).length;
  return (
    <li className={`alert more ${untaken > 0 && !stale ? 'untaken' : ''}`}>
      <p className="count">{t('reporting.tv.more', { count: alerts.length })}</p>
      <p className="owner">
        {untaken > 0 ? (
          <strong className="nobody">{t('reporting.tv.moreUntaken', { count: untaken })}</strong>
        ) : (
          t('reporting.tv.noneToTake')
        )}
      </p>
    </li>
  );
}
