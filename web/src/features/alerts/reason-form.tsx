import { useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../shared/text';
import { Trouble } from '../../shared/ui';

type Props = {
  title: string;
  error: unknown;
  busy: boolean;
  onSend: (reason: string) => void;
  onLeave: () => void;
};

/** Asks why, in a dialog that the keyboard and a glove can leave. */
export function ReasonForm({ title, error, busy, onSend, onLeave }: Props) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="command" onClose={onLeave} aria-labelledby="reason-title">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSend(reason);
        }}
      >
        <h2 id="reason-title">{title}</h2>
        <label className="field">
          <span>{t('alerts.why')}</span>
          <textarea required rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <Trouble error={error} />
        <footer>
          <button type="button" className="button large" onClick={() => dialog.current?.close()}>
            {t('common.leave')}
          </button>
          <button type="submit" className="button main large" disabled={busy}>
            {title}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
