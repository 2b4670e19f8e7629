import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Group, Select } from '../../../shared/ui';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import { methodsQuery, useOpen } from './plans';

type Props = { plantId: string; meId: string; onOpened: (id: string) => void; onLeave: () => void };

/** Opens a plan: its method, its title, who leads it and who decides. The rest of its charter comes on its page. */
export function OpenForm({ plantId, meId, onOpened, onLeave }: Props) {
  const { t } = useText();
  const opening = useOpen();
  const methods = useQuery(methodsQuery(plantId)).data ?? [];
  const people = (useQuery(peopleQuery(plantId)).data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const [form, setForm] = useState({ method: '', title: '', perimeter: '', leaderId: meId, sponsorId: '' });
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const method = methods.find(({ code }) => code === form.method);
  return (
    <FormDialog
      wide
      title={t('plans.page.open')}
      submit={t('plans.page.openIt')}
      error={opening.error}
      busy={opening.isPending}
      onSend={() =>
        opening.mutate(
          {
            plantId,
            method: form.method,
            title: form.title,
            perimeter: form.perimeter || null,
            leaderId: form.leaderId || null,
            sponsorId: form.sponsorId || null,
          },
          { onSuccess: ({ actionPlan }) => actionPlan && onOpened(actionPlan.id) },
        )
      }
      onLeave={onLeave}
    >
      <Group name="method" label={t('plans.page.column.method')}>
        <div className="options">
          {methods.map(({ code, name }) => (
            <label key={code}>
              <input
                type="radio"
                name="method"
                required
                checked={form.method === code}
                onChange={() => set({ method: code })}
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </Group>
      {method && <p className="muted">{method.about}</p>}
      <p>
        <Link className="link" to={`/desk/improvement/methods${method ? `/${method.code}` : ''}`} target="_blank">
          {t('methods.page.seeMethods')}
        </Link>
      </p>
      <Field name="title" label={t('plans.page.column.title')}>
        {(control) => (
          <input {...control} required value={form.title} onChange={(event) => set({ title: event.target.value })} />
        )}
      </Field>
      <Field name="perimeter" label={t('dysfunctions.page.perimeter')}>
        {(control) => (
          <input {...control} value={form.perimeter} onChange={(event) => set({ perimeter: event.target.value })} />
        )}
      </Field>
      <div className="row">
        <Field name="leaderId" label={t('plans.page.column.leader')}>
          {(control) => (
            <Select {...control} value={form.leaderId} options={people} onChange={(leaderId) => set({ leaderId })} />
          )}
        </Field>
        <Field name="sponsorId" label={method?.sponsorTitle ?? t('plans.page.column.sponsor')}>
          {(control) => (
            <Select
              {...control}
              mayBeEmpty
              value={form.sponsorId}
              empty={t('common.choose')}
              options={people}
              onChange={(sponsorId) => set({ sponsorId })}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  );
}
