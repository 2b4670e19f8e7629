import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, command, graphql, type ResultOf, type VariablesOf } from '../../../shared/api';
import { type Input, useOrder } from '../orders';
import { type Plan, type Step, stepFragment } from './documents';

const suspendDocument = graphql(`
  mutation SuspendPlan($input: SuspendPlanInput!) {
    suspendPlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const resumeDocument = graphql(`
  mutation ResumePlan($input: ResumePlanInput!) {
    resumePlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const abandonDocument = graphql(`
  mutation AbandonPlan($input: AbandonPlanInput!) {
    abandonPlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const reopenDocument = graphql(`
  mutation ReopenPlan($input: ReopenPlanInput!) {
    reopenPlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const nextCycleDocument = graphql(`
  mutation OpenNextCycle($input: OpenNextCycleInput!) {
    openNextCycle(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const checkDocument = graphql(`
  mutation HoldCheck($input: HoldCheckInput!) {
    holdCheck(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const declineDocument = graphql(`
  mutation DeclineReturn($input: DeclineReturnInput!) {
    declineReturn(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const communicateDocument = graphql(`
  mutation Communicate($input: CommunicateInput!) {
    communicate(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const readDocument = graphql(`
  mutation ReadCommunication($input: ReadCommunicationInput!) {
    readCommunication(input: $input) { actionPlan { id } errors { ... on Error { code message } } }
  }
`);
const referDocument = graphql(`
  mutation ReferPlan($input: ReferToServiceInput!) {
    referToService(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
const cycleDocument = graphql(
  `query PlanCycle($id: UUID!, $cycle: Int!) { actionPlan(id: $id) { id steps(cycle: $cycle) { ...StepWhole } } }`,
  [stepFragment],
);
const historyDocument = graphql(`
  query PlanHistory($id: UUID!, $after: String) {
    actionPlan(id: $id) {
      id
      history(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes { id at text comment } }
    }
  }
`);
const versionsDocument = graphql(`
  query FieldVersions($id: UUID!, $cycle: Int!) {
    actionPlan(id: $id) { id steps(cycle: $cycle) { code fields { code versions { version value at author { name } } } } }
  }
`);
const toReadDocument = graphql(`
  query PlanToRead($id: UUID!) {
    actionPlan(id: $id) {
      id
      number
      title
      state
      isRecurring
      method { name }
      leader { name }
      communications { id sentAt by { name } text to { id name } readings { person { id name } at } isReadByAll canRead }
    }
  }
`);

export type Communication = Plan['communications'][number];
export type Check = Plan['checks'][number];
export type FieldVersion = NonNullable<
  NonNullable<ResultOf<typeof versionsDocument>['actionPlan']>['steps']
>[number]['fields'][number]['versions'][number];

/** Whether the reader may give an order about the plan now: the server says so. */
export const may = (plan: Plan, command: Plan['commands'][number]): boolean => plan.commands.includes(command);
export const mayStep = (step: Step, command: Step['commands'][number]): boolean => step.commands.includes(command);

export const cycleQuery = (id: string, cycle: number) =>
  queryOptions({
    queryKey: ['plan', id, 'cycle', cycle],
    queryFn: async () => (await ask(cycleDocument, { id, cycle })).actionPlan?.steps ?? null,
    staleTime: 300_000,
  });

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['plan', id, 'history'],
    queryFn: async ({ pageParam }) => (await ask(historyDocument, { id, after: pageParam })).actionPlan?.history,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
  });

/** All that ever stood in a field, the last first. */
export const versionsQuery = (id: string, cycle: number, step: string, field: string) =>
  queryOptions({
    queryKey: ['plan', id, 'versions', cycle, step, field],
    queryFn: async () =>
      (await ask(versionsDocument, { id, cycle })).actionPlan?.steps
        ?.find(({ code }) => code === step)
        ?.fields.find(({ code }) => code === field)?.versions ?? [],
  });

export const toReadQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id, 'to-read'],
    queryFn: async () => (await ask(toReadDocument, { id })).actionPlan,
  });

export const useSuspend = () =>
  useOrder((input: Input<VariablesOf<typeof suspendDocument>> & { clientId: string }) =>
    command(suspendDocument, { input }),
  );
export const useResume = () =>
  useOrder((input: Input<VariablesOf<typeof resumeDocument>> & { clientId: string }) =>
    command(resumeDocument, { input }),
  );
export const useAbandon = () =>
  useOrder((input: Input<VariablesOf<typeof abandonDocument>> & { clientId: string }) =>
    command(abandonDocument, { input }),
  );
export const useReopen = () =>
  useOrder((input: Input<VariablesOf<typeof reopenDocument>> & { clientId: string }) =>
    command(reopenDocument, { input }),
  );
export const useNextCycle = () =>
  useOrder((input: Input<VariablesOf<typeof nextCycleDocument>> & { clientId: string }) =>
    command(nextCycleDocument, { input }),
  );
export const useHoldCheck = () =>
  useOrder((input: Input<VariablesOf<typeof checkDocument>> & { clientId: string }) =>
    command(checkDocument, { input }),
  );
export const useDecline = () =>
  useOrder((input: Input<VariablesOf<typeof declineDocument>> & { clientId: string }) =>
    command(declineDocument, { input }),
  );
export const useCommunicate = () =>
  useOrder((input: Input<VariablesOf<typeof communicateDocument>> & { clientId: string }) =>
    command(communicateDocument, { input }),
  );
export const useRead = () =>
  useOrder((input: Input<VariablesOf<typeof readDocument>> & { clientId: string }) => command(readDocument, { input }));
export const useReferPlan = () =>
  useOrder((input: Input<VariablesOf<typeof referDocument>> & { clientId: string }) =>
    command(referDocument, { input }),
  );
