import '../desk.css';
import { Outlet } from 'react-router';
import { plantOf } from '../../../shared/api';
import { LiveProvider } from '../../../shared/live';
import { NoPlant } from '../../no-plant';
import { SignedIn } from '../../signed-in';
import { useTheme } from '../../theme';

/** What people look at together: the whole screen, without the menu of the desk. */
export function MeetingShell() {
  useTheme('light');
  return (
    <SignedIn>
      {(me) => {
        const plant = plantOf(me);
        if (!plant) return <NoPlant />;
        return (
          <LiveProvider scope={{ plantId: plant.id }}>
            <div className="desk meeting">
              <Outlet context={{ me, plant }} />
            </div>
          </LiveProvider>
        );
      }}
    </SignedIn>
  );
}
