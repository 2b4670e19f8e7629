import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { dayShort, daysBetween } from '../days';
import type { PlanRow } from './documents';

/** Plans as bars on one scale of days: from their opening to their deadline, with today across them. */
export function TimeLine({ plans, today }: { plans: PlanRow[]; today: string }) {
  const { t, language } = useText();
  const spans = plans.map((plan) => {
    const from = plan.openedAt.slice(0, 10);
    const ends = [plan.closedAt?.slice(0, 10), plan.deadline, plan.nextDueOn].find((day) => day);
    return { plan, from, to: ends && ends > from ? ends : today > from ? today : from, isOpenEnded: !ends };
  });
  const days = [...spans.flatMap(({ from, to }) => [from, to]), today].toSorted();
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today];
  const whole = Math.max(1, daysBetween(first, last));
  const at = (day: string) => (100 * daysBetween(first, day)) / whole;
  return (
    <section className="panel time-line" style={{ '--today': `${at(today)}%` } as React.CSSProperties}>
      <p className="scale" aria-hidden="true">
        <span>{dayShort(first, language, today)}</span>
        <span>{dayShort(last, language, today)}</span>
      </p>
      <ul>
        {spans.map(({ plan, from, to, isOpenEnded }) => {
          const late = plan.nextDueOn ? daysBetween(plan.nextDueOn, today) : 0;
          return (
            <li key={plan.id}>
              <Link to={`/desk/improvement/plans/${plan.id}`}>
                <span className="num">{plan.number}</span> {plan.title}
                <small>
                  {[
                    plan.currentStep?.name ?? t(`plans.state.${plan.state}`),
                    late > 0 && t('plans.page.lateDays', { count: late }),
                    isOpenEnded
                      ? t('plans.page.noDeadline')
                      : t('plans.page.until', { day: dayShort(to, language, today) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </Link>
              <span className="track">
                <i
                  className={`bar ${plan.closedAt ? 'over' : late > 0 ? 'late' : isOpenEnded ? 'open' : ''}`}
                  style={{ left: `${at(from)}%`, width: `max(6px, ${at(to) - at(from)}%)` }}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
