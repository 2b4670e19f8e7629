import './handover.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBoardChanges, useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, Shape, Trouble, useTimes } from '../../shared/ui';
import { AlertRows } from './alert-rows';
import { draftQuery, useSign } from './handovers';

type Props = {
  plantId: string;
  /** The area that the reader leads; none: the whole plant. */
  ownAreaId: string | undefined;
  timeZone: string;
  path: string;
  onSigned: (handoverId: string) => void;
};

/** What the ending shift hands over, for its leader to read, note and sign. */
export function HandoverDraft({ plantId, ownAreaId, timeZone, path, onSigned }: Props) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const [areaId, setAreaId] = useState(ownAreaId);
  const [note, setNote] = useState('');
  const query = useQuery(draftQuery(plantId, areaId));
  const signing = useSign();
  useBoardChanges(() => void query.refetch());
  const { draft, areas = [] } = query.data ?? {};
  const clock = (instant: string) => times.moment(Date.parse(instant), now);
  return (
    <section className="handover draft">
      <header>
        <h2>{t('handoverPage.draft')}</h2>
        {draft?.shift && (
          <p>
            {t('handoverPage.ends', { shift: draft.shift.name, moment: clock(draft.shift.ends) })}
            {' · '}
            {draft.next
              ? t('handoverPage.next', { shift: draft.next.name, moment: clock(draft.next.starts) })
              : t('handoverPage.nobodyNext')}
          </p>
        )}
      </header>
      {areas.length > 1 && (
        <label className="field">
          <span>{t('handoverPage.area')}</span>
          <select value={areaId ?? ''} onChange={(event) => setAreaId(event.target.value || undefined)}>
            <option value="">{t('alerts.wholePlant')}</option>
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Trouble error={query.error} />
      {draft && (
        <>
          <h3>
            {t('handoverPage.open')} <b className="num">{draft.alerts.length}</b>
          </h3>
          {draft.alerts.length === 0 ? (
            <p className="status">
              <Shape name="circle" className="mark ok" />
              {t('handoverPage.nothingOpen')}
            </p>
          ) : (
            <AlertRows alerts={draft.alerts} timeZone={timeZone} path={path} />
          )}
          {draft.clearedUntaken.length > 0 && (
            <details>
              <summary>
                <Icon name="history" />
                <b>{t('handoverPage.cleared', { count: draft.clearedUntaken.length })}</b>
                <Icon name="down" />
              </summary>
              <AlertRows alerts={draft.clearedUntaken} timeZone={timeZone} path={path} />
            </details>
          )}
          {draft.canSign ? (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                signing.mutate(
                  { plantId, note, ...(areaId && { areaId }) },
                  {
                    onSuccess: (made) => {
                      setNote('');
                      if (made.handover) onSigned(made.handover.id);
                    },
                  },
                );
              }}
            >
              <label className="field">
                <span>{t('handoverPage.note')}</span>
                <textarea required rows={4} value={note} onChange={(event) => setNote(event.target.value)} />
                <small>{t('handoverPage.noteHint')}</small>
              </label>
              <Trouble error={signing.error} />
              <button type="submit" className="button main large" disabled={signing.isPending}>
                {t('handoverPage.sign', { count: draft.alerts.length })}
              </button>
            </form>
          ) : (
            <p className="whynot">
              <Icon name="hand" />
              {draft.whyNot}
            </p>
          )}
        </>
      )}
    </section>
  );
}
