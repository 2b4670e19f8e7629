import '../dysfunctions/dysfunctions.css';
import './plans.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useText } from '../../../shared/text';
import { Trouble } from '../../../shared/ui';
import { useToday } from '../days';
import { More } from '../more';
import { PlanBoard } from './plan-board';
import { usePlanFilter } from './plan-filter';
import { PlanFilters } from './plan-filters';
import { PlanTable } from './plan-table';
import { methodsQuery, plansFoundQuery, plansQuery } from './plans';
import { TimeLine } from './time-line';

/** Every plan of the plant: as a board by step or state, as a table, or on a time line. */
export function Portfolio({ plantId, meId, timeZone }: { plantId: string; meId: string; timeZone: string }) {
  const { t } = useText();
  const choice = usePlanFilter(plantId, meId);
  const { filter, view, method } = choice;
  const methods = useQuery(methodsQuery(plantId)).data ?? [];
  const count = useQuery({ ...plansFoundQuery(filter), placeholderData: (before) => before });
  const list = useInfiniteQuery({
    ...plansQuery(filter),
    placeholderData: (before) => before,
    enabled: view !== 'board',
  });
  const plans = list.data?.pages.flatMap((page) => page?.nodes ?? []) ?? [];
  const today = useToday(timeZone);
  return (
    <>
      <PlanFilters plantId={plantId} choice={choice} methods={methods} found={count.data} />
      <div className="said">
        <Trouble error={count.error ?? list.error} />
      </div>
      {count.data === 0 ? (
        <p className="nothing">{t(choice.isNarrowed ? 'plans.page.noneFound' : 'plans.page.none')}</p>
      ) : view === 'board' ? (
        <PlanBoard filter={filter} steps={methods.find(({ code }) => code === method)?.steps} today={today} />
      ) : (
        <>
          {view === 'table' ? <PlanTable plans={plans} today={today} /> : <TimeLine plans={plans} today={today} />}
          <More
            shown={plans.length}
            whole={list.data?.pages[0]?.totalCount ?? 0}
            busy={list.isFetching}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}
