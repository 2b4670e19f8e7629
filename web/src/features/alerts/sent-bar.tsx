import { useEffect, useState } from 'react';
import { useText } from '../../shared/text';
import { Icon, Shape, Trouble } from '../../shared/ui';
import { type Raised, useStopLine, useUndo } from './raise';

const undoSeconds = 5;

/** What became of it, with five seconds to take it back; an alert that joined another's is not one's own to take back. */
export function SentBar({ alert, meId, onDone }: { alert: Raised; meId: string; onDone: () => void }) {
  const { t } = useText();
  const undo = useUndo(t('alerts.undoReason'));
  const stop = useStopLine();
  const joined = alert.occurrenceCount > 1 || alert.raisedBy?.id !== meId;
  const [left, setLeft] = useState(undoSeconds);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  const counting = !joined && left > 0 && undo.isIdle;
  const undoable = counting || undo.isPending || undo.isError;
  return (
    <div className="sent dark">
      <p role="status">
        <Shape name="circle" className="done" />
        <span>
          {undo.isSuccess ? t('alerts.takenBack') : joined ? t('alerts.joined') : t('alerts.sent')}
          <small className="num">{alert.number}</small>
        </span>
      </p>
      {undoable ? (
        <button type="button" className="undo" disabled={undo.isPending} onClick={() => undo.mutate(alert)}>
          {counting ? t('alerts.undo', { seconds: left }) : t('alerts.undoAgain')}
        </button>
      ) : (
        <button type="button" className="undo" onClick={onDone}>
          {t('alerts.finished')}
        </button>
      )}
      <i className="left" data-running={counting || undefined} />
      <Trouble error={undo.error ?? stop.error} />
      <div className="more">
        {!undo.isSuccess && alert.line && (
          <button type="button" disabled={stop.isPending || stop.isSuccess} onClick={() => stop.mutate(alert)}>
            <Icon name={stop.isSuccess ? 'check' : 'stop'} />
            {t(stop.isSuccess ? 'alerts.lineStoppedSaid' : 'alerts.stopLine')}
          </button>
        )}
        {undoable && (
          <button type="button" onClick={onDone}>
            {t('alerts.finished')}
          </button>
        )}
      </div>
    </div>
  );
}
