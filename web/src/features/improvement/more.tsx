import './more.css';
import { useText } from '../../shared/text';
import { quantity } from '../../shared/ui';

type Props = { shown: number; whole: number; busy?: boolean; onMore: () => void };

/** How much of a long list is in sight, and the way to the next page; nothing once all is. */
export function More({ shown, whole, busy = false, onMore }: Props) {
  const { t, language } = useText();
  if (shown >= whole) return null;
  return (
    <p className="more">
      <button type="button" className="button" disabled={busy} onClick={onMore}>
        {t('common.more')}
      </button>
      <span>{t('common.someOf', { shown: quantity(shown, language), whole: quantity(whole, language) })}</span>
    </p>
  );
}
