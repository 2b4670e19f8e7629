import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { ask, command, graphql, newClientId, type ResultOf } from '../../shared/api';
import { alertCard } from './documents';

const draftDocument = graphql(
  `
  query HandoverDraft($plantId: UUID!, $areaId: UUID) {
    handoverDraft(plantId: $plantId, areaId: $areaId) {
      shift { code name starts ends }
      next { code name starts ends }
      dueAt
      canSign
      whyNot
      alerts { ...AlertCard }
      clearedUntaken { ...AlertCard }
    }
    areas: places(plantIds: [$plantId], kinds: [AREA], first: 100) { nodes { id name } }
  }
`,
  [alertCard],
);

const handoverFields = graphql(
  `
  fragment HandoverFields on Handover @_unmask {
    id
    area { id name }
    shift
    shiftEndsAt
    toShift
    nextStartsAt
    note
    signedBy { id name }
    signedAt
    state
    answeredBy { id name }
    answeredAt
    dueAt
    version
    canAnswer
    whyNot
    items { state owner { id name } by { id name } at reason alert { ...AlertCard } }
    clearedUntaken { ...AlertCard }
  }
`,
  [alertCard],
);

const listDocument = graphql(`
  query Handovers($plantId: UUID!, $after: String) {
    handovers(plantIds: [$plantId], first: 20, after: $after) {
      nodes { id area { name } shift shiftEndsAt toShift signedBy { name } signedAt state answeredBy { name } dueAt canAnswer items { state } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const oneDocument = graphql(`query Handover($id: UUID!) { handover(id: $id) { ...HandoverFields } }`, [handoverFields]);

const sign = graphql(
  `mutation SignHandover($input: SignHandoverInput!) { signHandover(input: $input) { handover { id } errors { ... on Error { code message } } } }`,
);
const accept = graphql(
  `mutation AcceptHandover($input: AcceptHandoverInput!) { acceptHandover(input: $input) { handover { id } errors { ... on Error { code message } } } }`,
);
const refuse = graphql(
  `mutation RefuseHandover($input: RefuseHandoverInput!) { refuseHandover(input: $input) { handover { id } errors { ... on Error { code message } } } }`,
);

export type Draft = ResultOf<typeof draftDocument>['handoverDraft'];
export type Handover = ResultOf<typeof handoverFields>;
export type HandoverSummary = NonNullable<ResultOf<typeof listDocument>['handovers']['nodes']>[number];

export const draftQuery = (plantId: string, areaId: string | undefined) =>
  queryOptions({
    queryKey: ['handovers', 'draft', plantId, areaId],
    queryFn: async () => {
      const { handoverDraft, areas } = await ask(draftDocument, { plantId, areaId: areaId ?? null });
      return { draft: handoverDraft, areas: areas.nodes ?? [] };
    },
    refetchInterval: 60_000,
  });

export const handoverQuery = (id: string) =>
  queryOptions({
    queryKey: ['handovers', 'one', id],
    queryFn: async () => (await ask(oneDocument, { id })).handover,
  });

/** What was handed over, newest first. */
export const handoversQuery = (plantId: string) =>
  infiniteQueryOptions({
    queryKey: ['handovers', 'list', plantId],
    queryFn: async ({ pageParam }) => (await ask(listDocument, { plantId, after: pageParam })).handovers,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });

/** Whether a handover waits for my answer. */
export function useHandoverAsked(plantId: string): boolean {
  const { data } = useInfiniteQuery(handoversQuery(plantId));
  return data?.pages.some((page) => page.nodes?.some(({ canAnswer }) => canAnswer)) ?? false;
}

/** One intention keeps its id until it succeeds: pressing again after a lost network signs nothing twice. */
function useOrder<Order, Made>(give: (order: Order, clientId: string) => Promise<Made>) {
  const client = useQueryClient();
  const [intention, setIntention] = useState<{ key: string; id: string }>();
  return useMutation({
    mutationFn: (order: Order) => {
      const key = JSON.stringify(order);
      const id = intention?.key === key ? intention.id : newClientId();
      setIntention({ key, id });
      return give(order, id);
    },
    onSettled: () =>
      Promise.all([['handovers'], ['alerts'], ['my-work']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

type Signed = { plantId: string; areaId?: string; note: string };

export const useSign = () => useOrder((order: Signed, clientId) => command(sign, { input: { ...order, clientId } }));

/** Accepts, or with a reason refuses, the alerts named; none: all that wait. */
type Answer = { handoverId: string; expectedVersion: number; alertIds?: string[]; reason?: string };

export const useAnswer = () =>
  useOrder(({ reason, ...order }: Answer, clientId) =>
    reason === undefined
      ? command(accept, { input: { ...order, clientId } })
      : command(refuse, { input: { ...order, reason, clientId } }),
  );
