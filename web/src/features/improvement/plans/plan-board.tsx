import { useInfiniteQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { useText } from '../../../shared/text';
import { quantity, Trouble } from '../../../shared/ui';
import { More } from '../more';
import type { PlanFilter } from './documents';
import { PlanCard } from './plan-card';
import { living, states } from './plan-filter';
import { plansQuery } from './plans';

/** What a column reads at once: two screens of cards. */
const page = 20;

type Column = { key: string; name: string; filter: PlanFilter };
type Props = { filter: PlanFilter; steps: { code: string; name: string }[] | undefined; today: string };

/** One column a step once a method is chosen, else one a state: steps of two methods do not compare. */
export function PlanBoard({ filter, steps, today }: Props) {
  const { t } = useText();
  const wanted = filter.states ?? states;
  const byState = (state: (typeof states)[number]): Column => ({
    key: state,
    name: t(`plans.state.${state}`),
    filter: { ...filter, states: [state] },
  });
  const alive = wanted.filter((state) => living.includes(state));
  const byStep = (alive.length > 0 && steps) || [];
  const columns = steps
    ? [
        ...byStep.map(({ code, name }) => ({ key: code, name, filter: { ...filter, steps: [code], states: alive } })),
        ...wanted.filter((state) => !living.includes(state)).map(byState),
      ]
    : wanted.map(byState);
  return (
    <div className="plan-board" style={{ '--columns': Math.max(3, columns.length) } as CSSProperties}>
      {columns.map((column) => (
        <PlanColumn key={column.key} column={column} today={today} showsState={steps !== undefined} />
      ))}
    </div>
  );
}

/** Each column asks for its own, so that its count is the whole and the newest of another do not push its plans out of sight. */
function PlanColumn({ column, today, showsState }: { column: Column; today: string; showsState: boolean }) {
  const { language } = useText();
  const list = useInfiniteQuery({ ...plansQuery(column.filter, page), placeholderData: (before) => before });
  const plans = list.data?.pages.flatMap((each) => each?.nodes ?? []) ?? [];
  const whole = list.data?.pages[0]?.totalCount ?? 0;
  return (
    <section aria-label={column.name}>
      <h2>
        {column.name} {list.data && <b>{quantity(whole, language)}</b>}
      </h2>
      <Trouble error={list.error} />
      <ul>
        {plans.map((plan) => (
          <li key={plan.id}>
            <PlanCard plan={plan} today={today} showsState={showsState} />
          </li>
        ))}
      </ul>
      <More shown={plans.length} whole={whole} busy={list.isFetching} onMore={() => void list.fetchNextPage()} />
    </section>
  );
}
