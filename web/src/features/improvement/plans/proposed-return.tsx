import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { FormDialog, Shape } from '../../../shared/ui';
import type { Plan } from './documents';
import { ReturnForm } from './gate-panel';
import { may, mayStep, useDecline } from './life';
import { Reason } from './life-bar';
import { shortName } from './step-path';

/** The problem came back while the effect was measured: what somebody decides about the step behind it. */
export function ProposedReturn({ plan }: { plan: Plan }) {
  const { t } = useText();
  const [open, setOpen] = useState<'accept' | 'decline'>();
  const proposed = plan.proposedReturn;
  const step = plan.steps?.find(({ code }) => code === proposed?.step);
  if (!proposed || !step) return null;
  const short = shortName(step);
  const leave = () => setOpen(undefined);
  return (
    <section className="panel part proposed-return" aria-labelledby="return-title">
      <header>
        <div>
          <h2 id="return-title">
            <Shape name="triangle" className="mark critical" /> {t('plans.life.cameBack')}
          </h2>
          <p>
            {t('plans.life.returnProposed', { step: step.name })}{' '}
            <Link className="link" to={`/desk/alerts/${proposed.alertId}`}>
              {t('plans.life.seeAlert')}
            </Link>
          </p>
        </div>
        <div className="row">
          {mayStep(step, 'RETURN') && (
            <button type="button" className="button main" onClick={() => setOpen('accept')}>
              {t('plans.page.return', { step: short })}
            </button>
          )}
          {may(plan, 'DECLINE_RETURN') && (
            <button type="button" className="button" onClick={() => setOpen('decline')}>
              {t('plans.life.keep', { step: short })}
            </button>
          )}
        </div>
      </header>
      {open === 'accept' && <ReturnForm plan={plan} step={step} short={short} onLeave={leave} />}
      {open === 'decline' && <DeclineForm plan={plan} short={short} onLeave={leave} />}
    </section>
  );
}

function DeclineForm({ plan, short, onLeave }: { plan: Plan; short: string; onLeave: () => void }) {
  const { t } = useText();
  const declining = useDecline();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('plans.life.keep', { step: short })}
      submit={t('plans.life.keep', { step: short })}
      error={declining.error}
      busy={declining.isPending}
      onSend={() =>
        declining.mutate({ planId: plan.id, reason, expectedVersion: plan.version }, { onSuccess: onLeave })
      }
      onLeave={onLeave}
    >
      <p className="muted">{t('plans.life.keepMeans')}</p>
      <Reason value={reason} onChange={setReason} />
    </FormDialog>
  );
}
