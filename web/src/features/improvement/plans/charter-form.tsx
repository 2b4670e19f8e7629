import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newClientId } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Group, Select } from '../../../shared/ui';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import { CharterKeys, type Key } from './charter-keys';
import { CharterMembers, type Member } from './charter-members';
import { choices, constraints } from './charter-sheet';
import { CharterWords } from './charter-words';
import type { Plan } from './documents';
import { useSavePlan } from './plans';
import { readNumber } from './values';

const words = (given: string | null | undefined) => given ?? '';
const orNull = (typed: string) => (typed.trim() === '' ? null : typed);

/** The charter of a plan: five choices and their reasons, who takes part with which mission, its keys, date and cost. */
export function CharterForm({ plan, onLeave }: { plan: Plan; onLeave: () => void }) {
  const { t } = useText();
  const saving = useSavePlan();
  const people = (useQuery(peopleQuery(plan.plantId)).data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const [form, setForm] = useState({
    title: plan.title,
    perimeter: words(plan.perimeter),
    leaderId: words(plan.leader?.id),
    sponsorId: words(plan.sponsor?.id),
    deadline: words(plan.deadline),
    followUpDays: plan.followUpDays ? String(plan.followUpDays) : '',
    cost: plan.cost ? String(plan.cost.amount) : '',
    gain: plan.gain ? String(plan.gain.amount) : '',
  });
  const [reasons, setReasons] = useState(() => choices.map((choice) => words(plan.choices[choice])));
  const [checked, setChecked] = useState(() => constraints.map((side) => words(plan.constraints[side])));
  const [isGroup, setGroup] = useState(plan.choices.isGroup);
  const [members, setMembers] = useState<Member[]>(() =>
    plan.participants.map(({ person, role, mission, skill }) => ({
      key: newClientId(),
      personId: words(person?.id),
      role,
      mission,
      skill: words(skill),
    })),
  );
  const [keys, setKeys] = useState<Key[]>(() =>
    plan.keys.map(({ family, place, product }) => ({
      key: newClientId(),
      family: words(family),
      placeId: words(place?.id),
      productId: words(product?.id),
    })),
  );
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const send = () => {
    const [setting, participants, method, communication, deadline] = reasons.map(orNull);
    const [technical, quality, environment, safety] = checked.map(orNull);
    saving.mutate(
      {
        planId: plan.id,
        expectedVersion: plan.version,
        title: form.title,
        perimeter: orNull(form.perimeter),
        leaderId: form.leaderId || null,
        sponsorId: form.sponsorId || null,
        deadline: form.deadline || null,
        followUpDays: readNumber(form.followUpDays) ?? null,
        cost: readNumber(form.cost) ?? null,
        gain: readNumber(form.gain) ?? null,
        choices: { setting, isGroup, participants, method, communication, deadline },
        constraints: { technical, quality, environment, safety },
        participants: members
          .filter(({ personId }) => personId)
          .map(({ key: _, skill, ...member }) => ({ ...member, skill: orNull(skill) })),
        keys: keys
          .filter(({ family, placeId, productId }) => family || placeId || productId)
          .map(({ family, placeId, productId }) => ({
            family: family || null,
            placeId: placeId || null,
            productId: productId || null,
          })),
      },
      { onSuccess: onLeave },
    );
  };
  const text = (name: 'title' | 'perimeter' | 'followUpDays' | 'cost' | 'gain', label: string) => (
    <Field name={name} label={label}>
      {(control) => (
        <input
          {...control}
          value={form[name]}
          inputMode={name === 'title' || name === 'perimeter' ? undefined : 'decimal'}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const person = (name: 'leaderId' | 'sponsorId', label: string) => (
    <Field name={name} label={label}>
      {(control) => (
        <Select
          {...control}
          mayBeEmpty
          value={form[name]}
          empty={t('common.choose')}
          options={people}
          onChange={(id) => set({ [name]: id })}
        />
      )}
    </Field>
  );
  return (
    <FormDialog
      wide
      title={t('plans.page.charter')}
      submit={t('admin.save')}
      error={saving.error}
      busy={saving.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      {text('title', t('plans.page.column.title'))}
      {text('perimeter', t('dysfunctions.page.perimeter'))}
      <div className="row">
        {person('leaderId', t('plans.page.column.leader'))}
        {person('sponsorId', plan.method.sponsorTitle)}
        <Field name="deadline" label={t('plans.page.column.due')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={form.deadline}
              onChange={(event) => set({ deadline: event.target.value })}
            />
          )}
        </Field>
        {text('followUpDays', t('plans.page.followUp'))}
      </div>
      <Group name="choices.isGroup" label={t('plans.page.aloneOrGroup')}>
        <div className="options">
          {[false, true].map((each) => (
            <label key={String(each)}>
              <input type="radio" name="isGroup" checked={isGroup === each} onChange={() => setGroup(each)} />
              <span>{t(each ? 'plans.page.group' : 'plans.page.alone')}</span>
            </label>
          ))}
        </div>
      </Group>
      <CharterWords names={choices} path="choices" label="plans.page.choice" values={reasons} onChange={setReasons} />
      <CharterMembers members={members} people={people} onChange={setMembers} />
      <CharterKeys keys={keys} plantId={plan.plantId} onChange={setKeys} />
      <h3>{t('dysfunctions.page.constraints')}</h3>
      <CharterWords
        names={constraints}
        path="constraints"
        label="plans.page.constraint"
        values={checked}
        onChange={setChecked}
      />
      <div className="row">
        {text('cost', t('dysfunctions.page.cost'))}
        {text('gain', t('dysfunctions.page.gain'))}
      </div>
    </FormDialog>
  );
}
