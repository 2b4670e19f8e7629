import { Outlet } from 'react-router';
import { LiveProvider } from '../../shared/live';
import { SignedIn } from '../signed-in';
import { useTheme } from '../theme';

/** What stands around every page of the phone. */
export function PhoneShell() {
  useTheme('light');
  return (
    <SignedIn>
      {(me) => {
        const plant = me.memberships[0]?.plant;
        return plant ? (
          <LiveProvider scope={{ plantId: plant.id }}>
            <Outlet />
          </LiveProvider>
        ) : null;
      }}
    </SignedIn>
  );
}
