import './alerts.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../../shared/api';
import { useBoardChanges, useFreshness, useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { elapsed, Icon, SeverityMark, Shape, Trouble, useTimes } from '../../shared/ui';
import { isUntaken, useAlertWords } from './alert-words';
import { type AlertCard, myWorkDocument } from './documents';

type Props = {
  meId: string;
  timeZone: string;
  /** Something else on the page is asked of me. */
  more: boolean;
};

/** The alerts that ask something of me, in order of urgency; each row is one target. */
export function WorkList({ meId, timeZone, more }: Props) {
  const { t } = useText();
  const client = useQueryClient();
  const work = useQuery({ queryKey: ['my-work'], queryFn: async () => (await ask(myWorkDocument)).myWork.alerts });
  useBoardChanges((delta) => {
    if (delta.alerts.length + delta.closedAlertIds.length > 0)
      for (const queryKey of [['my-work'], ['alerts']]) void client.invalidateQueries({ queryKey });
  });
  if (work.error && !work.data) return <Trouble error={work.error} />;
  if (!work.data) return null;
  if (work.data.length === 0)
    return more ? null : (
      <p className="nothing">
        <Shape name="circle" className="mark ok" />
        {t('alerts.nothingAsked')}
      </p>
    );
  return (
    <ul className="todo">
      {work.data.map((alert) => (
        <li key={alert.id}>
          <Row alert={alert} meId={meId} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}

function Row({ alert, meId, timeZone }: { alert: AlertCard; meId: string; timeZone: string }) {
  const { t } = useText();
  const words = useAlertWords();
  return (
    <Link to={`/a/${alert.id}`}>
      <SeverityMark severity={alert.severity} />
      <div className="what">
        <Standing alert={alert} meId={meId} />
        <When alert={alert} timeZone={timeZone} />
      </div>
      <div className="which">
        <strong>{words.subject(alert)}</strong>
        <p className="where">
          {alert.product ? `${words.kind(alert)} · ` : ''}
          {words.where(alert)}
        </p>
        {alert.conditionClearedAt && <p className="word ok">{t('alerts.clearedToClose')}</p>}
      </div>
      <Icon name="right" />
    </Link>
  );
}

function Standing({ alert, meId }: { alert: AlertCard; meId: string }) {
  const { t } = useText();
  const words = useAlertWords();
  if (alert.lineStoppedAt) return <span className="nobody">{t('alerts.lineStopped')}</span>;
  if (alert.assignment?.assignee.id === meId && !alert.assignment.confirmed)
    return <span className="nobody">{t('alerts.forYou')}</span>;
  if (isUntaken(alert)) return <span className="nobody">{t('alerts.nobody')}</span>;
  return <span>{alert.owner?.id === meId ? t(`alerts.mine.${alert.state}`) : words.state(alert)}</span>;
}

/** The time that decides: of the line's stop, of the stock-out to come, else how long it has lasted. */
function When({ alert, timeZone }: { alert: AlertCard; timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const { freshness } = useFreshness();
  if (alert.lineStoppedAt)
    return (
      <span className="num danger">
        {t('alerts.since', { instant: times.instant(Date.parse(alert.lineStoppedAt), now) })}
      </span>
    );
  if (alert.runsOutAt && Date.parse(alert.runsOutAt) > now)
    return (
      <span className={alert.severity === 'CRITICAL' || alert.severity === 'MAJOR' ? 'num danger' : 'num'}>
        {t('supply.runsOut', { moment: times.moment(Date.parse(alert.runsOutAt), now) })}
      </span>
    );
  const raised = Date.parse(alert.recordedAt);
  return (
    <span className="num">
      {freshness === 'live' || freshness === 'aging'
        ? elapsed(now - raised)
        : t('alerts.since', { instant: times.instant(raised, now) })}
    </span>
  );
}
