import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanFilter, PlanState } from './documents';

export const living: PlanState[] = ['DRAFT', 'SUBMITTED', 'RUNNING', 'SUSPENDED'];
export const states: PlanState[] = [...living, 'CLOSED', 'ABANDONED'];
export const views = ['board', 'table', 'time'] as const;

/** What of the plans is looked at, and how; it stands in the address, which can be sent to somebody. */
export function usePlanFilter(plantId: string, meId: string) {
  const [search, setSearch] = useSearchParams();
  const get = (name: string) => search.get(name) ?? '';
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const [state, method, leader, text] = [get('state'), get('method'), get('leader'), get('text')];
  const [late, recurring] = [get('late') === '1', get('recurring') === '1'];
  const searched = useDeferredValue(text.trim());
  const filter: PlanFilter = {
    plantIds: [plantId],
    ...(state !== 'ALL' && { states: state ? [state as PlanState] : living }),
    ...(method && { methods: [method] }),
    ...(leader === 'me' ? { personIds: [meId] } : leader && { leaderIds: [leader] }),
    ...(late && { late: true }),
    ...(recurring && { isRecurring: true }),
    ...(searched && { text: searched }),
  };
  const view = views.find((each) => each === get('as')) ?? 'board';
  const isNarrowed = Boolean(state || method || leader || late || recurring || searched);
  return { filter, view, isNarrowed, state, method, leader, text, late, recurring, set };
}

export type PlanChoice = ReturnType<typeof usePlanFilter>;
