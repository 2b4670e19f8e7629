import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Bell } from '../../features/notifications/bell';
import { useFreshness, useLive } from '../../shared/live';
import { useText } from '../../shared/text';
import { Icon, useTimes } from '../../shared/ui';
import { useStanding } from './phone-shell';

type Props = { title: string; subtitle?: string | undefined; back?: boolean; end?: ReactNode; short?: boolean };

/** The page's head: where one is, the way back, and how far the page may be believed. */
export function Head({ title, subtitle, back = false, end, short = false }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  // The first page of a visit (a label that was scanned) has nothing of ours behind it.
  const { key, pathname } = useLocation();
  const first = key === 'default';
  const leave = () => (first ? void navigate('/') : void navigate(-1));
  return (
    <>
      <header className={back ? 'head back' : 'head'}>
        {back && (
          <button type="button" className="square" aria-label={t('common.back')} onClick={leave}>
            <Icon name="left" />
          </button>
        )}
        <div>
          <h1 className={short ? 'short' : undefined}>{title}</h1>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {pathname !== '/notices' && (
          <Link className="square" to="/notices">
            <Bell named />
          </Link>
        )}
        {end}
      </header>
      <Offline />
    </>
  );
}

function Offline() {
  const { t } = useText();
  const { plant } = useStanding();
  const { connected } = useLive();
  const { freshness, heardAt } = useFreshness();
  const times = useTimes(plant.timeZone);
  if (heardAt === undefined || (connected && freshness === 'live') || freshness === 'live') return null;
  return (
    <div className="offline" role="status">
      <Icon name="off" />
      <div>
        <b>{t('common.offlineSince', { time: times.clock(heardAt) })}</b>
        {t('common.offlineHint')}
      </div>
    </div>
  );
}
