import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Group, Select } from '../../../shared/ui';
import type { Dysfunction, DysfunctionKind } from './documents';
import { placesQuery, useDescribe } from './dysfunctions';

type Props = { dysfunction: Dysfunction; plantId: string; onLeave: () => void };

/** What was reported in a minute is completed at a desk. */
export function DescribeForm({ dysfunction, plantId, onLeave }: Props) {
  const { t } = useText();
  const places = useQuery(placesQuery(plantId));
  const describing = useDescribe();
  const [form, setForm] = useState({
    kind: dysfunction.kind,
    title: dysfunction.title,
    facts: dysfunction.facts ?? '',
    perimeter: dysfunction.perimeter ?? '',
    placeId: dysfunction.place?.id ?? '',
  });
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  return (
    <FormDialog
      title={t('dysfunctions.page.describe')}
      submit={t('admin.save')}
      error={describing.error}
      busy={describing.isPending}
      onSend={() =>
        describing.mutate(
          {
            dysfunctionId: dysfunction.id,
            expectedVersion: dysfunction.version,
            ...form,
            placeId: form.placeId || null,
            productId: dysfunction.product?.id ?? null,
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <Field name="title" label={t('dysfunctions.page.title')}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={100}
            value={form.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Group name="kind" label={t('dysfunctions.page.kind')}>
        <div className="options">
          {(['TECHNICAL', 'ORGANISATIONAL'] as DysfunctionKind[]).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={form.kind === kind} onChange={() => set({ kind })} />
              <span>{t(`dysfunctions.kind.${kind}`)}</span>
            </label>
          ))}
        </div>
      </Group>
      {(['facts', 'perimeter'] as const).map((part) => (
        <Field
          key={part}
          name={part}
          label={t(part === 'facts' ? 'dysfunctions.page.seen' : 'dysfunctions.page.perimeter')}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              value={form[part]}
              onChange={(event) => set({ [part]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field name="placeId" label={t('dysfunctions.page.place')}>
        {(control) => (
          <Select
            {...control}
            value={form.placeId}
            empty={t('dysfunctions.unsaid')}
            mayBeEmpty
            options={(places.data ?? []).map(({ id, name, line }) => ({
              value: id,
              label: line && line.name !== name ? `${line.name} · ${name}` : name,
            }))}
            onChange={(placeId) => set({ placeId })}
          />
        )}
      </Field>
    </FormDialog>
  );
}
