import './desk.css';
import { Outlet, useOutletContext } from 'react-router';
import { UrgentBar } from '../../features/notifications/urgent-bar';
import { type Me, type Plant, plantOf } from '../../shared/api';
import { LiveProvider } from '../../shared/live';
import { NoPlant } from '../no-plant';
import { SignedIn } from '../signed-in';
import { useTheme } from '../theme';
import { Navigation } from './navigation';

type Standing = { me: Me; plant: Plant };

/** Who sits at the desk, and of which plant. */
export const useStanding = () => useOutletContext<Standing>();

/** What stands around every page of the desk. */
export function DeskShell() {
  useTheme('light');
  return (
    <SignedIn>
      {(me) => {
        const plant = plantOf(me);
        if (!plant) return <NoPlant />;
        return (
          <LiveProvider scope={{ plantId: plant.id }}>
            <div className="desk">
              <Navigation me={me} plant={plant} />
              <main className="page">
                <UrgentBar />
                <Outlet context={{ me, plant } satisfies Standing} />
              </main>
            </div>
          </LiveProvider>
        );
      }}
    </SignedIn>
  );
}
