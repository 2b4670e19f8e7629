import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf, type VariablesOf } from '../../shared/api';

const outboxDocument = graphql(`
  query Outbox($plantIds: [UUID!], $states: [OutboxState!], $channels: [NoticeChannel!], $after: String) {
    outbox(plantIds: $plantIds, states: $states, channels: $channels, first: 50, after: $after) {
      nodes {
        id
        kind
        channel
        state
        isUrgent
        person { id name }
        address
        sentence
        attempts
        lastError
        createdAt
        dueAt
        sentAt
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const retryDocument = graphql(
  `mutation RetryOutbox($input: RetryOutboxInput!) { retryOutbox(input: $input) { items { id } errors { ... on Error { code message } } } }`,
);

type Variables = VariablesOf<typeof outboxDocument>;
export type OutboxFilter = Pick<Variables, 'plantIds' | 'states' | 'channels'>;
export type OutboxItem = NonNullable<ResultOf<typeof outboxDocument>['outbox']['nodes']>[number];

/** Everything that was and is to be sent, newest first. */
export const outboxQuery = (filter: OutboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['outbox', filter],
    queryFn: async ({ pageParam }) => (await ask(outboxDocument, { ...filter, after: pageParam })).outbox,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
    refetchInterval: 15_000,
  });

export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => command(retryDocument, { input: { ids, clientId: newClientId() } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['outbox'] }),
  });
}
