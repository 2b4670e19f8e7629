import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { AskService, Referrals } from '../dysfunctions/referrals';
import type { Plan } from './documents';
import { may, useReferPlan } from './life';

/** What support services were asked about the plan, and what they answered. */
export function PlanReferrals({ plan, timeZone }: { plan: Plan; timeZone: string }) {
  const { t } = useText();
  const [asks, setAsks] = useState(false);
  const referring = useReferPlan();
  const mayAsk = may(plan, 'REFER');
  if (plan.referrals.length === 0 && !mayAsk) return null;
  return (
    <section className="panel part" aria-labelledby="referrals-title">
      <header>
        <h2 id="referrals-title">{t('dysfunctions.page.referrals')}</h2>
        {mayAsk && (
          <button type="button" className="button quiet" onClick={() => setAsks(true)}>
            <Icon name="plus" />
            {t('plans.life.ask')}
          </button>
        )}
      </header>
      <Referrals referrals={plan.referrals} timeZone={timeZone} />
      {asks && (
        <AskService
          error={referring.error}
          busy={referring.isPending}
          onSend={(asked) => referring.mutate({ planId: plan.id, ...asked }, { onSuccess: () => setAsks(false) })}
          onLeave={() => setAsks(false)}
        />
      )}
    </section>
  );
}
