import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Field, Form, FormTrouble, Select, Trouble } from '../../../shared/ui';
import { dayIn, dayOf } from './days';
import { colleaguesQuery, type Evidence, useEndShare, useShare } from './evidence';

/** With whom one shares, since and until when; one more, or one less. */
export function ShareBox({
  plantId,
  timeZone,
  shares,
}: {
  plantId: string;
  timeZone: string;
  shares: Evidence['sharedWith'];
}) {
  const { t, language } = useText();
  const people = useQuery(colleaguesQuery(plantId)).data ?? [];
  const sharing = useShare();
  const ending = useEndShare();
  const [form, setForm] = useState({ withId: '', until: '' });
  const set = (part: Partial<typeof form>) => {
    sharing.reset();
    setForm((before) => ({ ...before, ...part }));
  };
  const send = () =>
    sharing.mutate(
      { withId: form.withId, until: form.until || null },
      { onSuccess: () => setForm({ withId: '', until: '' }) },
    );
  return (
    <section className="panel share" aria-labelledby="share-title">
      <h3 id="share-title">{t('evidence.share.title')}</h3>
      <p>{shares.length === 0 ? t('evidence.share.nobody') : t('evidence.share.hint')}</p>
      <ul>
        {shares.map(({ id, with: reader, since, until }) => (
          <li key={id}>
            <b>{reader.name}</b>
            <small>
              {until
                ? t('evidence.share.till', { day: dayIn(until, language) })
                : t('evidence.share.since', { day: dayOf(since, timeZone, language) })}
            </small>
            <button type="button" className="button" disabled={ending.isPending} onClick={() => ending.mutate(id)}>
              {t('evidence.share.end')}
            </button>
          </li>
        ))}
      </ul>
      <Trouble error={ending.error} />
      <Form error={sharing.error} onSend={send} className="sharing" label={t('evidence.share.title')}>
        <Field name="withId" label={t('evidence.share.with')}>
          {(control) => (
            <Select
              {...control}
              required
              value={form.withId}
              empty={t('common.choose')}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(withId) => set({ withId })}
            />
          )}
        </Field>
        <Field name="until" label={t('evidence.share.until')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={form.until}
              onChange={(event) => set({ until: event.target.value })}
            />
          )}
        </Field>
        <button type="submit" className="button" disabled={sharing.isPending || form.withId === ''}>
          {t('evidence.share.do')}
        </button>
        <FormTrouble error={sharing.error} />
      </Form>
    </section>
  );
}
