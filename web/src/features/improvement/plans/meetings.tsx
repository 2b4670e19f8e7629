import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { Icon, useTimes } from '../../../shared/ui';
import { useMinute } from '../days';
import { More } from '../more';
import { usePages } from '../pages';
import type { Plan } from './documents';

/** A daily meeting fills the side of the page within a fortnight. */
const few = 5;

/** The meetings of a plan: who was there, what was decided, which actions were born. */
export function Meetings({ plan, timeZone, mayWrite }: { plan: Plan; timeZone: string; mayWrite: boolean }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useMinute();
  const { shown, more } = usePages(plan.meetings, few);
  if (plan.meetings.length === 0 && !mayWrite) return null;
  return (
    <section className="panel part" aria-labelledby="meetings-title">
      <header>
        <h2 id="meetings-title">
          {t('plans.page.meetings')} {plan.meetings.length > 0 && <b className="count">{plan.meetings.length}</b>}
        </h2>
        {mayWrite && (
          <Link className="button quiet" to={`/desk/improvement/plans/${plan.id}/meeting`}>
            <Icon name="screen" />
            {t('meetings.holdOne')}
          </Link>
        )}
      </header>
      <ol className="steps">
        {shown.map((meeting) => (
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
      <More shown={shown.length} whole={plan.meetings.length} onMore={more} />
    </section>
  );
}
