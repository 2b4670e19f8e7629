import './alerts.css';
import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { elapsed, Icon, quantity, SeverityMark, severityLook, shortLeft, useTimes } from '../../shared/ui';
import { isUntaken, useAlertWords } from './alert-words';
import type { AlertDetail } from './documents';
import { Escalation, NextCall } from './escalation';
import { Timeline } from './timeline';

const path = ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED'] as const;

/** An alert as phone and desk show it: what and where, how far it is, its timers, who has it, and what happened. */
export function AlertBody({ alert, timeZone }: { alert: AlertDetail; timeZone: string }) {
  const { t, language } = useText();
  const words = useAlertWords();
  const times = useTimes(timeZone);
  const now = useNow();
  const raised = Date.parse(alert.recordedAt);
  const ended = alert.state === 'RESOLVED' || alert.state === 'CLOSED' || alert.state === 'CANCELLED';
  const reached = alert.state === 'CLOSED' ? 3 : path.indexOf(alert.state as (typeof path)[number]);
  const empties = alert.runsOutAt && !ended ? Date.parse(alert.runsOutAt) : 0;
  const runsOut = empties > now ? empties : undefined;
  return (
    <div className="alert-body">
      <header>
        <p className="status">
          <SeverityMark severity={alert.severity} silent />
          <span className={`word ${severityLook[alert.severity].tone}`}>{t(`alerts.severity.${alert.severity}`)}</span>
          <span>{words.kind(alert)}</span>
        </p>
        <h2>{words.subject(alert)}</h2>
        <p className="muted">
          {words.where(alert)}
          {alert.product && <span className="num"> · {alert.product.code}</span>}
        </p>
        {alert.description && <p>{alert.description}</p>}
      </header>
      {alert.state === 'SHELVED' && alert.shelvedUntil && (
        <p className="asleep">
          <Icon name="pause" />
          <span>
            <b>{t('alerts.shelf.asleep', { moment: times.moment(Date.parse(alert.shelvedUntil), now) })}</b>
            {alert.shelfReason && <q>{alert.shelfReason}</q>}
            <small>
              {alert.shelvedBy && t('alerts.shelf.by', { name: alert.shelvedBy.name })}
              {alert.formerOwner &&
                alert.formerOwner.id !== alert.shelvedBy?.id &&
                ` · ${t('alerts.shelf.keeper', { name: alert.formerOwner.name })}`}
            </small>
          </span>
        </p>
      )}
      <ol className="path" aria-label={t('alerts.progress')}>
        {path.map((state, index) => (
          <li
            key={state}
            data-done={index < reached || undefined}
            aria-current={index === reached ? 'step' : undefined}
          >
            {t(`alerts.step.${state}`)}
          </li>
        ))}
      </ol>
      <div className="timers">
        <div>
          <b className="num">
            {ended
              ? times.instant(Date.parse(alert.resolvedAt ?? alert.closedAt ?? alert.recordedAt), now)
              : elapsed(now - raised)}
          </b>
          <span>{ended ? words.state(alert) : t('alerts.since', { instant: times.instant(raised, now) })}</span>
        </div>
        {runsOut !== undefined && (
          <div>
            <b className="num danger">{shortLeft(runsOut, now, t)}</b>
            <span>{t('alerts.beforeStockOut', { moment: times.moment(runsOut, now) })}</span>
          </div>
        )}
        {alert.onHand !== null && (
          <div>
            <b className="num">{quantity(alert.onHand, language)}</b>
            <span>{t('alerts.leftOnHand', { unit: alert.unit ?? '' })}</span>
          </div>
        )}
        {!ended && <NextCall alert={alert} />}
      </div>
      <dl className="facts">
        <dt>{t('alerts.owner')}</dt>
        <dd>{isUntaken(alert) ? <span className="nobody">{t('alerts.nobody')}</span> : <Owner alert={alert} />}</dd>
        {alert.lineStoppedAt && (
          <>
            <dt>{t('alerts.line')}</dt>
            <dd>
              <span className="nobody">{t('alerts.lineStopped')}</span>{' '}
              <span className="num">{elapsed(now - Date.parse(alert.lineStoppedAt))}</span>
            </dd>
          </>
        )}
        {alert.isChattering && !ended && (
          <>
            <dt>{t('alerts.chatter')}</dt>
            <dd>{t('alerts.chattering')}</dd>
          </>
        )}
        {alert.expectedAt && !ended && (
          <>
            <dt>{t('alerts.expected')}</dt>
            <dd>{times.moment(Date.parse(alert.expectedAt), now)}</dd>
          </>
        )}
        {alert.conditionClearedAt && !ended && (
          <>
            <dt>{t('alerts.condition')}</dt>
            <dd className="word ok">{t('alerts.clearedToClose')}</dd>
          </>
        )}
        {alert.resolution && (
          <>
            <dt>{t('alerts.done')}</dt>
            <dd>{alert.resolution}</dd>
          </>
        )}
      </dl>
      {!ended && <Escalation alert={alert} timeZone={timeZone} />}
      <Timeline entries={alert.timeline} timeZone={timeZone} />
    </div>
  );
}

function Owner({ alert }: { alert: AlertDetail }) {
  const { t } = useText();
  if (alert.assignment && !alert.assignment.confirmed)
    return <>{t('alerts.assignedUnconfirmed', { name: alert.assignment.assignee.name })}</>;
  return <>{alert.owner?.name ?? '–'}</>;
}
