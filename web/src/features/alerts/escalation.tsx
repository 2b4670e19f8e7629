import { useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, shortLeft, useTimes } from '../../shared/ui';
import { countedLevel } from './alert-words';
import type { AlertDetail } from './documents';

/** Who was called in the running round, level by level, and who is called next. */
export function Escalation({ alert, timeZone }: { alert: AlertDetail; timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const escalation = alert.escalation;
  if (!escalation) return null;
  const calls = escalation.calls.filter(({ round }) => round === escalation.round);
  if (calls.length === 0 && !escalation.nextAt) return null;
  return (
    <section className="calls" aria-label={t('alerts.calls.title')}>
      <h3>{t('alerts.calls.title')}</h3>
      <ol>
        {calls.map((call) => (
          <li key={`${call.track} ${call.loop} ${call.level}`} data-reached={call.reached || undefined}>
            <i aria-hidden="true">{call.reached ? <Icon name="check" /> : <Icon name="close" />}</i>
            <span>
              <b>{t(`alerts.calls.${call.track}`, { level: countedLevel(call.level) })}</b>{' '}
              <Names people={call.people} />
              {!call.reached && call.people.length > 0 && <small>{t('alerts.calls.unreached')}</small>}
            </span>
            <time dateTime={call.firedAt}>{times.instant(Date.parse(call.firedAt), now)}</time>
          </li>
        ))}
        {escalation.nextAt && escalation.level !== null && (
          <li className="next">
            <i aria-hidden="true" />
            <span>
              <b>{t(`alerts.calls.${escalation.track}`, { level: countedLevel(escalation.level) })}</b>{' '}
              <Names people={escalation.nextPeople} />
            </span>
            <time dateTime={escalation.nextAt}>{times.moment(Date.parse(escalation.nextAt), now)}</time>
          </li>
        )}
      </ol>
    </section>
  );
}

/** The first three, and how many more; all of them under the pointer. */
function Names({ people }: { people: { name: string }[] }) {
  const { t } = useText();
  const names = people.map(({ name }) => name);
  const more = names.length - 3;
  if (names.length === 0) return t('alerts.calls.nobody');
  if (more < 2) return names.join(', ');
  return (
    <span title={names.join(', ')}>
      {names.slice(0, 3).join(', ')} {t('alerts.calls.more', { count: more })}
    </span>
  );
}

/** The time until the next level, as one of the alert's timers. */
export function NextCall({ alert }: { alert: AlertDetail }) {
  const { t } = useText();
  const now = useNow();
  const { nextAt, level } = alert.escalation ?? {};
  if (!nextAt || level === undefined || level === null) return null;
  const left = Math.max(0, Math.ceil((Date.parse(nextAt) - now) / 1_000));
  return (
    <div>
      <b className="num">
        {left < 600
          ? `${Math.floor(left / 60)} min ${String(left % 60).padStart(2, '0')}`
          : shortLeft(Date.parse(nextAt), now, t)}
      </b>
      <span>{t('alerts.calls.before', { level: countedLevel(level) })}</span>
    </div>
  );
}
