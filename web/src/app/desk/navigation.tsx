import { useQuery } from '@tanstack/react-query';
import { Link, NavLink } from 'react-router';
import { Bell } from '../../features/notifications/bell';
import { type Me, type Plant, permissionsQuery } from '../../shared/api';
import { useFreshness, useLive, useNow } from '../../shared/live';
import { useText } from '../../shared/text';
import { hourOfShift, Icon, type IconName, initials, stillRunning, useTimes } from '../../shared/ui';
import { Menu } from '../menu';

/** The rooms that have a page, the plant's clock, and who is signed in. */
export function Navigation({ me, plant }: { me: Me; plant: Plant }) {
  const { t, language } = useText();
  const { board } = useLive();
  const times = useTimes(plant.timeZone);
  const now = useNow();
  const shift = stillRunning(board?.shift, now);
  const { data: permissions } = useQuery(permissionsQuery(plant.id));
  const untaken = board?.counters.untaken ?? 0;
  const role = me.memberships.find((each) => each.plant.id === plant.id)?.role;
  return (
    <nav className="nav" aria-label={t('common.rooms')}>
      <Link className="brand" to="/desk">
        <img src="/icon.svg" alt="" width="26" height="26" />
        <span>
          LogiPilot.Kaizen<small title={plant.name}>{plant.name}</small>
        </span>
      </Link>
      <ul>
        <Room to="/desk/alerts" icon="alert" name={t('alerts.alerts')}>
          {untaken > 0 && (
            <b className="nobody">
              {untaken}
              <span className="sr"> {t('alerts.untakenOnly', { count: untaken })}</span>
            </b>
          )}
        </Room>
        <li>
          <NavLink to="/desk/notices">
            <Bell />
            {t('centre.title')}
          </NavLink>
        </li>
        <Room to="/desk/handover" icon="swap" name={t('handoverPage.title')} />
        <Room to="/desk/supply" icon="box" name={t('supply.supply')} />
        <Room to="/desk/history" icon="history" name={t('alerts.past')} />
        {permissions?.includes('SEE_PLANS') && (
          <Room to="/desk/improvement" icon="award" name={t('dysfunctions.page.improvement')} />
        )}
        {permissions?.includes('SEE_INDICATORS') && <Room to="/desk/health" icon="heart" name={t('health.title')} />}
        {permissions?.includes('LEAD_ALERT') && (
          <Room to="/desk/admin" icon="settings" name={t('admin.administration')} />
        )}
        <Room to="/tv" icon="live" name={t('common.television')} />
      </ul>
      <div className="foot">
        <div className="clock">
          <time>{times.clock(now)}</time>
          <Age />
        </div>
        {shift && (
          <p>
            {shift.name} · {hourOfShift(shift.starts, language)} – {hourOfShift(shift.ends, language)}
          </p>
        )}
        <div className="me">
          <span className="avatar" aria-hidden="true">
            {initials(me.name)}
          </span>
          <span>
            {me.name}
            {role && <small>{t(`organisation.role.${role}`)}</small>}
          </span>
          <Menu here="desk" />
        </div>
      </div>
    </nav>
  );
}

type RoomProps = { to: string; icon: IconName; name: string; children?: React.ReactNode };

const Room = ({ to, icon, name, children }: RoomProps) => (
  <li>
    <NavLink to={to} reloadDocument={to === '/tv'}>
      <Icon name={icon} />
      {name}
      {children}
    </NavLink>
  </li>
);

/** How far the page may be believed. */
function Age() {
  const { t } = useText();
  const { freshness, silenceMs, heardAt } = useFreshness();
  const seconds = Math.floor(silenceMs / 1_000);
  if (heardAt === undefined) return <span className="live late">{t('common.connecting')}</span>;
  if (freshness === 'live')
    return (
      <span className="live">
        <i />
        {t('reporting.tv.live')}
      </span>
    );
  return (
    <span className="live late" role="status">
      <i />
      {seconds < 60 ? t('reporting.tv.ago', { seconds }) : t('reporting.tv.reconnecting')}
    </span>
  );
}
