import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import type { PlanState } from './documents';

/** What waits for an answer has a colour, as has what ended well or came back; the rest is quiet. */
const looks = {
  DRAFT: ['info', 'info'],
  SUBMITTED: ['diamond', 'low'],
  RUNNING: ['square', 'excess'],
  SUSPENDED: ['unknown', 'unknown'],
  CLOSED: ['circle', 'ok'],
  ABANDONED: ['circle', 'info'],
} as const satisfies Record<PlanState, readonly [string, string]>;

export function PlanMark({ plan }: { plan: { state: PlanState; isRecurring: boolean } }) {
  const { t } = useText();
  const [shape, tone] = looks[plan.state];
  return (
    <>
      {plan.isRecurring && (
        <span className="status">
          <Shape name="octagon" className="mark stockout" />
          <span className="word stockout">{t('plans.page.recurring')}</span>
        </span>
      )}
      <span className="status">
        <Shape name={shape} className={`mark ${tone}`} />
        <span className={`word ${tone}`}>{t(`plans.state.${plan.state}`)}</span>
      </span>
    </>
  );
}
