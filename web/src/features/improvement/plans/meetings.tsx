import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newClientId } from '../../../shared/api';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Group, Icon, Select, useTimes } from '../../../shared/ui';
import { type ActionKind, actionKinds } from '../actions/documents';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { Plan } from './documents';
import { useHoldMeeting } from './plans';

/** The meetings of a plan: who was there, what was decided, which actions were born. */
export function Meetings({ plan, timeZone, mayWrite }: { plan: Plan; timeZone: string; mayWrite: boolean }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const [holds, setHolds] = useState(false);
  if (plan.meetings.length === 0 && !mayWrite) return null;
  return (
    <section className="panel part" aria-labelledby="meetings-title">
      <header>
        <h2 id="meetings-title">{t('plans.page.meetings')}</h2>
        {mayWrite && (
          <button type="button" className="button quiet" onClick={() => setHolds(true)}>
            <Icon name="plus" />
            {t('actions.page.add')}
          </button>
        )}
      </header>
      <ol className="steps">
        {plan.meetings.map((meeting) => (
          <li key={meeting.id}>
            <b>
              <time>{times.instant(Date.parse(meeting.heldAt), now)}</time>, {meeting.minutes} min
            </b>
            <small>{meeting.present.map(({ name }) => name).join(', ')}</small>
            {meeting.notes && <span>{meeting.notes}</span>}
            {meeting.decisions.map((decision) => (
              <span key={decision}>→ {decision}</span>
            ))}
            {meeting.actions.map(({ id, number, what }) => (
              <span key={id}>
                <span className="num">{number}</span> {what}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {holds && <MeetingForm plan={plan} onLeave={() => setHolds(false)} />}
    </section>
  );
}

type Born = { key: string; kind: ActionKind | ''; what: string; ownerId: string; dueOn: string };

function MeetingForm({ plan, onLeave }: { plan: Plan; onLeave: () => void }) {
  const { t } = useText();
  const holding = useHoldMeeting();
  const people = useQuery(peopleQuery(plan.plantId)).data ?? [];
  const team = [plan.leader, plan.sponsor, ...plan.participants.map(({ person }) => person)].flatMap(
    (person) => person ?? [],
  );
  const [present, setPresent] = useState<string[]>(plan.leader ? [plan.leader.id] : []);
  const [form, setForm] = useState({ minutes: '30', notes: '', decisions: '' });
  const [born, setBorn] = useState<Born[]>([]);
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const change = (key: string, part: Partial<Born>) =>
    setBorn(born.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const send = () =>
    holding.mutate(
      {
        planId: plan.id,
        minutes: Number(form.minutes),
        presentIds: present,
        notes: form.notes || null,
        decisions: form.decisions.split('\n').filter((line) => line.trim() !== ''),
        actions: born.flatMap(({ key: _, kind, ...action }) => (kind ? [{ kind, ...action }] : [])),
      },
      { onSuccess: onLeave },
    );
  const unique = team.filter(({ id }, index) => team.findIndex((each) => each.id === id) === index);
  return (
    <FormDialog
      wide
      title={t('plans.page.meeting')}
      submit={t('plans.page.hold')}
      error={holding.error}
      busy={holding.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      <Group name="presentIds" label={t('plans.page.present')}>
        <div className="checks">
          {unique.map(({ id, name }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={present.includes(id)}
                onChange={(event) =>
                  setPresent(event.target.checked ? [...present, id] : present.filter((each) => each !== id))
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </Group>
      <Field name="minutes" label={t('plans.page.minutes')} className="short">
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            required
            value={form.minutes}
            onChange={(event) => set({ minutes: event.target.value })}
          />
        )}
      </Field>
      <Field name="notes" label={t('plans.page.notes')}>
        {(control) => (
          <textarea {...control} rows={3} value={form.notes} onChange={(event) => set({ notes: event.target.value })} />
        )}
      </Field>
      <Field name="decisions" label={t('plans.page.decisions')} hint={t('plans.page.decisionsHint')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={form.decisions}
            onChange={(event) => set({ decisions: event.target.value })}
          />
        )}
      </Field>
      <Group name="actions" label={t('plans.page.bornHere')}>
        <ul className="row-editor members">
          {born.map((action, index) => (
            <li key={action.key}>
              <Field name={`actions[${index}].what`} label={t('actions.page.column.what')}>
                {(control) => (
                  <input
                    {...control}
                    required
                    value={action.what}
                    onChange={(event) => change(action.key, { what: event.target.value })}
                  />
                )}
              </Field>
              <Field name={`actions[${index}].kind`} label={t('actions.page.column.kind')}>
                {(control) => (
                  <Select
                    {...control}
                    required
                    value={action.kind}
                    empty={t('common.choose')}
                    options={actionKinds.map((each) => ({ value: each, label: t(`actions.kind.${each}`) }))}
                    onChange={(kind) => change(action.key, { kind })}
                  />
                )}
              </Field>
              <Field name={`actions[${index}].ownerId`} label={t('actions.page.column.owner')}>
                {(control) => (
                  <Select
                    {...control}
                    required
                    value={action.ownerId}
                    empty={t('common.choose')}
                    options={people.map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(ownerId) => change(action.key, { ownerId })}
                  />
                )}
              </Field>
              <Field name={`actions[${index}].dueOn`} label={t('actions.page.column.due')}>
                {(control) => (
                  <input
                    {...control}
                    type="date"
                    required
                    value={action.dueOn}
                    onChange={(event) => change(action.key, { dueOn: event.target.value })}
                  />
                )}
              </Field>
              <button
                type="button"
                className="iconbutton"
                aria-label={`${t('dysfunctions.page.remove')} ${index + 1}`}
                onClick={() => setBorn(born.filter(({ key }) => key !== action.key))}
              >
                <Icon name="bin" />
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="button"
          onClick={() => setBorn([...born, { key: newClientId(), kind: '', what: '', ownerId: '', dueOn: '' }])}
        >
          <Icon name="plus" />
          {t('actions.page.addTitle')}
        </button>
      </Group>
    </FormDialog>
  );
}
