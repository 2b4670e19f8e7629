import './admin.css';
import { useQuery } from '@tanstack/react-query';
import { Navigate, NavLink, Outlet, useOutletContext } from 'react-router';
import { type Me, type Permission, type Plant, permissionsQuery } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

type Standing = { me: Me; plant: Plant; mayAdminister: boolean; first: string };

/** Who administers, and of which plant; a leader reads more than he changes. */
export const useAdministration = () => useOutletContext<Standing>();

/** The pages of the administration, each with what somebody needs to open it. */
const pages: { path: string; name: string; needs: Permission }[] = [
  { path: 'calendar', name: 'admin.page.calendar', needs: 'LEAD_ALERT' },
  { path: 'teams', name: 'admin.page.teams', needs: 'LEAD_ALERT' },
  { path: 'escalation', name: 'admin.page.escalation', needs: 'ADMINISTER' },
  { path: 'kinds', name: 'admin.page.kinds', needs: 'ADMINISTER' },
  { path: 'recurrence', name: 'admin.page.recurrence', needs: 'ADMINISTER' },
  { path: 'plans', name: 'admin.page.plans', needs: 'ADMINISTER' },
  { path: 'maintenance', name: 'admin.page.maintenance', needs: 'LEAD_ALERT' },
  { path: 'outbox', name: 'outbox.title', needs: 'ADMINISTER' },
  { path: 'webhooks', name: 'outbox.hooks.title', needs: 'ADMINISTER' },
];

/** Whoever asks for no page gets the first that is open to them. */
export function FirstPage() {
  const { first } = useAdministration();
  return <Navigate to={first} replace />;
}

/** What stands around every page of the administration. */
export function AdminShell() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const { data: permissions, error } = useQuery(permissionsQuery(plant.id));
  if (!permissions)
    return (
      <div className="said">
        <Trouble error={error} />
      </div>
    );
  if (!permissions.includes('LEAD_ALERT')) return <Navigate to="/desk" replace />;
  const open = pages.filter(({ needs }) => permissions.includes(needs));
  const mayAdminister = permissions.includes('ADMINISTER');
  const first = `/desk/admin/${open[0]?.path}`;
  return (
    <>
      <nav className="tabs" aria-label={t('admin.administration')}>
        <ul>
          {open.map(({ path, name }) => (
            <li key={path}>
              <NavLink to={`/desk/admin/${path}`}>{t(name)}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet context={{ me, plant, mayAdminister, first } satisfies Standing} />
    </>
  );
}
