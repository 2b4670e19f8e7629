import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Group, Icon, Select } from '../../../shared/ui';
import { RiskEditor } from './analysis-form';
import { type Risks, said } from './analysis-values';
import type { ProposalSheet } from './documents';
import { peopleQuery, usePropose } from './dysfunctions';

type Props = {
  dysfunctionId: string;
  plantId: string;
  version: number;
  proposal?: ProposalSheet | undefined;
  onLeave: () => void;
};
const constraints = ['technical', 'quality', 'environment', 'safety'] as const;
const amount = (typed: string) => (typed.trim() === '' ? null : Number(typed.replace(',', '.').replace(/\s/g, '')));

/** Writes the case for an improvement; revises the one that waits. */
export function ProposalForm({ dysfunctionId, plantId, version, proposal, onLeave }: Props) {
  const { t } = useText();
  const people = useQuery(peopleQuery(plantId));
  const proposing = usePropose();
  const [risks, setRisks] = useState((proposal?.risks ?? {}) as Risks);
  const [form, setForm] = useState({
    description: proposal?.description ?? '',
    means: proposal?.means ?? '',
    objectives: proposal?.objectives ?? '',
    deadline: proposal?.deadline ?? '',
    involved: proposal?.involved ?? '',
    cost: proposal ? String(proposal.cost.amount) : '',
    gain: proposal?.gain ? String(proposal.gain.amount) : '',
    technical: proposal?.constraints.technical ?? '',
    quality: proposal?.constraints.quality ?? '',
    environment: proposal?.constraints.environment ?? '',
    safety: proposal?.constraints.safety ?? '',
    peopleIds: proposal?.people.map(({ id }) => id) ?? [],
    alternatives: proposal?.alternatives ?? [],
  });
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const send = () => {
    const { technical, quality, environment, safety, cost, gain, deadline, involved, ...rest } = form;
    const graded = said('RISKS', risks) as Risks;
    proposing.mutate(
      {
        dysfunctionId,
        expectedVersion: proposal?.version ?? version,
        ...(proposal && { proposalId: proposal.id }),
        proposal: {
          ...rest,
          deadline: deadline || null,
          involved: involved || null,
          cost: amount(cost),
          gain: amount(gain),
          constraints: { technical, quality, environment, safety },
          risks: Object.keys(graded).length > 0 ? graded : null,
        },
      },
      { onSuccess: onLeave },
    );
  };
  const words = (
    name: 'description' | 'means' | 'objectives' | 'involved' | (typeof constraints)[number],
    at: string,
    label: string,
  ) => (
    <Field key={name} name={at} label={t(label)}>
      {(control) => (
        <textarea {...control} rows={2} value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />
      )}
    </Field>
  );
  return (
    <FormDialog
      wide
      title={t(proposal ? 'dysfunctions.page.revise' : 'dysfunctions.page.propose')}
      submit={t(proposal ? 'admin.save' : 'dysfunctions.page.submitProposal')}
      error={proposing.error}
      busy={proposing.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      {words('description', 'description', 'dysfunctions.page.description')}
      <div className="two">
        {words('means', 'means', 'dysfunctions.page.resources')}
        {words('objectives', 'objectives', 'dysfunctions.page.objectives')}
      </div>
      <div className="row">
        <Field name="deadline" label={t('dysfunctions.page.deadline')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={form.deadline}
              onChange={(event) => set({ deadline: event.target.value })}
            />
          )}
        </Field>
        {(['cost', 'gain'] as const).map((name) => (
          <Field key={name} name={name} label={t(`dysfunctions.page.${name}`)}>
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                value={form[name]}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="two">
        <Group name="peopleIds" label={t('dysfunctions.page.people')}>
          <ul className="chosen-people">
            {form.peopleIds.map((id) => (
              <li key={id}>
                {people.data?.find((person) => person.id === id)?.name ??
                  proposal?.people.find((person) => person.id === id)?.name}
                <button
                  type="button"
                  className="iconbutton"
                  aria-label={t('dysfunctions.page.remove')}
                  onClick={() => set({ peopleIds: form.peopleIds.filter((each) => each !== id) })}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
          <Select
            aria-label={t('dysfunctions.page.addPerson')}
            value=""
            empty={t('dysfunctions.page.addPerson')}
            options={(people.data ?? [])
              .filter(({ id }) => !form.peopleIds.includes(id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => set({ peopleIds: [...form.peopleIds, id] })}
          />
        </Group>
        {words('involved', 'involved', 'dysfunctions.page.involved')}
      </div>
      <h3>{t('dysfunctions.page.constraints')}</h3>
      <div className="two">
        {constraints.map((name) => words(name, `constraints.${name}`, `dysfunctions.page.constraint.${name}`))}
      </div>
      <h3>{t('dysfunctions.page.alternatives')}</h3>
      {form.alternatives.map((alternative, index) => (
        <div key={index} className="row">
          {(['text', 'whyNot'] as const).map((part) => (
            <Field
              key={part}
              name={`alternatives[${index}].${part}`}
              label={t(`dysfunctions.page.alternative.${part}`)}
            >
              {(control) => (
                <input
                  {...control}
                  value={alternative[part]}
                  onChange={(event) =>
                    set({
                      alternatives: form.alternatives.map((each, at) =>
                        at === index ? { ...each, [part]: event.target.value } : each,
                      ),
                    })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => set({ alternatives: [...form.alternatives, { text: '', whyNot: '' }] })}
      >
        <Icon name="plus" />
        {t('dysfunctions.page.addAlternative')}
      </button>
      <h3>{t('dysfunctions.analysis.RISKS')}</h3>
      <RiskEditor risks={risks} onChange={setRisks} path="risks" />
    </FormDialog>
  );
}
