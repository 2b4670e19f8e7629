import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf } from '../../../shared/api';

const healthDocument = graphql(`
  query AlarmHealth($plantId: UUID!, $from: DateTime!, $to: DateTime!) {
    alarmHealth(plantId: $plantId, from: $from, to: $to) {
      total { raised transitions chattering stale inFloods }
      chattering { transitions mostWithin firstAt lastAt alert { id number kind severity line { name } station { name } place { name } product { name } } }
      stale { since until hours alert { id number kind severity line { name } station { name } place { name } product { name } } }
      floods { from to count }
      byKind { kind load { raised transitions chattering stale inFloods } }
      byLine { line { id name } load { raised transitions chattering stale inFloods } }
      topTen { kind line { name } place { name } product { name } supplierOrder load { raised transitions chattering stale inFloods } }
    }
  }
`);
const recurrencesDocument = graphql(`
  query Recurrences($plantId: UUID!) {
    recurrences(plantIds: [$plantId], states: [PROPOSED]) {
      id
      criterion
      kind
      place { name }
      area { name }
      product { name }
      supplierOrder
      cause { name }
      count
      firstAt
      lastAt
      stoppedMinutes
      version
      alerts { id number }
    }
  }
`);
const proposalsDocument = graphql(`
  query ThresholdProposals($plantId: UUID!) {
    thresholdProposals(plantId: $plantId) {
      from
      to
      bookings
      version
      present { threshold transitions stockOuts unannouncedStockOuts }
      proposed { threshold transitions stockOuts unannouncedStockOuts }
      point { id place { name } line { name } product { code name } unit }
      chatteringAlerts { id number }
    }
  }
`);
const dismissDocument = graphql(
  `mutation DismissRecurrence($input: DismissRecurrenceInput!) { dismissRecurrence(input: $input) { recurrence { id } errors { ... on Error { code message } } } }`,
);
const applyDocument = graphql(
  `mutation ApplyThreshold($input: ApplyThresholdInput!) { applyThreshold(input: $input) { supplyPoint { id } errors { ... on Error { code message } } } }`,
);

export type Health = ResultOf<typeof healthDocument>['alarmHealth'];
export type Load = Health['total'];
export type Recurrence = ResultOf<typeof recurrencesDocument>['recurrences'][number];
export type Proposal = ResultOf<typeof proposalsDocument>['thresholdProposals'][number];

export const healthQuery = (plantId: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['health', plantId, from, to],
    queryFn: async () => (await ask(healthDocument, { plantId, from, to })).alarmHealth,
    staleTime: 60_000,
  });

export const recurrencesQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['recurrences', plantId],
    queryFn: async () => (await ask(recurrencesDocument, { plantId })).recurrences,
  });

export const proposalsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['threshold-proposals', plantId],
    queryFn: async () => (await ask(proposalsDocument, { plantId })).thresholdProposals,
    staleTime: 60_000,
  });

export function useDismiss() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ recurrence, reason }: { recurrence: Recurrence; reason: string }) =>
      command(dismissDocument, {
        input: { recurrenceId: recurrence.id, reason, expectedVersion: recurrence.version, clientId: newClientId() },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['recurrences'] }),
  });
}

/** Gives the point the threshold that was proposed: the minimum of a station, the reorder point of the stores. */
export function useApply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ point, version, proposed }: Proposal) =>
      command(applyDocument, {
        input: {
          pointId: point.id,
          expectedVersion: version,
          clientId: newClientId(),
          ...(point.line ? { minimum: proposed?.threshold ?? null } : { reorderPoint: proposed?.threshold ?? null }),
        },
      }),
    onSettled: () =>
      Promise.all([['threshold-proposals'], ['points']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
