import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, command, type VariablesOf } from '../../../shared/api';
import { type Input, useOrder } from '../orders';
import {
  type ActionFilter,
  acceptDocument,
  addDocument,
  argueDocument,
  cancelDocument,
  listDocument,
  mineDocument,
  oneDocument,
  refuseDocument,
  removeDocument,
  updateDocument,
  verifyDocument,
} from './documents';

export const actionsQuery = (filter: ActionFilter) =>
  infiniteQueryOptions({
    queryKey: ['actions', filter],
    queryFn: async ({ pageParam }) =>
      (await ask(listDocument, { filter, orderBy: 'DUE_FIRST', first: 50, after: pageParam })).actions,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
  });

/** What the person signed in has to do. */
export const myActionsQuery = queryOptions({
  queryKey: ['actions', 'mine'],
  queryFn: async () => (await ask(mineDocument)).myWork.actions,
});

export const actionQuery = (id: string) =>
  queryOptions({ queryKey: ['action', id], queryFn: async () => (await ask(oneDocument, { id })).action });

export const useAdd = () =>
  useOrder((input: Input<VariablesOf<typeof addDocument>> & { clientId: string }) => command(addDocument, { input }));
export const useUpdate = () =>
  useOrder((input: Input<VariablesOf<typeof updateDocument>> & { clientId: string }) =>
    command(updateDocument, { input }),
  );
export const useVerify = () =>
  useOrder((input: Input<VariablesOf<typeof verifyDocument>> & { clientId: string }) =>
    command(verifyDocument, { input }),
  );
export const useCancel = () =>
  useOrder((input: Input<VariablesOf<typeof cancelDocument>> & { clientId: string }) =>
    command(cancelDocument, { input }),
  );
export const useRemoveContainment = () =>
  useOrder((input: Input<VariablesOf<typeof removeDocument>> & { clientId: string }) =>
    command(removeDocument, { input }),
  );
export const useArgue = () =>
  useOrder((input: Input<VariablesOf<typeof argueDocument>> & { clientId: string }) =>
    command(argueDocument, { input }),
  );
export const useAnswerDelay = (accepted: boolean) =>
  useOrder<Input<VariablesOf<typeof acceptDocument>>, unknown>((input) =>
    accepted ? command(acceptDocument, { input }) : command(refuseDocument, { input }),
  );
