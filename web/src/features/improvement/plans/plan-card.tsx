import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import type { PlanRow } from './documents';
import { PlanDue } from './plan-due';
import { PlanMark } from './plan-mark';

/** A plan on the board. */
export function PlanCard({ plan, today, showsState }: { plan: PlanRow; today: string; showsState: boolean }) {
  const { t } = useText();
  return (
    <Link className="panel plan-card" to={`/desk/improvement/plans/${plan.id}`}>
      <small>
        {plan.method.name} <span className="num">{plan.number}</span>
      </small>
      <strong>{plan.title}</strong>
      <p>
        {plan.leader?.name ?? '–'}
        {plan.area && ` · ${plan.area.name}`}
      </p>
      <p className="marks">
        {showsState || plan.isRecurring ? <PlanMark plan={plan} /> : null}
        {!showsState && plan.currentStep && plan.state !== 'CLOSED' && <b>{plan.currentStep.name}</b>}
        <PlanDue plan={plan} today={today} />
      </p>
      {plan.state === 'SUBMITTED' && <p>{t('plans.page.waitsFor', { name: plan.sponsor?.name ?? '–' })}</p>}
    </Link>
  );
}
