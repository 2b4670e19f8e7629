import { Link } from 'react-router';
import { NoticeList } from '../../features/notifications/notice-list';
import { useUnread } from '../../features/notifications/use-notices';
import { useText, useTitle } from '../../shared/text';
import { useStanding } from './desk-shell';

/** What the person was told. */
export function NoticesPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { count } = useUnread();
  useTitle(t('centre.title'));
  return (
    <>
      <header className="head">
        <h1>{t('centre.title')}</h1>
        <p>{t('centre.unreadCount', { count })}</p>
        <div className="end">
          <Link className="button" to="/desk/preferences">
            {t('centre.preferences')}
          </Link>
        </div>
      </header>
      <div className="column-page">
        <NoticeList timeZone={plant.timeZone} />
      </div>
    </>
  );
}
