import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, command, newClientId, type VariablesOf } from '../../../shared/api';
import {
  analyseDocument,
  answerDocument,
  closeDocument,
  type Dysfunction,
  type DysfunctionFilter,
  decideDocument,
  describeDocument,
  factsDocument,
  fromAlertsDocument,
  listDocument,
  oneDocument,
  peopleDocument,
  placesDocument,
  proposeDocument,
  referDocument,
  rejectDocument,
  reportDocument,
} from './documents';

export const dysfunctionsQuery = (filter: DysfunctionFilter) =>
  infiniteQueryOptions({
    queryKey: ['dysfunctions', filter],
    queryFn: async ({ pageParam }) =>
      (await ask(listDocument, { filter, orderBy: 'NEWEST_FIRST', first: 50, after: pageParam })).dysfunctions,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
  });

export const dysfunctionQuery = (id: string) =>
  queryOptions({
    queryKey: ['dysfunction', id],
    queryFn: async () => (await ask(oneDocument, { id })).dysfunction,
  });

/** What alerts, or a recurrence, would say of a dysfunction opened from them. */
export const factsQuery = (origin: { alertIds?: string[]; recurrenceId?: string }) =>
  queryOptions({
    queryKey: ['dysfunction-facts', origin],
    queryFn: async () => (await ask(factsDocument, origin)).dysfunctionFacts,
  });

export const placesQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['places', 'dysfunctions', plantId],
    queryFn: async () => (await ask(placesDocument, { plantIds: [plantId] })).places.nodes ?? [],
    staleTime: 60_000,
  });

export const peopleQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['people', 'all', plantId],
    queryFn: async () =>
      (await ask(peopleDocument, { plantIds: [plantId] })).people.filter(({ kind }) => kind === 'HUMAN'),
    staleTime: 60_000,
  });

type Input<Variables extends { input: unknown }> = Omit<Variables['input'], 'clientId'>;

/**
 * Sends one order about dysfunctions. The same words are the same intention, which keeps its id: pressed again after a lost network,
 * it is done once.
 */
function useOrder<Given, Result>(send: (input: Given & { clientId: string }) => Promise<Result>) {
  const client = useQueryClient();
  const [intention, setIntention] = useState<{ key: string; id: string }>();
  return useMutation({
    mutationFn: (input: Given) => {
      const key = JSON.stringify(input);
      const clientId = intention?.key === key ? intention.id : newClientId();
      setIntention({ key, id: clientId });
      return send({ ...input, clientId });
    },
    onSuccess: () =>
      Promise.all(
        [['dysfunctions'], ['dysfunction'], ['recurrences'], ['plan']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

export const useReport = () =>
  useOrder((input: Input<VariablesOf<typeof reportDocument>> & { clientId: string }) =>
    command(reportDocument, { input }),
  );
export const useReportFromAlerts = () =>
  useOrder((input: Input<VariablesOf<typeof fromAlertsDocument>> & { clientId: string }) =>
    command(fromAlertsDocument, { input }),
  );
export const useDescribe = () =>
  useOrder((input: Input<VariablesOf<typeof describeDocument>> & { clientId: string }) =>
    command(describeDocument, { input }),
  );
export const useAnalyse = () =>
  useOrder((input: Input<VariablesOf<typeof analyseDocument>> & { clientId: string }) =>
    command(analyseDocument, { input }),
  );
export const usePropose = () =>
  useOrder((input: Input<VariablesOf<typeof proposeDocument>> & { clientId: string }) =>
    command(proposeDocument, { input }),
  );
export const useDecide = () =>
  useOrder((input: Input<VariablesOf<typeof decideDocument>> & { clientId: string }) =>
    command(decideDocument, { input }),
  );
export const useRefer = () =>
  useOrder((input: Input<VariablesOf<typeof referDocument>> & { clientId: string }) =>
    command(referDocument, { input }),
  );
export const useAnswer = () =>
  useOrder((input: Input<VariablesOf<typeof answerDocument>> & { clientId: string }) =>
    command(answerDocument, { input }),
  );
/** Rejected, or closed without a plan. */
export const useEnd = (dysfunction: Pick<Dysfunction, 'id' | 'version'>) =>
  useOrder<{ close: boolean; reason: string }, unknown>(({ close, ...input }) => {
    const on = { dysfunctionId: dysfunction.id, expectedVersion: dysfunction.version, ...input };
    return close ? command(closeDocument, { input: on }) : command(rejectDocument, { input: on });
  });
