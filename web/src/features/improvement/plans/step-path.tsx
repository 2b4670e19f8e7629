import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { dayOf, Icon, type IconName, Shape } from '../../../shared/ui';
import { dayShort, daysBetween } from '../days';
import type { Plan, Step } from './documents';
import { useStepLink } from './step-link';

type Props = { plan: Plan; chosen: string | undefined; today: string; timeZone: string };

/** The way through the method: what is signed, where the plan is, what may be prepared already. */
export function StepPath({ plan, chosen, today, timeZone }: Props) {
  const { t } = useText();
  const link = useStepLink();
  const path = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the step that is chosen stands beyond the edge: the path alone is moved, not the page.
    const step = path.current?.querySelector<HTMLElement>(`[data-step="${chosen}"]`);
    if (path.current && step)
      path.current.scrollLeft = step.offsetLeft - (path.current.clientWidth - step.clientWidth) / 2;
  }, [chosen]);
  return (
    <nav ref={path} className="panel step-path" aria-label={t('plans.page.path')}>
      <ol>
        {(plan.steps ?? []).map((step, index, all) => {
          const look = lookOf(plan, step);
          return (
            <li key={step.code} className={look} data-step={step.code}>
              <Link
                to={link(step.code)}
                replace
                preventScrollReset
                aria-current={step.code === chosen ? 'step' : undefined}
              >
                <span className="ball">
                  {step.state === 'SUSPENDED' ? (
                    <Shape name="triangle" className="mark critical" />
                  ) : look === 'now' ? (
                    <b>{shortName(step) === step.code ? step.code : index + 1}</b>
                  ) : (
                    <Icon name={icons[look]} />
                  )}
                </span>
                <strong>{step.name}</strong>
                <When plan={plan} step={step} before={all[index - 1]} today={today} timeZone={timeZone} />
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** `D4` where the name begins with it; else the whole name. */
export const shortName = ({ code, name }: Pick<Step, 'code' | 'name'>): string =>
  code.length <= 3 && name.startsWith(code) ? code : name;

type Look = 'signed' | 'now' | 'prepared' | 'locked';
const icons: Record<Look, IconName> = { signed: 'check', now: 'pen', prepared: 'pen', locked: 'lock' };

function lookOf(plan: Plan, step: Step): Look {
  if (step.state === 'SIGNED') return 'signed';
  if (step.code === plan.currentStep?.code || step.state === 'SUSPENDED') return 'now';
  return step.fields.some(({ value }) => value !== null && value !== undefined) ? 'prepared' : 'locked';
}

type WhenProps = { plan: Plan; step: Step; before: Step | undefined; today: string; timeZone: string };

/** Where the step is, in words: signed on, due on, or after which it comes. */
function When({ plan, step, before, today, timeZone }: WhenProps) {
  const { t, language } = useText();
  const on = (day: string) => dayShort(day, language);
  if (step.state === 'SIGNED' && step.signedAt)
    return <small>{t('plans.page.signedOn', { day: on(dayOf(Date.parse(step.signedAt), timeZone)) })}</small>;
  if (step.state === 'SUSPENDED') return <small className="late">{t('plans.stepState.SUSPENDED')}</small>;
  const isNow = step.code === plan.currentStep?.code;
  if (step.dueOn && plan.state !== 'CLOSED' && plan.state !== 'ABANDONED') {
    const late = daysBetween(step.dueOn, today);
    if (late > 0) return <small className="late">{t('plans.page.lateDays', { count: late })}</small>;
    if (isNow)
      return (
        <small className="now">
          {late === 0 ? t('plans.page.dueToday') : t('plans.page.dueOn', { day: on(step.dueOn) })}
        </small>
      );
    return (
      <small>
        {t(lookOf(plan, step) === 'prepared' ? 'plans.page.preparedFor' : 'plans.page.dueOn', { day: on(step.dueOn) })}
      </small>
    );
  }
  return (
    <small>
      {before && before.state !== 'SIGNED'
        ? t('plans.page.afterStep', { step: shortName(before) })
        : t(`plans.stepState.${step.state}`)}
    </small>
  );
}
