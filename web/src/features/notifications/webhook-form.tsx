import { useState } from 'react';
import { useText } from '../../shared/text';
import { Check, Field, FormDialog, KindChecks, Select } from '../../shared/ui';
import { useRemoveWebhook, useSaveWebhook, type Wanted, type Webhook } from './webhooks';

const severities = ['INFORMATION', 'MINOR', 'MAJOR', 'CRITICAL'] as const;

type Props = { plantId: string; webhook: Webhook | undefined; onLeave: () => void };

/** Makes or changes a webhook; a new secret is shown once, before the dialog is left. */
export function WebhookForm({ plantId, webhook, onLeave }: Props) {
  const { t } = useText();
  const [wanted, setWanted] = useState<Wanted>({
    name: webhook?.name ?? '',
    url: webhook?.url ?? 'https://',
    kinds: webhook?.kinds ?? [],
    minSeverity: webhook?.minSeverity ?? 'MAJOR',
    isActive: webhook?.isActive ?? true,
  });
  const saving = useSaveWebhook(plantId, webhook);
  const removing = useRemoveWebhook();
  const set = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }));
  if (saving.data)
    return (
      <FormDialog title={t('outbox.hooks.secret')} submit={t('outbox.hooks.kept')} onSend={onLeave} onLeave={onLeave}>
        <p>{t('outbox.hooks.secretHint')}</p>
        <label className="field">
          <span>{t('outbox.hooks.secret')}</span>
          <input readOnly value={saving.data} onFocus={(event) => event.target.select()} />
        </label>
        <p>
          <code>X-Kaizen-Signature: t=…, v1=hmac-sha256(secret, t + "." + body)</code>
        </p>
      </FormDialog>
    );
  return (
    <FormDialog
      title={t(webhook ? 'outbox.hooks.change' : 'outbox.hooks.add')}
      submit={t('centre.save')}
      error={saving.error ?? removing.error}
      busy={saving.isPending || removing.isPending}
      onSend={() => saving.mutate(wanted, { onSuccess: (secret) => !secret && onLeave() })}
      onLeave={onLeave}
      more={
        webhook && (
          <button
            type="button"
            className="button large"
            onClick={() => removing.mutate(webhook, { onSuccess: onLeave })}
          >
            {t('outbox.hooks.remove')}
          </button>
        )
      }
    >
      <Field name="name" label={t('outbox.hooks.name')}>
        {(control) => (
          <input {...control} required value={wanted.name} onChange={(event) => set({ name: event.target.value })} />
        )}
      </Field>
      <Field name="url" label={t('outbox.hooks.url')}>
        {(control) => (
          <input
            {...control}
            required
            type="url"
            value={wanted.url}
            onChange={(event) => set({ url: event.target.value })}
          />
        )}
      </Field>
      <Field name="minSeverity" label={t('outbox.hooks.minSeverity')}>
        {(control) => (
          <Select
            {...control}
            value={wanted.minSeverity}
            options={severities.map((value) => ({ value, label: t(`alerts.severity.${value}`) }))}
            onChange={(minSeverity) => set({ minSeverity })}
          />
        )}
      </Field>
      <KindChecks chosen={wanted.kinds} onChange={(kinds) => set({ kinds })} />
      <Check label={t('outbox.hooks.active')} checked={wanted.isActive} onChange={(isActive) => set({ isActive })} />
      {webhook && (
        <Check
          label={t('outbox.hooks.newSecret')}
          checked={wanted.newSecret ?? false}
          onChange={(newSecret) => set({ newSecret })}
        />
      )}
    </FormDialog>
  );
}
