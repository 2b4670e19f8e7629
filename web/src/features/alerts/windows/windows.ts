import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf, type VariablesOf } from '../../../shared/api';

const windowsDocument = graphql(`
  query MaintenanceWindows($plantIds: [UUID!]) {
    maintenanceWindows(plantIds: $plantIds) {
      id
      place { id code name }
      kinds
      weekly { days starts minutes }
      from
      to
      until
      reason
      owner { id name }
      isActive
      version
      runsUntil
      nextStartsAt
      alerts { id number }
    }
  }
`);
const peopleDocument = graphql(`
  query WindowPeople($plantIds: [UUID!]) { people(plantIds: $plantIds, roles: [OPERATOR, PILOT, AGENT, TEAM_LEADER, MANAGER, SUPPORT, ADMIN]) { id name kind } }
`);
const saveDocument = graphql(`
  mutation SaveMaintenanceWindow($input: SaveMaintenanceWindowInput!) {
    saveMaintenanceWindow(input: $input) {
      maintenanceWindow { id }
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);
const endDocument = graphql(`
  mutation EndMaintenanceWindow($input: EndMaintenanceWindowInput!) {
    endMaintenanceWindow(input: $input) { maintenanceWindow { id } errors { ... on Error { code message } } }
  }
`);

export type MaintenanceWindow = ResultOf<typeof windowsDocument>['maintenanceWindows'][number];
export type WindowFacts = Omit<VariablesOf<typeof saveDocument>['input'], 'clientId' | 'plantId'>;

/** Planned work of a plant, ended windows too. Asked again each minute: a window that begins or ends changes by itself. */
export const windowsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['windows', plantId],
    queryFn: async () => (await ask(windowsDocument, { plantIds: [plantId] })).maintenanceWindows,
    refetchInterval: 60_000,
  });

export const windowPeopleQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['people', 'all', plantId],
    queryFn: async () =>
      (await ask(peopleDocument, { plantIds: [plantId] })).people.filter(({ kind }) => kind === 'HUMAN'),
    staleTime: 60_000,
  });

export function useSaveWindow(plantId: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (facts: WindowFacts) =>
      command(saveDocument, { input: { plantId, ...facts, clientId: newClientId() } }),
    onSuccess: async () => {
      await Promise.all([['windows'], ['alerts']].map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone();
    },
  });
}

export function useEndWindow(window: MaintenanceWindow, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      command(endDocument, {
        input: { windowId: window.id, expectedVersion: window.version, clientId: newClientId() },
      }),
    onSuccess: async () => {
      await Promise.all([['windows'], ['alerts']].map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone();
    },
  });
}
