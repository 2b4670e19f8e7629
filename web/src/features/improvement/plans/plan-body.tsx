import '../dysfunctions/dysfunctions.css';
import './plans.css';
import { useSearchParams } from 'react-router';
import { useText } from '../../../shared/text';
import { initials } from '../../../shared/ui';
import { ActionTable } from '../actions/action-table';
import { useToday } from '../days';
import { Checks } from './checks';
import { Communications, Told } from './communications';
import type { Plan } from './documents';
import { GatePanel } from './gate-panel';
import { History } from './history';
import { IndicatorPanel } from './indicator-panel';
import { may } from './life';
import { Meetings } from './meetings';
import { Cycles, PastCycle } from './past-cycle';
import { PlanReferrals } from './plan-referrals';
import { ProposedReturn } from './proposed-return';
import { Standing } from './standing';
import { StepPanel } from './step-panel';
import { StepPath } from './step-path';

type Props = { plan: Plan; meId: string; timeZone: string };

/** A plan as a guided path: where it is, what the step asks for, who is in it, what is being done. */
export function PlanBody({ plan, meId, timeZone }: Props) {
  const { t } = useText();
  const [search] = useSearchParams();
  const today = useToday(timeZone);
  const steps = plan.steps ?? [];
  const chosen =
    steps.find(({ code }) => code === search.get('step')) ??
    steps.find(({ code }) => code === plan.currentStep?.code) ??
    steps.at(-1);
  const asked = Number(search.get('cycle') ?? plan.cycle);
  const cycle = asked >= 1 && asked < plan.cycle ? asked : plan.cycle;
  const unread = plan.communications.filter(({ canRead }) => canRead);
  if (cycle !== plan.cycle)
    return (
      <div className="plan">
        <Cycles plan={plan} shown={cycle} />
        <PastCycle key={cycle} plan={plan} cycle={cycle} today={today} timeZone={timeZone} />
      </div>
    );
  return (
    <div className="plan">
      <Standing plan={plan} meId={meId} timeZone={timeZone} />
      {unread.length > 0 && (
        <section className="panel part to-read" aria-labelledby="to-read-title">
          <h2 id="to-read-title">
            {t('plans.life.toRead')} <b className="count">{unread.length}</b>
          </h2>
          <Told list={unread.slice(0, 2)} timeZone={timeZone} brief />
        </section>
      )}
      <ProposedReturn plan={plan} />
      <Cycles plan={plan} shown={cycle} />
      <StepPath plan={plan} chosen={chosen?.code} today={today} timeZone={timeZone} />
      <div className="main-part">
        {chosen && (
          <StepPanel
            key={chosen.code}
            plan={plan}
            step={chosen}
            field={search.get('field') ?? undefined}
            timeZone={timeZone}
          />
        )}
        {chosen && <Checks plan={plan} step={chosen} today={today} />}
        <ActionTable actions={plan.actions} plan={plan} mayAdd={may(plan, 'ADD_ACTION')} timeZone={timeZone} />
        <IndicatorPanel plan={plan} mayWrite={may(plan, 'RECORD_MEASURE')} />
      </div>
      <div className="side-part">
        {chosen && <GatePanel key={chosen.code} plan={plan} step={chosen} />}
        <Team plan={plan} />
        <Communications plan={plan} timeZone={timeZone} />
        <PlanReferrals plan={plan} timeZone={timeZone} />
        <Meetings plan={plan} timeZone={timeZone} mayWrite={may(plan, 'HOLD_MEETING')} />
        <History planId={plan.id} timeZone={timeZone} />
      </div>
    </div>
  );
}

function Team({ plan }: { plan: Plan }) {
  const { t } = useText();
  const people = [
    plan.sponsor && { name: plan.sponsor.name, role: plan.method.sponsorTitle, mission: '' },
    plan.leader && { name: plan.leader.name, role: t('plans.page.leader'), mission: '' },
    ...plan.participants.map(({ person, role, mission }) => ({ name: person?.name ?? '–', role, mission })),
  ].filter((person) => person !== null && person !== undefined);
  return (
    <section className="panel part">
      <header>
        <h2>{t('plans.page.team')}</h2>
      </header>
      <ul className="team">
        {people.map(({ name, role, mission }) => (
          <li key={name + role} title={mission || undefined}>
            <span className="avatar" aria-hidden="true">
              {initials(name)}
            </span>
            <span className="name">{name}</span>
            <small>{role}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
