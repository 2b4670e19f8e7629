import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, FormDialog, Select } from '../../../shared/ui';
import type { Dysfunction } from './documents';
import { useAnalyse, useEnd } from './dysfunctions';

const needs = ['NONE', 'MAINTENANCE', 'IT', 'QUALITY', 'PURCHASING', 'HSE', 'HR'] as const;

/** What the analyses say together, and which service is needed. */
export function ConclusionForm({ dysfunction, onLeave }: { dysfunction: Dysfunction; onLeave: () => void }) {
  const { t } = useText();
  const analysing = useAnalyse();
  const [conclusion, setConclusion] = useState(dysfunction.conclusion ?? '');
  const [need, setNeed] = useState<(typeof needs)[number] | ''>(dysfunction.supportNeed ?? '');
  return (
    <FormDialog
      title={t('dysfunctions.page.conclude')}
      submit={t('admin.save')}
      error={analysing.error}
      busy={analysing.isPending}
      onSend={() =>
        analysing.mutate(
          {
            dysfunctionId: dysfunction.id,
            expectedVersion: dysfunction.version,
            conclusion,
            ...(need && { supportNeed: need }),
          },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <Field name="conclusion" label={t('dysfunctions.page.conclusion')}>
        {(control) => (
          <textarea {...control} rows={4} value={conclusion} onChange={(event) => setConclusion(event.target.value)} />
        )}
      </Field>
      <Field name="supportNeed" label={t('dysfunctions.page.need')}>
        {(control) => (
          <Select
            {...control}
            value={need}
            empty={t('dysfunctions.page.needUnsaid')}
            options={needs.map((each) => ({ value: each, label: t(`dysfunctions.need.${each}`) }))}
            onChange={setNeed}
          />
        )}
      </Field>
    </FormDialog>
  );
}

type EndProps = { dysfunction: Dysfunction; close: boolean; onLeave: () => void };

/** Nothing follows from it, or it was solved without a plan: with the reason. */
export function EndForm({ dysfunction, close, onLeave }: EndProps) {
  const { t } = useText();
  const ending = useEnd(dysfunction);
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t(close ? 'dysfunctions.page.close' : 'dysfunctions.page.reject')}
      submit={t(close ? 'dysfunctions.page.close' : 'dysfunctions.page.reject')}
      error={ending.error}
      busy={ending.isPending}
      onSend={() => ending.mutate({ close, reason }, { onSuccess: onLeave })}
      onLeave={onLeave}
    >
      <Field name="reason" label={t(close ? 'dysfunctions.page.howSolved' : 'alerts.why')}>
        {(control) => (
          <textarea {...control} required rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
