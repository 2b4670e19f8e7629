import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf, type VariablesOf } from '../../../shared/api';

const timersPart = graphql(`
  fragment Timers on EscalationTimers @_unmask {
    severity
    loops
    clockTime
    unacknowledged { afterMinutes channels targets { kind role team { id name } person { id name } service } }
    unresolved { afterMinutes channels targets { kind role team { id name } person { id name } service } }
  }
`);
const policiesDocument = graphql(
  `
  query Policies($plantId: UUID!) {
    escalationPolicies(plantIds: [$plantId]) { id name version kinds runningCount timers { ...Timers } }
    standardEscalation { ...Timers }
  }
`,
  [timersPart],
);
const kindsDocument = graphql(`
  query KindSettings($plantId: UUID!) {
    kindSettings(plantId: $plantId) { kind severity service policy { id name } }
    escalationPolicies(plantIds: [$plantId]) { id name }
    plants { id version fallback { id name } }
    people(plantIds: [$plantId], roles: [OPERATOR, PILOT, AGENT, TEAM_LEADER, MANAGER, SUPPORT, ADMIN]) { id name kind }
  }
`);
const savePolicyDocument = graphql(`
  mutation SavePolicy($input: SaveEscalationPolicyInput!) {
    saveEscalationPolicy(input: $input) {
      escalationPolicy { id }
      runningCount
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);
const removePolicyDocument = graphql(`
  mutation RemovePolicy($input: RemoveEscalationPolicyInput!) {
    removeEscalationPolicy(input: $input) { policyId errors { ... on Error { code message } } }
  }
`);
const saveKindDocument = graphql(`
  mutation SaveKind($input: SaveKindSettingInput!) {
    saveKindSetting(input: $input) {
      kindSetting { kind }
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);
const saveFallbackDocument = graphql(`
  mutation SaveFallback($input: SaveFallbackInput!) {
    saveFallback(input: $input) {
      plant { id }
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);

export type Timers = ResultOf<typeof policiesDocument>['standardEscalation'][number];
export type Level = Timers['unacknowledged'][number];
export type Target = Level['targets'][number];
export type Policy = ResultOf<typeof policiesDocument>['escalationPolicies'][number];
export type KindSetting = ResultOf<typeof kindsDocument>['kindSettings'][number];
export type PolicyInput = Omit<VariablesOf<typeof savePolicyDocument>['input'], 'clientId'>;
export type TimersInput = PolicyInput['timers'][number];

export const policiesQuery = (plantId: string) =>
  queryOptions({ queryKey: ['policies', plantId], queryFn: () => ask(policiesDocument, { plantId }) });

/** How a plant treats its kinds of alert, and whom it calls when nobody else can be reached. */
export const kindsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['policies', 'kinds', plantId],
    queryFn: async () => {
      const { plants, people, ...rest } = await ask(kindsDocument, { plantId });
      const plant = plants.find(({ id }) => id === plantId);
      return {
        ...rest,
        people: people.filter(({ kind }) => kind === 'HUMAN'),
        fallback: plant?.fallback ?? [],
        version: plant?.version ?? 0,
      };
    },
  });

/** What a save changes: policies, kinds, and whatever shows who is called next. */
const useSaved = () => {
  const client = useQueryClient();
  return () =>
    Promise.all([['policies'], ['alert'], ['dry-run']].map((queryKey) => client.invalidateQueries({ queryKey })));
};

export function useSavePolicy(onDone: (policyId: string | undefined) => void) {
  const saved = useSaved();
  return useMutation({
    mutationFn: (input: PolicyInput) => command(savePolicyDocument, { input: { ...input, clientId: newClientId() } }),
    onSuccess: async (payload) => {
      await saved();
      onDone(payload.escalationPolicy?.id);
    },
  });
}

export function useRemovePolicy(onDone: () => void) {
  const saved = useSaved();
  return useMutation({
    mutationFn: (policy: { id: string; version: number }) =>
      command(removePolicyDocument, {
        input: { policyId: policy.id, expectedVersion: policy.version, clientId: newClientId() },
      }),
    onSuccess: async () => {
      await saved();
      onDone();
    },
  });
}

export function useSaveKind(plantId: string) {
  const saved = useSaved();
  return useMutation({
    mutationFn: ({ kind, severity, service, policy }: KindSetting) =>
      command(saveKindDocument, {
        input: { plantId, kind, severity, service, policyId: policy?.id ?? null, clientId: newClientId() },
      }),
    onSettled: saved,
  });
}

export function useSaveFallback(plantId: string) {
  const saved = useSaved();
  return useMutation({
    mutationFn: ({ personIds, expectedVersion }: { personIds: string[]; expectedVersion: number }) =>
      command(saveFallbackDocument, { input: { plantId, personIds, expectedVersion, clientId: newClientId() } }),
    onSettled: saved,
  });
}

export const services = [
  'MAINTENANCE',
  'IT',
  'QUALITY',
  'PURCHASING',
  'SCHEDULING',
  'LOGISTICS_METHODS',
  'HSE',
  'HR',
] as const;
export const channels = ['APP', 'MAIL', 'SCREEN', 'WEBHOOK'] as const;
export const callableRoles = ['OPERATOR', 'PILOT', 'AGENT', 'TEAM_LEADER', 'MANAGER', 'SUPPORT', 'ADMIN'] as const;
export const tracks = ['UNACKNOWLEDGED', 'UNRESOLVED'] as const;
export type Track = (typeof tracks)[number];
export const levelsOf = (timers: Timers, track: Track): Level[] =>
  track === 'UNACKNOWLEDGED' ? timers.unacknowledged : timers.unresolved;
