import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf } from '../../../shared/api';
import type { WeekDay } from '../../../shared/ui';

const calendarDocument = graphql(`
  query Calendar($plantId: UUID!, $areaId: UUID) {
    calendar(plantId: $plantId, areaId: $areaId) {
      isOwn
      version
      shifts { code name starts ends days breaks { starts ends } }
      closings { from to name everyYear }
      specialDays { day name shifts { code name starts ends days breaks { starts ends } } }
      next14Days { day closed name shifts { code name starts ends } }
    }
  }
`);

const areasDocument = graphql(`
  query Areas($plantId: UUID!) { places(plantIds: [$plantId], kinds: [AREA], first: 100) { nodes { id code name } } }
`);

const saveDocument = graphql(`
  mutation SaveCalendar($input: SaveCalendarInput!) {
    saveCalendar(input: $input) {
      calendar { version }
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);

const removeDocument = graphql(`
  mutation RemoveCalendar($input: RemoveCalendarInput!) {
    removeCalendar(input: $input) { errors { ... on Error { code message } } }
  }
`);

export type Calendar = NonNullable<ResultOf<typeof calendarDocument>['calendar']>;
export type CalendarDay = Calendar['next14Days'][number];
export type Closing = Calendar['closings'][number];
export type Break = { starts: string; ends: string };
export type Shift = { code: string; name: string; starts: string; ends: string; days: WeekDay[]; breaks: Break[] };
export type SpecialDay = { day: string; name: string; shifts: Shift[] };
/** What a person says of a calendar. */
export type CalendarFacts = { shifts: Shift[]; closings: Closing[]; specialDays: SpecialDay[] };

/** When a plant works, or an area; null: around the clock. */
export const calendarQuery = (plantId: string, areaId: string | null) =>
  queryOptions({
    queryKey: ['calendar', plantId, areaId],
    queryFn: async () => (await ask(calendarDocument, { plantId, areaId })).calendar,
  });

export const areasQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['areas', plantId],
    queryFn: async () => (await ask(areasDocument, { plantId })).places.nodes ?? [],
    staleTime: 60_000,
  });

export const factsOf = ({ shifts, closings, specialDays }: Calendar): CalendarFacts => ({
  shifts,
  closings,
  specialDays,
});

/** Saves a whole calendar as it was read: somebody else's change in between is a conflict. */
export function useSaveCalendar(
  plantId: string,
  areaId: string | null,
  version: number | undefined,
  onDone: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (facts: CalendarFacts) =>
      command(saveDocument, {
        input: { plantId, areaId, ...facts, ...(version && { expectedVersion: version }), clientId: newClientId() },
      }),
    onSuccess: async () => {
      await Promise.all([['calendar'], ['me']].map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone();
    },
  });
}

/** Takes an area's own calendar away: it follows the plant's again. */
export function useRemoveCalendar(plantId: string, areaId: string | null, version: number, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      command(removeDocument, { input: { plantId, areaId, expectedVersion: version, clientId: newClientId() } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['calendar'] });
      onDone();
    },
  });
}
