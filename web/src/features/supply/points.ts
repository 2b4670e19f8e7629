import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, graphql, type ResultOf, type VariablesOf } from '../../shared/api';

const pointsDocument = graphql(`
  query Points($filter: SupplyPointFilter, $after: String) {
    supplyPoints(filter: $filter, orderBy: WORST_FIRST, first: 100, after: $after) {
      nodes {
        id
        product { id code name }
        place { id code name }
        line { id name }
        onHand
        unit
        variance
        minimum
        reorderPoint
        safetyStock
        maximum
        demandPerHour
        coverMinutes
        runsOutAt
        coverReason
        status
        heardAt
        isSilent
        openAlert { id number state severity }
        nextDelivery { dueAt outstanding state }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const countsDocument = graphql(`
  query Counts($plantIds: [UUID!], $lineIds: [UUID!], $stores: Boolean, $text: String) {
    STOCK_OUT: supplyPoints(filter: { plantIds: $plantIds, lineIds: $lineIds, stores: $stores, text: $text, statuses: [STOCK_OUT] }, first: 1) { totalCount }
    CRITICAL: supplyPoints(filter: { plantIds: $plantIds, lineIds: $lineIds, stores: $stores, text: $text, statuses: [CRITICAL] }, first: 1) { totalCount }
    LOW: supplyPoints(filter: { plantIds: $plantIds, lineIds: $lineIds, stores: $stores, text: $text, statuses: [LOW] }, first: 1) { totalCount }
    UNKNOWN: supplyPoints(filter: { plantIds: $plantIds, lineIds: $lineIds, stores: $stores, text: $text, statuses: [UNKNOWN] }, first: 1) { totalCount }
    EXCESS: supplyPoints(filter: { plantIds: $plantIds, lineIds: $lineIds, stores: $stores, text: $text, statuses: [EXCESS] }, first: 1) { totalCount }
    OK: supplyPoints(filter: { plantIds: $plantIds, lineIds: $lineIds, stores: $stores, text: $text, statuses: [OK] }, first: 1) { totalCount }
  }
`);
const curveDocument = graphql(`
  query Curve($id: UUID!) {
    supplyPoint(id: $id) {
      projection(hours: 6) {
        points { at quantity kind }
        arrivals { at quantity isCounted }
      }
    }
  }
`);

export type SupplyFilter = NonNullable<VariablesOf<typeof pointsDocument>['filter']>;
export type SupplyPoint = NonNullable<ResultOf<typeof pointsDocument>['supplyPoints']['nodes']>[number];
export type Curve = NonNullable<ResultOf<typeof curveDocument>['supplyPoint']>['projection'];

/** The supply points of a filter, the worst first, page by page. */
export const pointsQuery = (filter: SupplyFilter) =>
  infiniteQueryOptions({
    queryKey: ['points', filter],
    queryFn: async ({ pageParam }) => {
      const { supplyPoints } = await ask(pointsDocument, { filter, after: pageParam });
      return { ...supplyPoints, nodes: supplyPoints.nodes ?? [] };
    },
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });

/** The worst first. */
export const statuses = ['STOCK_OUT', 'CRITICAL', 'LOW', 'UNKNOWN', 'EXCESS', 'OK'] as const;

/** How many points of a filter have each status, those on later pages too. */
export const countsQuery = (filter: SupplyFilter) =>
  queryOptions({
    queryKey: ['points', 'counts', filter],
    queryFn: () => ask(countsDocument, filter),
    placeholderData: keepPreviousData,
  });

/** A point's curve: what the ledger knows and what is projected. */
export const curveQuery = (id: string) =>
  queryOptions({
    queryKey: ['points', 'curve', id],
    queryFn: async () => (await ask(curveDocument, { id })).supplyPoint?.projection ?? null,
  });
