import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Group, Icon, Shape } from '../../../shared/ui';
import { dayName } from '../dysfunctions/words';
import type { Plan, Step } from './documents';
import { type Check, mayStep, useHoldCheck } from './life';

type Props = { plan: Plan; step: Step; today: string };

/** The checks of the effect of a step: which were held, and which is due. */
export function Checks({ plan, step, today }: Props) {
  const { t, language } = useText();
  const [holds, setHolds] = useState<Check>();
  const checks = plan.checks.filter((check) => check.step === step.code);
  if (checks.length === 0) return null;
  const next = checks.find(({ heldOn }) => !heldOn);
  return (
    <section className="panel part checks-held" aria-labelledby="checks-title">
      <header>
        <h2 id="checks-title">{t('plans.life.checks')}</h2>
        {next && mayStep(step, 'HOLD_CHECK') && (
          <button type="button" className="button main" onClick={() => setHolds(next)}>
            {t('plans.life.holdCheck', { days: next.days })}
          </button>
        )}
      </header>
      <ol>
        {checks.map((check) => (
          <li key={check.days}>
            {check.heldOn ? (
              <Icon name={check.passed ? 'check' : 'close'} />
            ) : (
              <Shape
                name={check.dueOn < today ? 'triangle' : 'info'}
                className={check.dueOn < today ? 'mark critical' : 'mark info'}
              />
            )}
            <b>{t('plans.life.checkAt', { days: check.days })}</b>
            <span className={!check.heldOn && check.dueOn < today ? 'late' : 'muted'}>
              {check.heldOn
                ? t(check.passed ? 'plans.life.checkPassed' : 'plans.life.checkFailed', {
                    day: dayName(check.heldOn, language),
                  })
                : t(check.dueOn < today ? 'plans.life.checkLate' : 'plans.life.checkDue', {
                    day: dayName(check.dueOn, language),
                  })}
            </span>
          </li>
        ))}
      </ol>
      {holds && <CheckForm plan={plan} check={holds} onLeave={() => setHolds(undefined)} />}
    </section>
  );
}

function CheckForm({ plan, check, onLeave }: { plan: Plan; check: Check; onLeave: () => void }) {
  const { t } = useText();
  const holding = useHoldCheck();
  const [passed, setPassed] = useState<boolean>();
  const [comment, setComment] = useState('');
  const title = t('plans.life.holdCheck', { days: check.days });
  return (
    <FormDialog
      title={title}
      submit={t('plans.life.keepCheck')}
      error={holding.error}
      busy={holding.isPending || passed === undefined}
      onSend={() =>
        passed !== undefined &&
        holding.mutate(
          {
            planId: plan.id,
            step: check.step,
            days: check.days,
            passed,
            comment,
            expectedVersion: plan.version,
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <Group name="passed" label={t('plans.life.doesHold')} hint={t('plans.life.failedMeans')}>
        <div className="segments">
          {[true, false].map((each) => (
            <label key={String(each)}>
              <input type="radio" name="passed" checked={passed === each} onChange={() => setPassed(each)} />
              <span>{t(each ? 'plans.page.yes' : 'plans.page.no')}</span>
            </label>
          ))}
        </div>
      </Group>
      <Field name="comment" label={t('plans.life.seen')}>
        {(control) => (
          <textarea
            {...control}
            required
            rows={3}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
