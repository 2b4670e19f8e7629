import { useEffect } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import type { Plan, PlanField, Step } from './documents';
import { FieldBox } from './field-box';
import { mayStep } from './life';
import { useStepLink } from './step-link';
import { wideTypes } from './values';

type Props = { plan: Plan; step: Step; field: string | undefined; timeZone: string };

/** The chosen step: its analyses as tabs, and its plain fields on one sheet. */
export function StepPanel({ plan, step, field, timeZone }: Props) {
  const { t } = useText();
  const link = useStepLink();
  const wide = step.fields.filter(({ type }) => wideTypes.includes(type));
  const sheet = step.fields.filter(({ type }) => !wideTypes.includes(type));
  const open = step.gate
    .find(({ holds, field: at }) => !holds && at?.startsWith(`${step.code}.`))
    ?.field?.split('.')[1];
  const asked = field ?? open;
  const chosen: PlanField | undefined =
    wide.find(({ code }) => code === asked) ??
    (sheet.some(({ code }) => code === asked) || sheet.length > 0 ? undefined : wide[0]);
  const readOnly = !mayStep(step, 'FILL');
  useEffect(() => {
    if (!field) return;
    const box = document.getElementById(`field-${field}`);
    const control = box?.querySelector<HTMLElement>('textarea, input, select, [tabindex="0"], button') ?? box;
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'nearest' });
  }, [field]);
  const tab = (code: string, name: string, on: boolean) => (
    <Link key={code} to={link(step.code, code)} replace preventScrollReset aria-current={on ? 'true' : undefined}>
      {name}
    </Link>
  );
  return (
    <section className="panel part step-panel" aria-labelledby="step-title">
      <header>
        <h2 id="step-title">{step.name}</h2>
        {wide.length > 0 && step.fields.length > 1 && (
          <nav className="step-tabs" aria-label={t('plans.page.parts')}>
            {sheet[0] && tab(sheet[0].code, t('plans.page.sheet'), chosen === undefined)}
            {wide.map(({ code, name }) => tab(code, name, chosen?.code === code))}
          </nav>
        )}
      </header>
      <p className="muted">{step.purpose}</p>
      {chosen ? (
        <FieldBox
          key={`${plan.cycle}.${step.code}.${chosen.code}`}
          {...{ plan, step, timeZone, readOnly }}
          field={chosen}
          silent={chosen.type === 'TREE'}
        />
      ) : (
        <div className="field-sheet">
          {sheet.map((each) => (
            <FieldBox
              key={`${plan.cycle}.${step.code}.${each.code}`}
              {...{ plan, step, timeZone, readOnly }}
              field={each}
            />
          ))}
          {sheet.length === 0 && <p className="none">{t('plans.page.noFields')}</p>}
        </div>
      )}
    </section>
  );
}
