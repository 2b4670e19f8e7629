import { useEffect } from 'react';
import { useText, useTitle } from '../shared/text';
import { Shape } from '../shared/ui';

const patience = 15_000;

/**
 * A page that broke, or whose part is gone since the server was upgraded. It loads itself again: before a wall nobody
 * stands to do it.
 */
export function PageError() {
  const { t } = useText();
  useTitle(t('common.reloading'));
  useEffect(() => {
    // Only to a server that answers: the browser's own error page would never come back.
    const reload = () =>
      fetch(location.href, { method: 'HEAD' }).then(
        (answer) => answer.ok && location.reload(),
        () => undefined,
      );
    const timer = setInterval(reload, patience);
    return () => clearInterval(timer);
  }, []);
  return (
    <main className="lonely">
      <Shape name="triangle" className="mark critical" />
      <h1>{t('common.pageBroken')}</h1>
      <p>{t('common.reloading')}</p>
      <button type="button" className="button main" onClick={() => location.reload()}>
        {t('common.retry')}
      </button>
    </main>
  );
}
