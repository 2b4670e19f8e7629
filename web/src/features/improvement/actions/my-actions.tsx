import './actions.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { More } from '../more';
import { usePages } from '../pages';
import { ActionDialog } from './action-dialog';
import { ActionRows } from './action-table';
import { actionsQuery, myActionsQuery } from './actions';
import type { ActionFilter } from './documents';

type View = 'mine' | 'drift' | 'delays' | 'all';
const views: View[] = ['mine', 'drift', 'delays', 'all'];
const open = ['TO_DO', 'DOING', 'DONE'] as const;

/** My actions first; what drifts and what waits for a word on its delay beside them. */
export function MyActions({ plantId, timeZone }: { plantId: string; timeZone: string }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'mine';
  const [opened, setOpened] = useState<string>();
  const filter: ActionFilter = {
    plantIds: [plantId],
    states: [...open],
    ...(view === 'drift' && { drift: true }),
    ...(view === 'delays' && { delayAsked: true }),
  };
  const mine = useQuery({ ...myActionsQuery, enabled: view === 'mine' });
  const others = useInfiniteQuery({ ...actionsQuery(filter), enabled: view !== 'mine' });
  const mineShown = usePages(mine.data ?? []);
  const actions = view === 'mine' ? mineShown.shown : (others.data?.pages.flatMap((page) => page?.nodes ?? []) ?? []);
  const whole = (view === 'mine' ? mine.data?.length : others.data?.pages[0]?.totalCount) ?? 0;
  const isHere = view === 'mine' ? mine.data : others.data;
  const shown = actions.find(({ id }) => id === opened);
  return (
    <>
      <div className="filters">
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className={view === each ? 'filter on' : 'filter'}
            aria-pressed={view === each}
            onClick={() => setSearch(each === 'mine' ? {} : { view: each }, { replace: true })}
          >
            {t(`actions.page.view.${each}`)}
          </button>
        ))}
      </div>
      <div className="said">
        <Trouble error={mine.error ?? others.error} />
      </div>
      {isHere && actions.length === 0 ? (
        <p className="nothing">{t(`actions.page.empty.${view}`)}</p>
      ) : (
        <section className="panel list">
          <ActionRows actions={actions} timeZone={timeZone} onOpen={setOpened} />
          <More
            shown={actions.length}
            whole={whole}
            busy={others.isFetching}
            onMore={() => (view === 'mine' ? mineShown.more() : void others.fetchNextPage())}
          />
        </section>
      )}
      {shown && <ActionDialog action={shown} onLeave={() => setOpened(undefined)} />}
    </>
  );
}
