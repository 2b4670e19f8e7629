import './notifications.css';
import { Link } from 'react-router';
import { useText } from '../../shared/text';
import { Icon, Shape } from '../../shared/ui';
import { useNoticeFeed, useReading, useUnread } from './use-notices';

/** What is critical or keeps people safe shows at once, as a bar of its own above the work until it is opened or seen. */
export function UrgentBar() {
  const { t } = useText();
  useNoticeFeed();
  const { newest } = useUnread();
  const reading = useReading();
  const urgent = newest.filter(({ isUrgent }) => isUrgent);
  const first = urgent[0];
  return (
    <div className="urgent" role="alert" hidden={!first}>
      {first && (
        <>
          <Link to={first.link} onClick={() => reading.mutate([first.id])}>
            <Shape name="triangle" className="mark" />
            <span>
              <b>{first.title}</b> <small>{first.text}</small>
            </span>
          </Link>
          {urgent.length > 1 && <b className="num">{t('centre.moreUrgent', { count: urgent.length - 1 })}</b>}
          <button type="button" onClick={() => reading.mutate([first.id])}>
            <Icon name="check" />
            {t('centre.seen')}
          </button>
        </>
      )}
    </div>
  );
}
