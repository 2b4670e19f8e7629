import { Outlet } from 'react-router';
import { plantOf } from '../../shared/api';
import { LiveProvider } from '../../shared/live';
import { SignedIn } from '../signed-in';
import { useTheme } from '../theme';

/** What stands around every page of the desk. */
export function DeskShell() {
  useTheme('light');
  return (
    <SignedIn>
      {(me) => {
        const plant = plantOf(me);
        return plant ? (
          <LiveProvider scope={{ plantId: plant.id }}>
            <Outlet />
          </LiveProvider>
        ) : null;
      }}
    </SignedIn>
  );
}
