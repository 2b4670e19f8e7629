import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { alertsQuery } from '../../features/alerts/alert-list';
import { HandoverList } from '../../features/alerts/handover-list';
import { useHandoverAsked } from '../../features/alerts/handovers';
import { ShelfList } from '../../features/alerts/shelf-list';
import { WorkList } from '../../features/alerts/work-list';
import { ActionCards } from '../../features/improvement/actions/action-cards';
import { myActionsQuery } from '../../features/improvement/actions/actions';
import { useLive, useNow } from '../../shared/live';
import { useText, useTitle } from '../../shared/text';
import { hourOfShift, Icon, stillRunning } from '../../shared/ui';
import { Menu } from '../menu';
import { Head } from './head';
import { useLastPlaces } from './last-places';
import { useStanding } from './phone-shell';

/** What is asked of me, and the one large button. */
export function HomePage() {
  const { t, language } = useText();
  const { me, plant } = useStanding();
  const [places] = useLastPlaces(me.id);
  const { board } = useLive();
  const shift = stillRunning(board?.shift, useNow());
  const shelved = useInfiniteQuery(alertsQuery({ plantIds: [plant.id], states: ['SHELVED'] }, 'WORST_FIRST', 50));
  const handover = useHandoverAsked(plant.id);
  const actions = useQuery(myActionsQuery).data?.length ?? 0;
  useTitle(t('alerts.askedOfMe'));
  const hours =
    shift &&
    `${hourOfShift(shift.starts, language)} – ${hourOfShift(shift.ends, language)}`
      .replaceAll(' ', '\u00a0')
      .replace('–', '–\u2060');
  return (
    <>
      <Head
        title={t('alerts.askedOfMe')}
        subtitle={shift ? t('organisation.meAndShift', { me: me.name, shift: shift.name, hours }) : me.name}
        end={<Menu here="phone" />}
      />
      <main>
        <HandoverList plantId={plant.id} timeZone={plant.timeZone} path="/handovers" only="asked" />
        <WorkList meId={me.id} timeZone={plant.timeZone} more={handover || actions > 0} />
        <ActionCards timeZone={plant.timeZone} />
        <ShelfList
          alerts={shelved.data?.pages.flatMap((page) => page.nodes ?? []) ?? []}
          timeZone={plant.timeZone}
          path="/a"
        />
      </main>
      <div className="thumb two-ways">
        <Link className="report" to={places[0] ? `/raise/${places[0]}` : '/raise'}>
          <Icon name="megaphone" />
          {t('alerts.raise')}
        </Link>
        <Link className="button large" to="/report">
          {t('dysfunctions.page.report')}
        </Link>
      </div>
    </>
  );
}
