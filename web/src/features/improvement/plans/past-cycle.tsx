import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { useText } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import type { Plan } from './documents';
import { cycleQuery } from './life';
import { StepPanel } from './step-panel';
import { StepPath } from './step-path';

/** The cycles of a plan that has several, the present one last. */
export function Cycles({ plan, shown }: { plan: Plan; shown: number }) {
  const { t } = useText();
  if (plan.cycle < 2) return null;
  return (
    <nav className="step-tabs cycles" aria-label={t('plans.life.cycles')}>
      {Array.from({ length: plan.cycle }, (_, index) => index + 1).map((cycle) => (
        <Link
          key={cycle}
          to={cycle === plan.cycle ? '?' : `?cycle=${cycle}`}
          replace
          preventScrollReset
          aria-current={cycle === shown ? 'true' : undefined}
        >
          {t(cycle === plan.cycle ? 'plans.life.presentCycle' : 'plans.life.pastCycle', { cycle })}
        </Link>
      ))}
    </nav>
  );
}

/** A cycle that is over, as it was signed: to be read alone. */
export function PastCycle({
  plan,
  cycle,
  today,
  timeZone,
}: {
  plan: Plan;
  cycle: number;
  today: string;
  timeZone: string;
}) {
  const [search] = useSearchParams();
  const { data, error } = useQuery(cycleQuery(plan.id, cycle));
  const steps = data ?? [];
  const past: Plan = { ...plan, cycle, steps, currentStep: null };
  const chosen = steps.find(({ code }) => code === search.get('step')) ?? steps[0];
  return (
    <>
      <Trouble error={error} />
      <StepPath plan={past} chosen={chosen?.code} today={today} timeZone={timeZone} />
      <div className="main-part">
        {chosen && (
          <StepPanel
            key={`${cycle}.${chosen.code}`}
            plan={past}
            step={chosen}
            field={search.get('field') ?? undefined}
            timeZone={timeZone}
          />
        )}
      </div>
    </>
  );
}
