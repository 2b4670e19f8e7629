import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf, type VariablesOf } from '../../../shared/api';
import { addDays } from '../../../shared/ui';

const teamsDocument = graphql(`
  query Teams($plantId: UUID!) {
    teams(plantIds: [$plantId]) {
      id
      code
      name
      version
      rotationStarts
      rotation
      areas { id name }
      members { id name }
    }
  }
`);
const absencesDocument = graphql(`
  query Absences($plantId: UUID!, $from: DateTime) {
    absences(plantIds: [$plantId], from: $from) {
      id
      version
      from
      to
      person { id name }
      replacedBy { id name }
    }
  }
`);
const onShiftDocument = graphql(`
  query OnShift($plantId: UUID!) {
    onShift(plantId: $plantId) { shift { code name starts ends } people { person { id name } role team { id } } }
  }
`);
const rosterDocument = graphql(`
  query Roster($plantId: UUID!) { people(plantIds: [$plantId], roles: [OPERATOR, PILOT, AGENT, TEAM_LEADER, MANAGER, SUPPORT, ADMIN]) { id name kind } }
`);
const saveTeamDocument = graphql(`
  mutation SaveTeam($input: SaveTeamInput!) {
    saveTeam(input: $input) {
      team { id }
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);
const removeTeamDocument = graphql(`
  mutation RemoveTeam($input: RemoveTeamInput!) {
    removeTeam(input: $input) { removedId errors { ... on Error { code message } } }
  }
`);
const saveAbsenceDocument = graphql(`
  mutation SaveAbsence($input: SaveAbsenceInput!) {
    saveAbsence(input: $input) {
      absence { id }
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);
const removeAbsenceDocument = graphql(`
  mutation RemoveAbsence($input: RemoveAbsenceInput!) {
    removeAbsence(input: $input) { removedId errors { ... on Error { code message } } }
  }
`);

export type Team = ResultOf<typeof teamsDocument>['teams'][number];
export type Absence = ResultOf<typeof absencesDocument>['absences'][number];
export type Person = { id: string; name: string };
type TeamInput = Omit<VariablesOf<typeof saveTeamDocument>['input'], 'clientId'>;
type AbsenceInput = Omit<VariablesOf<typeof saveAbsenceDocument>['input'], 'clientId'>;

export const teamsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['teams', plantId],
    queryFn: async () => (await ask(teamsDocument, { plantId })).teams,
  });

/** Absences that end after an instant. */
export const absencesQuery = (plantId: string, from: string) =>
  queryOptions({
    queryKey: ['absences', plantId, from],
    queryFn: async () => (await ask(absencesDocument, { plantId, from })).absences,
  });

/** Who is on shift now, anywhere in the plant. */
export const onShiftQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['teams', 'on-shift', plantId],
    queryFn: async () => (await ask(onShiftDocument, { plantId })).onShift,
    refetchInterval: 60_000,
  });

export const rosterQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['people', 'roster', plantId],
    queryFn: async () => (await ask(rosterDocument, { plantId })).people.filter(({ kind }) => kind === 'HUMAN'),
    staleTime: 60_000,
  });

function useChange<Input>(change: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all([['teams'], ['absences']].map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone();
    },
  });
}

export const useSaveTeam = (onDone: () => void) =>
  useChange((input: TeamInput) => command(saveTeamDocument, { input: { ...input, clientId: newClientId() } }), onDone);

export const useRemoveTeam = (onDone: () => void) =>
  useChange(
    (team: Team) =>
      command(removeTeamDocument, {
        input: { teamId: team.id, expectedVersion: team.version, clientId: newClientId() },
      }),
    onDone,
  );

export const useSaveAbsence = (onDone: () => void) =>
  useChange(
    (input: AbsenceInput) => command(saveAbsenceDocument, { input: { ...input, clientId: newClientId() } }),
    onDone,
  );

export const useRemoveAbsence = (onDone: () => void) =>
  useChange(
    (absence: Absence) =>
      command(removeAbsenceDocument, {
        input: { absenceId: absence.id, expectedVersion: absence.version, clientId: newClientId() },
      }),
    onDone,
  );

/** What a rotation says of the week of a Monday: a shift's code, null for a week off, undefined for every shift. */
export function shiftOfWeek(
  team: Pick<Team, 'rotation' | 'rotationStarts'>,
  monday: string,
): string | null | undefined {
  const length = team.rotation.length;
  if (length === 0) return undefined;
  const weeks = Math.floor((Date.parse(monday) - Date.parse(team.rotationStarts)) / (7 * 86_400_000));
  return team.rotation[((weeks % length) + length) % length] ?? null;
}

export const weeksFrom = (monday: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(monday, index * 7));

/** The number of an ISO week, by the Monday that it begins on. */
export function weekNumber(monday: string): number {
  const thursday = new Date(Date.parse(`${monday}T00:00Z`) + 3 * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 4);
  return 1 + Math.round(((thursday.getTime() - first) / 86_400_000 + ((new Date(first).getUTCDay() + 6) % 7) - 3) / 7);
}
