import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Select } from '../../../shared/ui';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import type { Plan } from '../plans/documents';
import type { Why } from '../plans/tree';
import { useAdd } from './actions';
import { type ActionKind, actionKinds } from './documents';

/** An action of a plan: what, why, by whom, until when, and which causes it answers. */
export function AddAction({ plan, onLeave }: { plan: Plan; onLeave: () => void }) {
  const { t } = useText();
  const adding = useAdd();
  const people = useQuery(peopleQuery(plan.plantId)).data ?? [];
  const [kind, setKind] = useState<ActionKind | ''>('');
  const [causes, setCauses] = useState<string[]>([]);
  const [form, setForm] = useState({
    what: '',
    why: '',
    ownerId: plan.leader?.id ?? '',
    dueOn: '',
    removalCondition: '',
  });
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const roots = (plan.steps ?? [])
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type === 'TREE')
    .flatMap(({ value }) => ((value ?? []) as Why[]).filter(({ isRoot, verdict }) => isRoot && verdict === 'VERIFIED'));
  return (
    <FormDialog
      wide
      title={t('actions.page.addTitle')}
      submit={t('actions.page.add')}
      error={adding.error}
      busy={adding.isPending}
      onSend={() =>
        kind &&
        adding.mutate(
          {
            planId: plan.id,
            step: plan.currentStep?.code ?? null,
            kind,
            what: form.what,
            why: form.why || null,
            ownerId: form.ownerId || null,
            dueOn: form.dueOn,
            ...(kind === 'CONTAINMENT' && { removalCondition: form.removalCondition }),
            ...(causes.length > 0 && { causeIds: causes }),
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <Field name="what" label={t('actions.page.column.what')}>
        {(control) => (
          <input {...control} required value={form.what} onChange={(event) => set({ what: event.target.value })} />
        )}
      </Field>
      <div className="row">
        <Field name="kind" label={t('actions.page.column.kind')}>
          {(control) => (
            <Select
              {...control}
              required
              value={kind}
              empty={t('common.choose')}
              options={actionKinds.map((each) => ({ value: each, label: t(`actions.kind.${each}`) }))}
              onChange={setKind}
            />
          )}
        </Field>
        <Field name="ownerId" label={t('actions.page.column.owner')}>
          {(control) => (
            <Select
              {...control}
              required
              value={form.ownerId}
              empty={t('common.choose')}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(ownerId) => set({ ownerId })}
            />
          )}
        </Field>
        <Field name="dueOn" label={t('actions.page.column.due')}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              value={form.dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field name="why" label={t('actions.page.why')}>
        {(control) => (
          <textarea {...control} rows={2} value={form.why} onChange={(event) => set({ why: event.target.value })} />
        )}
      </Field>
      {kind === 'CONTAINMENT' && (
        <Field name="removalCondition" label={t('actions.page.removalCondition')} hint={t('actions.page.removalHint')}>
          {(control) => (
            <input
              {...control}
              value={form.removalCondition}
              onChange={(event) => set({ removalCondition: event.target.value })}
            />
          )}
        </Field>
      )}
      {roots.length > 0 && (
        <fieldset className="field">
          <legend>{t('actions.page.causes')}</legend>
          {roots.map(({ id, text }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={causes.includes(id)}
                onChange={(event) =>
                  setCauses(event.target.checked ? [...causes, id] : causes.filter((each) => each !== id))
                }
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
