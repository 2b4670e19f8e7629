import '../dysfunctions/dysfunctions.css';
import './plans.css';
import { useSearchParams } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { dayOf, initials, useTimes } from '../../../shared/ui';
import { ActionTable } from '../actions/action-table';
import type { Plan } from './documents';
import { GatePanel } from './gate-panel';
import { IndicatorPanel } from './indicator-panel';
import { Meetings } from './meetings';
import { Standing } from './standing';
import { StepPanel } from './step-panel';
import { StepPath } from './step-path';

type Props = { plan: Plan; meId: string; timeZone: string; mayLead: boolean };

/** A plan as a guided path: where it is, what the step asks for, who is in it, what is being done. */
export function PlanBody({ plan, meId, timeZone, mayLead }: Props) {
  const [search] = useSearchParams();
  const today = dayOf(useNow(), timeZone);
  const steps = plan.steps ?? [];
  const chosen =
    steps.find(({ code }) => code === search.get('step')) ??
    steps.find(({ code }) => code === plan.currentStep?.code) ??
    steps.at(-1);
  const isNamed = plan.leader?.id === meId || plan.participants.some(({ person }) => person?.id === meId);
  const isEnded = plan.state === 'CLOSED' || plan.state === 'ABANDONED';
  const mayWrite = (mayLead || isNamed) && !isEnded;
  return (
    <div className="plan">
      <Standing plan={plan} meId={meId} timeZone={timeZone} mayLead={mayLead || isNamed} />
      <StepPath plan={plan} chosen={chosen?.code} today={today} timeZone={timeZone} />
      <div className="main-part">
        {chosen && (
          <StepPanel
            key={chosen.code}
            plan={plan}
            step={chosen}
            field={search.get('field') ?? undefined}
            timeZone={timeZone}
            mayWrite={mayWrite}
          />
        )}
        <ActionTable actions={plan.actions} plan={plan} mayAdd={mayWrite} timeZone={timeZone} />
        <IndicatorPanel plan={plan} mayWrite={mayWrite} />
      </div>
      <div className="side-part">
        {chosen && (
          <GatePanel
            key={chosen.code}
            plan={plan}
            step={chosen}
            mayReturn={(mayLead || plan.sponsor?.id === meId) && !isEnded}
          />
        )}
        <Team plan={plan} />
        <Meetings plan={plan} timeZone={timeZone} mayWrite={mayWrite} />
        <History plan={plan} timeZone={timeZone} />
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

function History({ plan, timeZone }: { plan: Plan; timeZone: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  return (
    <section className="panel part">
      <details>
        <summary>{t('dysfunctions.page.history')}</summary>
        <ol className="steps">
          {(plan.history.nodes ?? []).map((event) => (
            <li key={event.id}>
              <b>{event.text}</b>
              {event.comment && <span>{event.comment}</span>}
              <small>
                <time>{times.instant(Date.parse(event.at), now)}</time>
              </small>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
