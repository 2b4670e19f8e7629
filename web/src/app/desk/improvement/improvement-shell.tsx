import '../admin/admin.css';
import { NavLink, Outlet, useOutletContext } from 'react-router';
import { useText } from '../../../shared/text';
import type { useStanding } from '../desk-shell';

/** The pages of continuous improvement, in the order in which a problem goes through them. */
const pages = [
  { path: 'dysfunctions', name: 'dysfunctions.page.dysfunctions' },
  { path: 'decisions', name: 'decisions.title' },
  { path: 'plans', name: 'plans.page.plans' },
  { path: 'actions', name: 'actions.page.mine' },
];

/** What stands around every page of continuous improvement. */
export function ImprovementShell() {
  const { t } = useText();
  const standing = useOutletContext<ReturnType<typeof useStanding>>();
  return (
    <>
      <nav className="tabs" aria-label={t('dysfunctions.page.improvement')}>
        <ul>
          {pages.map(({ path, name }) => (
            <li key={path}>
              <NavLink to={`/desk/improvement/${path}`}>{t(name)}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet context={standing} />
    </>
  );
}
