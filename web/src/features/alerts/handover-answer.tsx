import './handover.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBoardChanges, useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { FormDialog, Icon, Shape, shortLeft, Trouble, useTimes } from '../../shared/ui';
import { AlertRows } from './alert-rows';
import { type Handover, handoverQuery, useAnswer } from './handovers';

type Props = { id: string; timeZone: string; path: string };

/** One handover: the note, and each alert for the next shift to accept or to refuse with a reason. */
export function HandoverAnswer({ id, timeZone, path }: Props) {
  const { t } = useText();
  const handover = useQuery(handoverQuery(id));
  useBoardChanges(() => void handover.refetch());
  return (
    <>
      <Trouble error={handover.error} />
      {handover.data === null && <p>{t('handoverPage.unknown')}</p>}
      {handover.data && <Signed handover={handover.data} timeZone={timeZone} path={path} />}
    </>
  );
}

function Signed({ handover, timeZone, path }: { handover: Handover; timeZone: string; path: string }) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const answering = useAnswer();
  const [refusing, setRefusing] = useState<string[]>();
  const [reason, setReason] = useState('');
  const leave = () => {
    setRefusing(undefined);
    setReason('');
  };
  const to = { handoverId: handover.id, expectedVersion: handover.version };
  const offered = handover.items.filter(({ state }) => state === 'OFFERED');
  const waiting = handover.items.filter(({ state }) => state === 'OFFERED' || state === 'REFUSED');
  const itemOf = new Map(handover.items.map((item) => [item.alert.id, item]));
  const due = handover.dueAt ? Date.parse(handover.dueAt) : undefined;
  return (
    <section className="handover signed">
      <header>
        <h2>{t('handoverPage.of', { shift: handover.shift, area: handover.area?.name ?? t('alerts.wholePlant') })}</h2>
        <p>
          {t('handoverPage.signedBy', {
            name: handover.signedBy?.name ?? '',
            moment: times.moment(Date.parse(handover.signedAt), now),
          })}
        </p>
      </header>
      <blockquote>{handover.note}</blockquote>
      <p className="standing" data-open={due !== undefined || undefined}>
        <b>{t(`handoverPage.state.${handover.state}`)}</b>
        {due !== undefined && waiting.length > 0 && (
          <span>{t('handoverPage.due', { left: shortLeft(due, now, t), moment: times.moment(due, now) })}</span>
        )}
      </p>
      {handover.canAnswer && waiting.length > 0 && (
        <div className="answers">
          <button
            type="button"
            className="button main large"
            disabled={answering.isPending}
            onClick={() => answering.mutate(to)}
          >
            <Icon name="check" />
            {t('handoverPage.acceptAll', { count: waiting.length })}
          </button>
          {offered.length > 0 && (
            <button
              type="button"
              className="button large"
              onClick={() => setRefusing(offered.map(({ alert }) => alert.id))}
            >
              {t('handoverPage.refuseAll')}
            </button>
          )}
        </div>
      )}
      {!handover.canAnswer && due !== undefined && handover.whyNot && (
        <p className="whynot">
          <Icon name="hand" />
          {handover.whyNot}
        </p>
      )}
      <Trouble error={refusing ? null : answering.error} />
      <AlertRows
        alerts={handover.items.map(({ alert }) => alert)}
        timeZone={timeZone}
        path={path}
        after={(alert) => {
          const item = itemOf.get(alert.id);
          if (!item) return null;
          const open = item.state === 'OFFERED' || item.state === 'REFUSED';
          return (
            <div className="item">
              <Answered item={item} />
              {handover.canAnswer && open && (
                <span>
                  <button
                    type="button"
                    className="button"
                    aria-label={t('common.about', { what: t('handoverPage.accept'), name: alert.number })}
                    disabled={answering.isPending}
                    onClick={() => answering.mutate({ ...to, alertIds: [alert.id] })}
                  >
                    {t('handoverPage.accept')}
                  </button>
                  {item.state === 'OFFERED' && (
                    <button
                      type="button"
                      className="button"
                      aria-label={t('common.about', { what: t('handoverPage.refuse'), name: alert.number })}
                      onClick={() => setRefusing([alert.id])}
                    >
                      {t('handoverPage.refuse')}
                    </button>
                  )}
                </span>
              )}
            </div>
          );
        }}
      />
      {handover.items.length === 0 && (
        <p className="status">
          <Shape name="circle" className="mark ok" />
          {t('handoverPage.nothingOpen')}
        </p>
      )}
      {handover.clearedUntaken.length > 0 && (
        <details>
          <summary>
            <Icon name="history" />
            <b>{t('handoverPage.cleared', { count: handover.clearedUntaken.length })}</b>
            <Icon name="down" />
          </summary>
          <AlertRows alerts={handover.clearedUntaken} timeZone={timeZone} path={path} />
        </details>
      )}
      {refusing && (
        <FormDialog
          title={t('handoverPage.refuse')}
          submit={t('handoverPage.refuse')}
          error={answering.error}
          busy={answering.isPending}
          onSend={() => answering.mutate({ ...to, alertIds: refusing, reason }, { onSuccess: leave })}
          onLeave={leave}
        >
          <label className="field">
            <span>{t('alerts.why')}</span>
            <textarea required rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        </FormDialog>
      )}
    </section>
  );
}

function Answered({ item }: { item: Handover['items'][number] }) {
  const { t } = useText();
  if (item.state === 'OFFERED') return <p>{t('handoverPage.item.OFFERED')}</p>;
  return (
    <p className={item.state === 'ACCEPTED' ? 'word ok' : undefined}>
      {t(`handoverPage.item.${item.state}`, { name: item.by?.name ?? '' }).trim()}
      {item.reason && <q>{item.reason}</q>}
    </p>
  );
}
