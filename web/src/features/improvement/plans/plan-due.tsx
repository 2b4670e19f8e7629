import type { ReactNode } from 'react';
import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import { dayShort, daysBetween } from '../days';
import type { PlanRow } from './documents';

/** When the next step is due; how late it is, with its shape. */
export function PlanDue({ plan, today }: { plan: PlanRow; today: string }): ReactNode {
  const { t, language } = useText();
  if (!plan.nextDueOn || plan.state === 'CLOSED' || plan.state === 'ABANDONED') return null;
  const late = daysBetween(plan.nextDueOn, today);
  if (late <= 0)
    return (
      <span className="num">
        {late === 0
          ? t('plans.page.dueToday')
          : t('plans.page.dueOn', { day: dayShort(plan.nextDueOn, language, today) })}
      </span>
    );
  return (
    <span className="status">
      <Shape name="diamond" className="mark low" />
      <span className="word low">{t('plans.page.lateDays', { count: late })}</span>
    </span>
  );
}
