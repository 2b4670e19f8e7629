import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { ask, clock } from '../../shared/api';
import { useText } from '../../shared/text';
import { PhotoField, Trouble } from '../../shared/ui';
import type { Offered, Said } from './commands';
import { type AlertDetail, causesDocument, peopleDocument } from './documents';
import { ShelfKeeper } from './shelf-keeper';
import { ShelfUntil } from './shelf-until';

type Props = {
  name: Offered;
  alert: AlertDetail;
  plantId: string;
  error: unknown;
  busy: boolean;
  onSend: (said: Said) => void;
  onLeave: () => void;
};

/** What a command has to be told, in a dialog that the keyboard and a glove can leave. */
export function CommandForm({ name, alert, plantId, error, busy, onSend, onLeave }: Props) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState<Said>({});
  const [sendingPhotos, setSendingPhotos] = useState(false);
  // Closed before it leaves the page, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const set = (part: Said) => setSaid((before) => ({ ...before, ...part }));
  const holds = alert.conditionHolds && (name === 'RESOLVE' || name === 'CANCEL');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hours = holds && !said.holdUntil ? 4 : undefined;
    onSend(hours ? { ...said, holdUntil: inHours(hours) } : said);
  };
  return (
    <dialog ref={dialog} className="command" onClose={onLeave} aria-labelledby="command-title">
      <form className="form" onSubmit={submit}>
        <h2 id="command-title">{t(`alerts.command.${name}`)}</h2>
        {(name === 'RESOLVE' || (name === 'CLOSE' && needsCause(alert))) && (
          <Causes value={said.causeCode ?? ''} onChange={(causeCode) => set({ causeCode })} />
        )}
        {name === 'RESOLVE' && (
          <label className="field">
            <span>{t('alerts.whatWasDone')}</span>
            <textarea
              required
              rows={2}
              value={said.resolution ?? ''}
              onChange={(event) => set({ resolution: event.target.value })}
            />
          </label>
        )}
        {name === 'SHELVE' && (
          <>
            <ShelfUntil value={said.until ?? ''} onChange={(until) => set({ until })} />
            <ShelfKeeper
              alert={alert}
              plantId={plantId}
              value={said.ownerId}
              onChange={(ownerId) => set({ ownerId })}
            />
          </>
        )}
        {(name === 'ASSIGN' || name === 'TRANSFER') && (
          <People
            plantId={plantId}
            areaId={alert.area?.id}
            value={said.personId ?? ''}
            onChange={(personId) => set({ personId })}
          />
        )}
        {name === 'COMMENT' && (
          <>
            <label className="field">
              <span>{t('alerts.comment')}</span>
              <textarea
                required={!said.attachmentIds?.length}
                rows={3}
                value={said.comment ?? ''}
                onChange={(event) => set({ comment: event.target.value })}
              />
            </label>
            <PhotoField
              plantId={plantId}
              onChange={(attachmentIds) => set({ attachmentIds })}
              onBusy={setSendingPhotos}
            />
          </>
        )}
        {name === 'CHANGE_SEVERITY' && (
          <label className="field">
            <span>{t('alerts.newSeverity')}</span>
            <select
              required
              value={said.severity ?? ''}
              onChange={(event) => set({ severity: severities.find((each) => each === event.target.value) })}
            >
              <option value="" disabled>
                {t('common.choose')}
              </option>
              {severities
                .filter((severity) => severity !== alert.severity)
                .map((severity) => (
                  <option key={severity} value={severity}>
                    {t(`alerts.severity.${severity}`)}
                  </option>
                ))}
            </select>
          </label>
        )}
        {(name === 'RELEASE' ||
          name === 'REOPEN' ||
          name === 'CANCEL' ||
          name === 'CHANGE_SEVERITY' ||
          name === 'STOP_LINE' ||
          name === 'SHELVE' ||
          name === 'TRANSFER' ||
          name === 'REFUSE' ||
          holds) && (
          <label className="field">
            <span>{t(holds ? 'alerts.whyThough' : name === 'TRANSFER' ? 'alerts.transferNote' : 'alerts.why')}</span>
            <textarea
              required={name !== 'STOP_LINE' && name !== 'TRANSFER'}
              rows={2}
              value={said.reason ?? ''}
              onChange={(event) => set({ reason: event.target.value })}
            />
          </label>
        )}
        {holds && (
          <label className="field">
            <span>{t('alerts.holdFor')}</span>
            <select defaultValue="4" onChange={(event) => set({ holdUntil: inHours(Number(event.target.value)) })}>
              {[1, 2, 4, 8].map((hours) => (
                <option key={hours} value={hours}>
                  {t('time.hours', { count: hours })}
                </option>
              ))}
            </select>
            <small>{t('alerts.holdHint')}</small>
          </label>
        )}
        <Trouble error={error} />
        <footer>
          <button type="button" className="button large" onClick={() => dialog.current?.close()}>
            {t('common.leave')}
          </button>
          <button type="submit" className="button main large" disabled={busy || sendingPhotos}>
            {t(`alerts.command.${name}`)}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

const severities = ['CRITICAL', 'MAJOR', 'MINOR', 'INFORMATION'] as const;

/** A stock-out is closed only once a person gave its cause. */
const needsCause = (alert: AlertDetail) =>
  alert.kind === 'STOCK_OUT' && (!alert.causeCode || alert.causeCode === 'cleared-untaken');

const inHours = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString();

function Causes({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t } = useText();
  const causes = useQuery({
    queryKey: ['causes'],
    queryFn: async () => (await ask(causesDocument)).causes,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <label className="field">
      <span>{t('alerts.causeOf')}</span>
      <select required value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" disabled>
          {t('common.choose')}
        </option>
        {causes.data?.map((cause) => (
          <option key={cause.code} value={cause.code}>
            {cause.name}
          </option>
        ))}
      </select>
      <Trouble error={causes.error} />
    </label>
  );
}

type PeopleProps = { plantId: string; areaId: string | undefined; value: string; onChange: (id: string) => void };

function People({ plantId, areaId, value, onChange }: PeopleProps) {
  const { t } = useText();
  const people = useQuery({
    queryKey: ['people', plantId, areaId],
    queryFn: async () => (await ask(peopleDocument, { plantIds: [plantId], areaIds: areaId ? [areaId] : null })).people,
  });
  return (
    <label className="field">
      <span>{t('alerts.assignee')}</span>
      <select required value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" disabled>
          {t('common.choose')}
        </option>
        {people.data?.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      <Trouble error={people.error} />
    </label>
  );
}
