import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, graphql, type ResultOf, type VariablesOf } from '../../../shared/api';
import { actionFragment } from '../actions/documents';

const meetingDocument = graphql(
  `
  query PlanMeeting($id: UUID!) {
    actionPlan(id: $id) {
      id
      plantId
      number
      title
      state
      isRecurring
      levelName
      promotesAt
      deadline
      approvedAt
      method { name sponsorTitle }
      commands
      sponsor { id name }
      leader { id name }
      participants { person { id name } }
      currentStep { code name purpose dueOn }
      missing { rule says }
      steps { code name state fields { code name drawing at } }
      actions { ...ActionRow }
      indicators { id name unit drawing effect { isEffective text } }
      meetings { id heldAt minutes present { id name } notes decisions actions { id } }
    }
  }
`,
  [actionFragment],
);

const casesDocument = graphql(`
  query MeetingCases($filter: ActionPlanFilter, $after: String) {
    actionPlans(filter: $filter, orderBy: DUE_FIRST, first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        number
        title
        state
        isRecurring
        levelName
        promotesAt
        openedAt
        method { name }
        currentStep { code name dueOn }
        area { name }
        leader { name }
        actions { isDrift }
        meetings { heldAt }
      }
    }
  }
`);

const groupsDocument = graphql(`
  query MeetingGroups($plantId: UUID!) {
    methods(plantId: $plantId) { code levels { code name } }
    places(plantIds: [$plantId], kinds: [AREA], first: 200) { nodes { id name } }
  }
`);

export const holdDocument = graphql(`
  mutation HoldMeeting($input: HoldMeetingInput!) {
    holdMeeting(input: $input) { meeting { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);

export type MeetingPlan = NonNullable<ResultOf<typeof meetingDocument>['actionPlan']>;
export type HoldInput = Omit<VariablesOf<typeof holdDocument>['input'], 'clientId'>;
export type Case = NonNullable<NonNullable<ResultOf<typeof casesDocument>['actionPlans']>['nodes']>[number];
export type CaseFilter = NonNullable<VariablesOf<typeof casesDocument>['filter']>;

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id, 'meeting'],
    queryFn: async () => (await ask(meetingDocument, { id })).actionPlan,
    refetchInterval: 30_000,
  });

export const casesQuery = (filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['plans', 'cases', filter],
    queryFn: async ({ pageParam }) => (await ask(casesDocument, { filter, after: pageParam })).actionPlans,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined),
    refetchInterval: 30_000,
  });

/** Who meets: by the levels of the plant's methods, lowest first (two methods with the same level meet together), or by area. */
export const groupsQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['methods', plantId, 'groups'],
    queryFn: async () => {
      const { methods, places } = await ask(groupsDocument, { plantId });
      const levels = methods.flatMap((method) => method.levels);
      return {
        levels: levels.filter(({ code }, index) => levels.findIndex((each) => each.code === code) === index),
        areas: places.nodes ?? [],
      };
    },
    staleTime: 300_000,
  });
