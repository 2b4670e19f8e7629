import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Icon, Select, Shape, Trouble } from '../../../shared/ui';
import type { Finding, Plan, Step } from './documents';
import { mayStep } from './life';
import { useReturn, useSign } from './plans';
import { useStepLink } from './step-link';
import { shortName } from './step-path';

type Props = { plan: Plan; step: Step };

/** What the gate of a step asks for, each with the way to its field; and the signature once nothing is missing. */
export function GatePanel({ plan, step }: Props) {
  const { t } = useText();
  const signing = useSign();
  const navigate = useNavigate();
  const [into, setInto] = useState('');
  const [returns, setReturns] = useState(false);
  const missing = step.gate.filter(({ holds }) => !holds);
  const short = shortName(step);
  const isSigned = step.state === 'SIGNED';
  return (
    <section className="panel part gate" aria-labelledby="gate-title">
      <header>
        <h2 id="gate-title">
          {isSigned
            ? t('plans.page.gateSigned', { step: short, name: step.signedBy?.name ?? '–' })
            : missing.length === 0
              ? t('plans.page.gateHolds', { step: short })
              : t('plans.page.gateMisses', { step: short, count: missing.length })}
        </h2>
      </header>
      {step.gate.length > 0 && (
        <ul aria-live="polite">
          {missing.map((finding) => (
            <li key={finding.rule + finding.field + finding.says} className="missing">
              <Shape name="octagon" className="mark info" />
              <p>
                <b>{finding.says}</b>
                <ToField plan={plan} finding={finding} />
              </p>
            </li>
          ))}
          {step.gate
            .filter(({ holds, rule }) => holds && rule !== 'filled')
            .map((finding) => (
              <li key={finding.rule + finding.field + finding.says}>
                <Icon name="check" />
                <p>{finding.says}</p>
              </li>
            ))}
        </ul>
      )}
      {step.returns.length > 0 && (
        <details>
          <summary>{t('plans.page.returned', { count: step.returns.length })}</summary>
          {step.returns.map(({ reason, by, at }) => (
            <p key={at} className="words">
              <b>{by?.name ?? '–'}</b> {reason}
            </p>
          ))}
        </details>
      )}
      <Trouble error={signing.error} />
      {step.turnsInto && mayStep(step, 'SIGN') && (
        <Field name="turnInto" label={t('plans.life.turnInto')}>
          {(control) => (
            <Select
              {...control}
              value={into}
              empty={t('plans.life.simpleAction')}
              mayBeEmpty
              options={step.turnsInto?.map(({ code, name }) => ({ value: code, label: name })) ?? []}
              onChange={setInto}
            />
          )}
        </Field>
      )}
      {!isSigned && !mayStep(step, 'SIGN') && step.whyNot && <p className="muted">{step.whyNot}</p>}
      {mayStep(step, 'SIGN') && (
        <>
          {step.turnsInto && <p className="muted">{t(into ? 'plans.life.turnsMeans' : 'plans.life.closesMeans')}</p>}
          <button
            type="button"
            className="button main sign"
            disabled={!step.canSign || signing.isPending}
            onClick={() =>
              signing.mutate(
                {
                  planId: plan.id,
                  step: step.code,
                  expectedVersion: plan.version,
                  ...(step.turnsInto && into && { turnInto: into }),
                },
                { onSuccess: ({ next }) => next && void navigate(`/desk/improvement/plans/${next.id}`) },
              )
            }
          >
            <Icon name={step.canSign ? 'check' : 'lock'} />
            {t(step.turnsInto ? 'plans.life.signAndClose' : 'plans.page.sign', { step: short })}
          </button>
        </>
      )}
      {mayStep(step, 'RETURN') && (
        <button type="button" className="button" onClick={() => setReturns(true)}>
          {t('plans.page.return', { step: short })}
        </button>
      )}
      {returns && <ReturnForm plan={plan} step={step} short={short} onLeave={() => setReturns(false)} />}
    </section>
  );
}

function ToField({ plan, finding }: { plan: Plan; finding: Finding }) {
  const { t } = useText();
  const link = useStepLink();
  const [code, field] = finding.field?.split('.') ?? [];
  const found = plan.steps?.find((each) => each.code === code)?.fields.find((each) => each.code === field);
  if (!found || !code) return null;
  return (
    <Link className="link" to={link(code, field)} replace preventScrollReset>
      {t('plans.page.goTo', { field: found.name })}
    </Link>
  );
}

export function ReturnForm({
  plan,
  step,
  short,
  onLeave,
}: {
  plan: Plan;
  step: Step;
  short: string;
  onLeave: () => void;
}) {
  const { t } = useText();
  const returning = useReturn();
  const [reason, setReason] = useState('');
  const dependent = (plan.steps ?? []).filter(
    ({ dependsOn, state }) => state === 'SIGNED' && dependsOn.includes(step.code),
  );
  return (
    <FormDialog
      title={t('plans.page.return', { step: short })}
      submit={t('plans.page.return', { step: short })}
      error={returning.error}
      busy={returning.isPending}
      onSend={() =>
        returning.mutate(
          { planId: plan.id, step: step.code, reason, expectedVersion: plan.version },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <p className="muted">
        {t('plans.page.returnMeans')}
        {dependent.length > 0 &&
          ` ${t('plans.page.returnReopens', { steps: dependent.map(({ name }) => name).join(', ') })}`}
      </p>
      <Field name="reason" label={t('dysfunctions.page.reason')}>
        {(control) => (
          <textarea {...control} required rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
