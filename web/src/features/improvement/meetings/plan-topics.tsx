import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { dayOf, Icon, Select, Shape, shortLeft, useTimes } from '../../../shared/ui';
import { ActionState } from '../actions/action-state';
import { dayShort, daysBetween } from '../days';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { MeetingPlan } from './documents';
import { useKeys } from './keys';
import type { TopicProps } from './meeting-view';

/** Who has a part in the plan, each once. */
export const teamOf = ({ leader, sponsor, participants }: MeetingPlan): { id: string; name: string }[] => {
  const named = [leader, sponsor, ...participants.map(({ person }) => person)].flatMap((person) => person ?? []);
  return named.filter(({ id }, index) => named.findIndex((each) => each.id === id) === index);
};

const lengths = [5, 10, 15, 30];

/** Who is there, one press each, and how long they give themselves. */
export function PresentTopic({ plan, held: { draft, change } }: TopicProps) {
  const { t } = useText();
  const people = useQuery(peopleQuery(plan.plantId)).data ?? [];
  const [guests, setGuests] = useState<string[]>([]);
  const team = teamOf(plan);
  const others = people.filter(
    ({ id }) => [...guests, ...draft.present].includes(id) && !team.some((each) => each.id === id),
  );
  const shown = [...team, ...others];
  const toggle = (id: string) => {
    setGuests((before) => [...before, id]);
    change({
      present: draft.present.includes(id) ? draft.present.filter((each) => each !== id) : [...draft.present, id],
    });
  };
  useKeys((key) => {
    const person = /^[1-9]$/.test(key) ? shown[Number(key) - 1] : undefined;
    if (person) toggle(person.id);
    return person !== undefined;
  });
  return (
    <div className="present-topic">
      <ul className="presents">
        {shown.map(({ id, name }, index) => (
          <li key={id}>
            <button type="button" aria-pressed={draft.present.includes(id)} onClick={() => toggle(id)}>
              <span className="tick">
                {draft.present.includes(id) ? <Icon name="check" /> : index < 9 && index + 1}
              </span>
              <span>{name}</span>
            </button>
          </li>
        ))}
        <li>
          <Select
            aria-label={t('meetings.somebodyElse')}
            value=""
            empty={t('meetings.somebodyElse')}
            options={people
              .filter(({ id }) => !shown.some((each) => each.id === id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={toggle}
          />
        </li>
      </ul>
      <fieldset className="lengths">
        <legend>{t('meetings.planned')}</legend>
        <div className="options">
          {lengths.map((minutes) => (
            <label key={minutes}>
              <input
                type="radio"
                name="planned"
                checked={draft.planned === minutes}
                onChange={() => change({ planned: minutes })}
              />
              <span>{t('meetings.minutes', { count: minutes })}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Its step, what the gate lacks, its dates. */
export function StandingTopic({ plan, timeZone }: TopicProps) {
  const { t, language } = useText();
  const now = useNow();
  const today = dayOf(now, timeZone);
  const drifts = plan.actions.filter(({ isDrift }) => isDrift).length;
  const step = plan.currentStep;
  const late = step?.dueOn ? daysBetween(step.dueOn, today) : 0;
  return (
    <div className="standing-topic">
      <ol className="step-row">
        {plan.steps?.map(({ code, name, state }) => (
          <li key={code} className={state === 'SIGNED' ? 'signed' : code === step?.code ? 'now' : ''} title={name}>
            {state === 'SIGNED' && <Icon name="check" />}
            {code}
            <span className="sr">{t(`plans.stepState.${state}`)}</span>
          </li>
        ))}
      </ol>
      {step && (
        <p className="lead">
          <strong>{step.name}</strong> <span>{step.purpose}</span>
        </p>
      )}
      {step && (
        <ul className="lacks">
          {plan.missing.map(({ rule, says }) => (
            <li key={rule}>
              <Shape name="diamond" className="mark low" />
              <span>{says}</span>
            </li>
          ))}
          {plan.missing.length === 0 && (
            <li>
              <Shape name="circle" className="mark ok" />
              <span>{t('plans.page.gateHolds', { step: step.code })}</span>
            </li>
          )}
        </ul>
      )}
      <dl className="facts">
        {step?.dueOn && (
          <Fact name={t('meetings.stepDue')} mark={late > 0}>
            {late > 0 ? t('plans.page.lateDays', { count: late }) : dayShort(step.dueOn, language, today)}
          </Fact>
        )}
        {plan.deadline && <Fact name={t('meetings.deadline')}>{dayShort(plan.deadline, language, today)}</Fact>}
        <Fact name={t('meetings.drifts')} mark={drifts > 0}>
          {String(drifts)}
        </Fact>
        {plan.levelName && <Fact name={t('meetings.level')}>{plan.levelName}</Fact>}
        {plan.promotesAt && <Fact name={t('meetings.promotes')}>{shortLeft(Date.parse(plan.promotesAt), now, t)}</Fact>}
        <Fact name={plan.method.sponsorTitle}>{plan.sponsor?.name ?? '–'}</Fact>
        <Fact name={t('plans.page.column.leader')}>{plan.leader?.name ?? '–'}</Fact>
      </dl>
    </div>
  );
}

const Fact = ({ name, mark = false, children }: { name: string; mark?: boolean; children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {mark && <Shape name="diamond" className="mark low" />}
      {children}
    </dd>
  </div>
);

/** What the last meeting decided, and how far it is. */
export function BeforeTopic({ plan, timeZone }: TopicProps) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const [last] = plan.meetings;
  if (!last) return <p className="lead muted">{t('meetings.first')}</p>;
  const born = plan.actions.filter(({ id }) => last.actions.some((each) => each.id === id));
  return (
    <div className="before-topic">
      <p className="muted">
        {times.instant(Date.parse(last.heldAt), now)} · {t('meetings.minutes', { count: last.minutes })} ·{' '}
        {last.present.map(({ name }) => name).join(', ')}
      </p>
      {last.decisions.length > 0 && (
        <ul className="said-list">
          {last.decisions.map((decision) => (
            <li key={decision}>{decision}</li>
          ))}
        </ul>
      )}
      {last.decisions.length === 0 && <p className="lead muted">{t('meetings.nothingDecided')}</p>}
      {born.length > 0 && (
        <ul className="turns">
          {born.map((action) => (
            <li key={action.id} className="panel">
              <strong>{action.what}</strong>
              <span>{action.owner?.name}</span>
              <ActionState action={action} today={dayOf(now, timeZone)} />
            </li>
          ))}
        </ul>
      )}
      {last.notes && <p className="words">{last.notes}</p>}
    </div>
  );
}
