import { graphql, type ResultOf, type VariablesOf } from '../../../shared/api';

export const actionFragment = graphql(`
  fragment ActionRow on Action @_unmask {
    id
    number
    plantId
    planId
    step
    what
    why
    kind
    state
    owner { id name }
    sponsor { id name }
    area { name }
    key { family place { name } product { name } }
    causeIds
    originalDueOn
    dueOn
    doneAt
    verifiedBy { name }
    verifiedAt
    effect
    isEffective
    removalCondition
    removedAt
    reason
    slips
    slippedDays
    delayAsked
    isOverdue
    isDrift
    delays { id cause impact measures dueOn newDueOn askedBy { name } askedAt state answeredBy { name } answer }
    proof { text link attachments { id name mediaType url } }
    commands { command allowed reason }
    version
  }
`);

export const listDocument = graphql(
  `
  query Actions($filter: ActionFilter, $orderBy: ActionOrder!, $first: Int!, $after: String) {
    actions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...ActionRow }
    }
  }
`,
  [actionFragment],
);
export const mineDocument = graphql(`query MyActions { myWork { actions { ...ActionRow } } }`, [actionFragment]);
export const oneDocument = graphql(`query Action($id: UUID!) { action(id: $id) { ...ActionRow } }`, [actionFragment]);

export const addDocument = graphql(`
  mutation AddAction($input: AddActionInput!) {
    addAction(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const updateDocument = graphql(`
  mutation UpdateAction($input: UpdateActionInput!) {
    updateAction(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const verifyDocument = graphql(`
  mutation VerifyAction($input: VerifyActionInput!) {
    verifyAction(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const cancelDocument = graphql(`
  mutation CancelAction($input: CancelActionInput!) {
    cancelAction(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const removeDocument = graphql(`
  mutation RemoveContainment($input: RemoveContainmentInput!) {
    removeContainment(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const argueDocument = graphql(`
  mutation ArgueDelay($input: ArgueDelayInput!) {
    argueDelay(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const acceptDocument = graphql(`
  mutation AcceptDelay($input: AcceptDelayInput!) {
    acceptDelay(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const refuseDocument = graphql(`
  mutation RefuseDelay($input: RefuseDelayInput!) {
    refuseDelay(input: $input) { action { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);

export type Action = ResultOf<typeof actionFragment>;
export type ActionKind = Action['kind'];
export type ActionCommand = Action['commands'][number]['command'];
export type ActionFilter = NonNullable<VariablesOf<typeof listDocument>['filter']>;
export const actionKinds = ['EMERGENCY', 'ANALYSIS', 'CONTAINMENT', 'CORRECTIVE', 'PREVENTIVE', 'IMPROVEMENT'] as const;
