import { Link } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { Icon, useTimes } from '../../../shared/ui';
import type { Plan } from './documents';

/** The meetings of a plan: who was there, what was decided, which actions were born. */
export function Meetings({ plan, timeZone, mayWrite }: { plan: Plan; timeZone: string; mayWrite: boolean }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  if (plan.meetings.length === 0 && !mayWrite) return null;
  return (
    <section className="panel part" aria-labelledby="meetings-title">
      <header>
        <h2 id="meetings-title">{t('plans.page.meetings')}</h2>
        {mayWrite && (
          <Link className="button quiet" to={`/desk/improvement/plans/${plan.id}/meeting`}>
            <Icon name="screen" />
            {t('meetings.holdOne')}
          </Link>
        )}
      </header>
      <ol className="steps">
        {plan.meetings.map((meeting) => (
          <li key={meeting.id}>
            <b>
              <time>{times.instant(Date.parse(meeting.heldAt), now)}</time>, {meeting.minutes} min
            </b>
            <small>{meeting.present.map(({ name }) => name).join(', ')}</small>
            {meeting.notes && <span>{meeting.notes}</span>}
            {meeting.decisions.map((decision) => (
              <span key={decision}>→ {decision}</span>
            ))}
            {meeting.actions.map(({ id, number, what }) => (
              <span key={id}>
                <span className="num">{number}</span> {what}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
