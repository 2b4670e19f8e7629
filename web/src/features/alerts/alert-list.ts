import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { ask, graphql, type VariablesOf } from '../../shared/api';
import { alertCard } from './documents';

const alertsDocument = graphql(
  `
  query Alerts($filter: AlertFilter, $orderBy: AlertOrder, $first: Int, $after: String) {
    alerts(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      nodes { ...AlertCard }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`,
  [alertCard],
);

type Variables = VariablesOf<typeof alertsDocument>;
export type AlertFilter = NonNullable<Variables['filter']>;
export type AlertOrder = NonNullable<Variables['orderBy']>;

/** A list of alerts, page by page. */
export const alertsQuery = (filter: AlertFilter, orderBy: AlertOrder, first: number) =>
  infiniteQueryOptions({
    queryKey: ['alerts', filter, orderBy, first],
    queryFn: async ({ pageParam }) => {
      const { alerts } = await ask(alertsDocument, { filter, orderBy, first, after: pageParam });
      return { ...alerts, nodes: alerts.nodes ?? [] };
    },
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });
