import './notifications.css';
import { useText } from '../../shared/text';
import { Icon } from '../../shared/ui';
import { useUnread } from './use-notices';

/** The way in to what one was told, and how many wait to be read; `named` where no word stands beside it. */
export function Bell({ named = false }: { named?: boolean }) {
  const { t } = useText();
  const { count } = useUnread();
  return (
    <span className="bell">
      <Icon name="bell" />
      {named && <span className="sr">{t('centre.title')}</span>}
      {count > 0 && (
        <b>
          {count > 99 ? '99+' : count}
          <span className="sr"> {t('centre.unread', { count })}</span>
        </b>
      )}
    </span>
  );
}
