import { useRef, useState } from 'react';
import { useText } from '../../shared/text';
import { Icon, Trouble } from '../../shared/ui';
import { useNewCalendarLink } from './preferences';

/** The personal address for a calendar program: made on demand, shown once. */
export function CalendarLink() {
  const { t } = useText();
  const link = useNewCalendarLink();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // On an address without https the browser has no clipboard, but still the old command.
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(link.data ?? '').then(
          () => true,
          () => false,
        )
      : document.execCommand('copy');
    setCopied(done);
  };
  return (
    <>
      <p className="muted">{t('centre.calendarHint')}</p>
      {link.data ? (
        <div className="link-once">
          <label className="field">
            <span>{t('centre.calendarOnce')}</span>
            <input ref={field} readOnly value={link.data} onFocus={(event) => event.target.select()} />
          </label>
          <button type="button" className="button main large" onClick={() => void copy()}>
            <Icon name={copied ? 'check' : 'link'} />
            {t(copied ? 'centre.copied' : 'centre.copy')}
          </button>
        </div>
      ) : (
        <>
          <button type="button" className="button large" disabled={link.isPending} onClick={() => link.mutate()}>
            <Icon name="link" />
            {t('centre.newLink')}
          </button>
          <p className="muted">{t('centre.newLinkHint')}</p>
        </>
      )}
      <Trouble error={link.error} />
    </>
  );
}
