import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Icon, Select, Trouble } from '../../../shared/ui';
import type { Plan } from './documents';
import { may, useAbandon, useReopen, useResume, useSuspend } from './life';
import { NextCycleForm } from './next-cycle-form';

type Open = 'suspend' | 'abandon' | 'reopen' | 'cycle';

/** What may be done with the plan as a whole: suspended, taken up again, given up, reopened, turned over to its next cycle. */
export function LifeBar({ plan }: { plan: Plan }) {
  const { t } = useText();
  const [open, setOpen] = useState<Open>();
  const resuming = useResume();
  const leave = () => setOpen(undefined);
  const order = (name: Open, look = 'button') => (
    <button type="button" className={look} onClick={() => setOpen(name)}>
      {t(`plans.life.${name}`)}
    </button>
  );
  return (
    <>
      {may(plan, 'RESUME') && (
        <button
          type="button"
          className="button main"
          disabled={resuming.isPending}
          onClick={() => resuming.mutate({ planId: plan.id, expectedVersion: plan.version })}
        >
          <Icon name="play" />
          {t('plans.life.resume')}
        </button>
      )}
      {may(plan, 'OPEN_NEXT_CYCLE') && order('cycle')}
      {may(plan, 'REOPEN') && order('reopen')}
      {may(plan, 'SUSPEND') && order('suspend')}
      {may(plan, 'ABANDON') && order('abandon')}
      <Trouble error={resuming.error} />
      {open === 'suspend' && <SuspendForm plan={plan} onLeave={leave} />}
      {open === 'abandon' && <AbandonForm plan={plan} onLeave={leave} />}
      {open === 'reopen' && <ReopenForm plan={plan} onLeave={leave} />}
      {open === 'cycle' && <NextCycleForm plan={plan} onLeave={leave} />}
    </>
  );
}

type FormProps = { plan: Plan; onLeave: () => void };

/** Why, in the words of whoever decides it. */
export function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useText();
  return (
    <Field name="reason" label={t('dysfunctions.page.reason')}>
      {(control) => (
        <textarea {...control} required rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

function SuspendForm({ plan, onLeave }: FormProps) {
  const { t } = useText();
  const suspending = useSuspend();
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState('');
  return (
    <FormDialog
      title={t('plans.life.suspend')}
      submit={t('plans.life.suspend')}
      error={suspending.error}
      busy={suspending.isPending}
      onSend={() =>
        suspending.mutate(
          { planId: plan.id, reason, reviewOn: reviewOn || null, expectedVersion: plan.version },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <p className="muted">{t('plans.life.suspendMeans')}</p>
      <Reason value={reason} onChange={setReason} />
      <Field name="reviewOn" label={t('plans.life.reviewOn')} className="short">
        {(control) => (
          <input
            {...control}
            type="date"
            required
            value={reviewOn}
            onChange={(event) => setReviewOn(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

function AbandonForm({ plan, onLeave }: FormProps) {
  const { t } = useText();
  const abandoning = useAbandon();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('plans.life.abandon')}
      submit={t('plans.life.abandon')}
      error={abandoning.error}
      busy={abandoning.isPending}
      onSend={() =>
        abandoning.mutate({ planId: plan.id, reason, expectedVersion: plan.version }, { onSuccess: onLeave })
      }
      onLeave={onLeave}
    >
      <p className="muted">{t('plans.life.abandonMeans')}</p>
      <Reason value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function ReopenForm({ plan, onLeave }: FormProps) {
  const { t } = useText();
  const reopening = useReopen();
  const [reason, setReason] = useState('');
  const [step, setStep] = useState('');
  const signed = (plan.steps ?? []).filter(({ signedAt }) => signedAt);
  return (
    <FormDialog
      title={t('plans.life.reopen')}
      submit={t('plans.life.reopen')}
      error={reopening.error}
      busy={reopening.isPending}
      onSend={() =>
        reopening.mutate(
          { planId: plan.id, step: step || null, reason, expectedVersion: plan.version },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <p className="muted">{t('plans.life.reopenMeans')}</p>
      {signed.length > 0 && (
        <Field name="step" label={t('plans.life.fromStep')}>
          {(control) => (
            <Select
              {...control}
              value={step}
              empty={t(plan.state === 'CLOSED' ? 'plans.life.lastStep' : 'plans.life.noStep')}
              mayBeEmpty
              options={signed.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setStep}
            />
          )}
        </Field>
      )}
      <Reason value={reason} onChange={setReason} />
    </FormDialog>
  );
}
