import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { clock, newClientId } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { addDays, dayOf, Icon, Select } from '../../../shared/ui';
import { type ActionKind, actionKinds } from '../actions/documents';
import { dayShort } from '../days';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { Draft } from './draft';
import type { TopicProps } from './meeting-view';
import { teamOf } from './plan-topics';

/** What is decided, and the actions born of it: each is one line and Enter. */
export function BornTopic({ plan, held: { draft, change }, timeZone }: TopicProps) {
  const { t, language } = useText();
  const people = useQuery(peopleQuery(plan.plantId)).data ?? [];
  const team = teamOf(plan);
  const owners = [...team, ...people.filter(({ id }) => !team.some((each) => each.id === id))];
  const today = dayOf(clock.now(), timeZone);
  const set = (part: Partial<Draft['typed']>) => change({ typed: { ...draft.typed, ...part } });
  const { decision, what, ownerId } = draft.typed;
  const kind: ActionKind = draft.typed.kind || (plan.approvedAt ? 'CORRECTIVE' : 'ANALYSIS');
  const dueOn = draft.typed.dueOn || addDays(today, 7);
  const decide = (event: FormEvent) => {
    event.preventDefault();
    if (decision.trim())
      change({ decisions: [...draft.decisions, decision.trim()], typed: { ...draft.typed, decision: '' } });
  };
  const bear = (event: FormEvent) => {
    event.preventDefault();
    change({
      born: [...draft.born, { key: newClientId(), kind, what: what.trim(), ownerId, dueOn }],
      typed: { ...draft.typed, what: '', ownerId: '', dueOn: '', kind: '' },
    });
    document.getElementById('meeting-what')?.focus();
  };
  const nameOf = (id: string) => owners.find((each) => each.id === id)?.name ?? '–';
  return (
    <div className="born-topic">
      <section aria-labelledby="decisions-title">
        <h3 id="decisions-title">
          {t('plans.page.decisions')} <kbd className="kbd">D</kbd>
        </h3>
        <ol className="said-list">
          {draft.decisions.map((each, index) => (
            <li key={index}>
              <span>{each}</span>
              <Remove
                name={each}
                onRemove={() => change({ decisions: draft.decisions.filter((_, place) => place !== index) })}
              />
            </li>
          ))}
        </ol>
        <form className="one-line" onSubmit={decide}>
          <label htmlFor="meeting-decision">{t('meetings.decide')}</label>
          <input id="meeting-decision" value={decision} onChange={(event) => set({ decision: event.target.value })} />
          <button type="submit" className="button">
            <Icon name="plus" />
            {t('actions.page.add')}
          </button>
        </form>
      </section>
      <section aria-labelledby="born-title">
        <h3 id="born-title">
          {t('plans.page.bornHere')} <kbd className="kbd">N</kbd>
        </h3>
        <ol className="said-list">
          {draft.born.map((action) => (
            <li key={action.key}>
              <span>
                <b>{action.what}</b>
                <small>
                  {nameOf(action.ownerId)} · {dayShort(action.dueOn, language, today)} ·{' '}
                  {t(`actions.kind.${action.kind}`)}
                </small>
              </span>
              <Remove
                name={action.what}
                onRemove={() => change({ born: draft.born.filter(({ key }) => key !== action.key) })}
              />
            </li>
          ))}
        </ol>
        <form className="one-action" onSubmit={bear}>
          <div className="whole">
            <label htmlFor="meeting-what">{t('actions.page.column.what')}</label>
            <input
              id="meeting-what"
              required
              value={what}
              onChange={(event) =>
                set({ what: event.target.value, kind, dueOn, ownerId: ownerId || (plan.leader?.id ?? '') })
              }
            />
          </div>
          <div>
            <label htmlFor="meeting-who">{t('actions.page.column.owner')}</label>
            <Select
              id="meeting-who"
              required
              value={ownerId}
              empty={t('common.choose')}
              options={owners.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => set({ ownerId: id })}
            />
          </div>
          <div>
            <label htmlFor="meeting-when">{t('meetings.when')}</label>
            <input
              id="meeting-when"
              type="date"
              required
              value={dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          </div>
          <div>
            <label htmlFor="meeting-kind">{t('actions.page.column.kind')}</label>
            <Select
              id="meeting-kind"
              value={kind}
              options={actionKinds.map((each) => ({ value: each, label: t(`actions.kind.${each}`) }))}
              onChange={(each) => set({ kind: each })}
            />
          </div>
          <button type="submit" className="button">
            <Icon name="plus" />
            {t('actions.page.add')}
          </button>
        </form>
      </section>
    </div>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useText();
  return (
    <button
      type="button"
      className="iconbutton"
      aria-label={`${t('dysfunctions.page.remove')} : ${name}`}
      onClick={onRemove}
    >
      <Icon name="bin" />
    </button>
  );
}
