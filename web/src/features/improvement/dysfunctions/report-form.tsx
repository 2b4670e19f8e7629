import './dysfunctions.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, Form, FormTrouble, Group, Select } from '../../../shared/ui';
import type { DysfunctionKind } from './documents';
import { factsQuery, placesQuery, useReport, useReportFromAlerts } from './dysfunctions';

const kinds: DysfunctionKind[] = ['TECHNICAL', 'ORGANISATIONAL'];

type Reported = { id: string; number: string; title: string };
type Props = {
  plantId: string;
  /** Of which it is: its place, product and facts are taken from it. */
  alertId?: string | undefined;
  placeId?: string | undefined;
  onDone: (reported: Reported) => void;
};

/** Reports a dysfunction in a minute: what, what was seen, where. From an alert, only what the alert does not say. */
export function ReportForm({ plantId, alertId, placeId = '', onDone }: Props) {
  const { t } = useText();
  const places = useQuery({ ...placesQuery(plantId), enabled: !alertId });
  const facts = useQuery({ ...factsQuery({ alertIds: alertId ? [alertId] : [] }), enabled: alertId !== undefined });
  const byHand = useReport();
  const fromAlert = useReportFromAlerts();
  const [form, setForm] = useState({ kind: 'TECHNICAL' as DysfunctionKind, title: '', facts: '', placeId });
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const sending = alertId ? fromAlert : byHand;
  const send = async () => {
    const said = { kind: form.kind, title: form.title || null, facts: form.facts || null };
    const payload = alertId
      ? await fromAlert.mutateAsync({ ...said, alertIds: [alertId] })
      : await byHand.mutateAsync({ ...said, plantId, placeId: form.placeId || null });
    if (payload.dysfunction) onDone(payload.dysfunction);
  };
  const alert = facts.data?.alerts[0];
  return (
    <Form className="form report-form" error={sending.error} onSend={() => void send().catch(() => undefined)}>
      {alert && (
        <p className="from-alert">
          <b>{alert.number}</b>
          {[t(`alerts.kind.${alert.kind}`), alert.product?.name, alert.place?.name].filter(Boolean).join(' · ')}
        </p>
      )}
      <Field
        name="title"
        label={t('dysfunctions.page.title')}
        hint={alertId ? t('dysfunctions.page.titleFromAlert') : t('dysfunctions.page.titleExample')}
      >
        {(control) => (
          <input
            {...control}
            required={!alertId}
            maxLength={100}
            value={form.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field name="facts" label={t('dysfunctions.page.seen')} hint={t('dysfunctions.page.seenHint')}>
        {(control) => (
          <textarea
            {...control}
            required={!alertId}
            rows={3}
            value={form.facts}
            onChange={(event) => set({ facts: event.target.value })}
          />
        )}
      </Field>
      <Group name="kind" label={t('dysfunctions.page.kind')}>
        <div className="options">
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={form.kind === kind} onChange={() => set({ kind })} />
              <span>{t(`dysfunctions.kind.${kind}`)}</span>
            </label>
          ))}
        </div>
      </Group>
      {!alertId && (
        <Field name="placeId" label={t('dysfunctions.page.place')}>
          {(control) => (
            <Select
              {...control}
              value={form.placeId}
              empty={t('alerts.wholePlant')}
              mayBeEmpty
              options={(places.data ?? []).map(({ id, name, line }) => ({
                value: id,
                label: line && line.name !== name ? `${line.name} · ${name}` : name,
              }))}
              onChange={(chosen) => set({ placeId: chosen })}
            />
          )}
        </Field>
      )}
      <FormTrouble error={sending.error} />
      <button type="submit" className="button main large" disabled={sending.isPending}>
        {t('dysfunctions.page.report')}
      </button>
    </Form>
  );
}
