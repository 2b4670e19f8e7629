import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, PhotoField } from '../../../shared/ui';
import { useUpdate } from './actions';
import type { Action } from './documents';

/** Done, with what shows it. */
export function FinishForm({ action, onLeave }: { action: Action; onLeave: () => void }) {
  const { t } = useText();
  const updating = useUpdate();
  const [text, setText] = useState(action.proof.text ?? '');
  const [link, setLink] = useState(action.proof.link ?? '');
  const [effect, setEffect] = useState(action.effect ?? '');
  const [shots, setShots] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const kept = action.proof.attachments.map(({ id }) => id);
  return (
    <FormDialog
      title={t('actions.page.order.FINISH')}
      submit={t('actions.page.order.FINISH')}
      error={updating.error}
      busy={updating.isPending || busy}
      onSend={() =>
        updating.mutate(
          {
            actionId: action.id,
            expectedVersion: action.version,
            state: 'DONE',
            proof: { text: text || null, link: link || null, attachmentIds: [...kept, ...shots] },
            effect: effect || null,
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <p className="muted">{action.what}</p>
      <Field name="proof.text" also="proof" label={t('actions.page.column.proof')} hint={t('actions.page.proofHint')}>
        {(control) => <textarea {...control} rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <PhotoField plantId={action.plantId} onChange={setShots} onBusy={setBusy} />
      <Field name="proof.link" label={t('actions.page.link')}>
        {(control) => <input {...control} type="url" value={link} onChange={(event) => setLink(event.target.value)} />}
      </Field>
      <Field name="effect" label={t('actions.page.column.effect')}>
        {(control) => (
          <textarea {...control} rows={2} value={effect} onChange={(event) => setEffect(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
