import './phone.css';
import { Outlet, useOutletContext } from 'react-router';
import { UrgentBar } from '../../features/notifications/urgent-bar';
import type { Me, Plant } from '../../shared/api';
import { plantOf } from '../../shared/api';
import { LiveProvider } from '../../shared/live';
import { NoPlant } from '../no-plant';
import { SignedIn } from '../signed-in';
import { useTheme } from '../theme';

type Standing = { me: Me; plant: Plant };

/** Who holds the phone, and in which plant. */
export const useStanding = () => useOutletContext<Standing>();

/** What stands around every page of the phone. */
export function PhoneShell() {
  useTheme('light');
  return (
    <SignedIn>
      {(me) => {
        const plant = plantOf(me);
        if (!plant) return <NoPlant />;
        return (
          <LiveProvider scope={{ plantId: plant.id }}>
            <div className="phone">
              <UrgentBar />
              <Outlet context={{ me, plant } satisfies Standing} />
            </div>
          </LiveProvider>
        );
      }}
    </SignedIn>
  );
}
