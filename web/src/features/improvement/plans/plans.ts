import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, command, type VariablesOf } from '../../../shared/api';
import { type Input, useOrder } from '../orders';
import {
  approveDocument,
  drawingsDocument,
  measureDocument,
  methodsDocument,
  openDocument,
  type PlanFilter,
  planDocument,
  plansDocument,
  plansFoundDocument,
  productsDocument,
  refuseDocument,
  returnDocument,
  saveIndicatorDocument,
  savePlanDocument,
  saveStepDocument,
  signDocument,
  submitDocument,
} from './documents';

/** Others work on the same plan: what they wrote is seen within half a minute. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id],
    queryFn: async () => (await ask(planDocument, { id })).actionPlan,
    refetchInterval: 30_000,
  });

/** The pictures of a plan's fields, drawn by the server as they are printed; anew when the field changed that asks. */
export const drawingsQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['plan', id, 'drawings', version],
    queryFn: async () => (await ask(drawingsDocument, { id })).actionPlan?.steps ?? [],
    staleTime: 300_000,
    placeholderData: (before) => before,
  });

export const plansQuery = (filter: PlanFilter, first = 100) =>
  infiniteQueryOptions({
    queryKey: ['plans', filter, first],
    queryFn: async ({ pageParam }) =>
      (await ask(plansDocument, { filter, orderBy: 'NEWEST_FIRST', first, after: pageParam })).actionPlans,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
  });

/** How many plans a filter finds. */
export const plansFoundQuery = (filter: PlanFilter) =>
  queryOptions({
    queryKey: ['plans', filter, 'found'],
    queryFn: async () => (await ask(plansFoundDocument, { filter })).actionPlans?.totalCount ?? 0,
  });

export const methodsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['methods', plantId],
    queryFn: async () => (await ask(methodsDocument, { plantId })).methods,
    staleTime: 300_000,
  });

export const useOpen = () =>
  useOrder((input: Input<VariablesOf<typeof openDocument>> & { clientId: string }) => command(openDocument, { input }));
export const useSaveStep = () =>
  useOrder((input: Input<VariablesOf<typeof saveStepDocument>> & { clientId: string }) =>
    command(saveStepDocument, { input }),
  );
export const useSign = () =>
  useOrder((input: Input<VariablesOf<typeof signDocument>> & { clientId: string }) => command(signDocument, { input }));
export const useReturn = () =>
  useOrder((input: Input<VariablesOf<typeof returnDocument>> & { clientId: string }) =>
    command(returnDocument, { input }),
  );
export const useSavePlan = () =>
  useOrder((input: Input<VariablesOf<typeof savePlanDocument>> & { clientId: string }) =>
    command(savePlanDocument, { input }),
  );
export const useSubmit = () =>
  useOrder((input: Input<VariablesOf<typeof submitDocument>> & { clientId: string }) =>
    command(submitDocument, { input }),
  );
export const useAnswerPlan = (approved: boolean) =>
  useOrder<{ planId: string; text: string; expectedVersion: number }, unknown>(({ text, ...input }) =>
    approved
      ? command(approveDocument, { input: { ...input, ...(text.trim() && { comment: text }) } })
      : command(refuseDocument, { input: { ...input, reason: text } }),
  );

export const productsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['products', 'all', plantId],
    queryFn: async () => (await ask(productsDocument, { plantIds: [plantId] })).products.nodes ?? [],
    staleTime: 60_000,
  });

export const useSaveIndicator = () =>
  useOrder((input: Input<VariablesOf<typeof saveIndicatorDocument>> & { clientId: string }) =>
    command(saveIndicatorDocument, { input }),
  );
export const useMeasure = () =>
  useOrder((input: Input<VariablesOf<typeof measureDocument>> & { clientId: string }) =>
    command(measureDocument, { input }),
  );
