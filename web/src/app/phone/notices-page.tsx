import { Link } from 'react-router';
import { NoticeList } from '../../features/notifications/notice-list';
import { useUnread } from '../../features/notifications/use-notices';
import { useText, useTitle } from '../../shared/text';
import { Head } from './head';
import { useStanding } from './phone-shell';

/** What the person was told. */
export function NoticesPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { count } = useUnread();
  useTitle(t('centre.title'));
  return (
    <>
      <Head title={t('centre.title')} subtitle={t('centre.unreadCount', { count })} back />
      <main className="said">
        <NoticeList timeZone={plant.timeZone} />
        <Link className="button large" to="/preferences">
          {t('centre.preferences')}
        </Link>
      </main>
    </>
  );
}
