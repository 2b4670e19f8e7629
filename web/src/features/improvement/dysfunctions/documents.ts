import { graphql, type ResultOf, type VariablesOf } from '../../../shared/api';

export const factsFragment = graphql(`
  fragment Facts on AlertFacts @_unmask {
    count
    occurrences
    firstAt
    lastAt
    hoursBetween
    stoppedMinutes
    stoppedCost { amount currency }
    days { day count stoppedMinutes }
    byKind: pareto(by: KIND) { label count stoppedMinutes cumulativePercent }
    byPlace: pareto(by: PLACE) { label count stoppedMinutes cumulativePercent }
    byProduct: pareto(by: PRODUCT) { label count stoppedMinutes cumulativePercent }
    byCause: pareto(by: CAUSE) { label count stoppedMinutes cumulativePercent }
  }
`);

export const proposalFragment = graphql(`
  fragment ProposalSheet on Proposal @_unmask {
    id
    description
    means
    objectives
    deadline
    people { id name }
    involved
    cost { amount currency }
    gain { amount currency }
    constraints { technical quality environment safety }
    alternatives { text whyNot }
    risks
    proposedBy { id name }
    proposedAt
    decision { kind reason adjustment by { name } at }
    version
  }
`);

export const listDocument = graphql(`
  query Dysfunctions($filter: DysfunctionFilter, $orderBy: DysfunctionOrder!, $first: Int!, $after: String) {
    dysfunctions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id number title kind state place { name } area { name } product { name } reportedBy { name } reportedAt }
    }
  }
`);

export const oneDocument = graphql(
  `
  query Dysfunction($id: UUID!) {
    dysfunction(id: $id) {
      id
      number
      title
      kind
      state
      facts
      perimeter
      place { id name }
      area { name }
      product { id code name }
      reportedBy { name }
      reportedAt
      noticedBy { name }
      noticedAt
      supportNeed
      conclusion
      reason
      actionPlan { id number }
      referrals { id service question askedBy { name } askedAt answer answeredBy { name } answeredAt canAnswer }
      version
      alerts { id number kind }
      alertFacts { ...Facts }
      analyses { id kind value drawing by { name } at version }
      proposals { ...ProposalSheet }
      history { kind version by { name } at }
      commands { command allowed reason }
    }
  }
`,
  [factsFragment, proposalFragment],
);

export const factsDocument = graphql(
  `
  query DysfunctionFacts($alertIds: [UUID!], $recurrenceId: UUID) {
    dysfunctionFacts(alertIds: $alertIds, recurrenceId: $recurrenceId) {
      ...Facts
      alerts { id number kind place { name } product { name } }
    }
  }
`,
  [factsFragment],
);

export const placesDocument = graphql(`
  query DysfunctionPlaces($plantIds: [UUID!]) {
    places(plantIds: $plantIds, first: 1000) { nodes { id name kind line { name } } }
  }
`);
export const peopleDocument = graphql(`
  query DysfunctionPeople($plantIds: [UUID!]) { people(plantIds: $plantIds, roles: [OPERATOR, PILOT, AGENT, TEAM_LEADER, MANAGER, SUPPORT, ADMIN]) { id name kind } }
`);

export const reportDocument = graphql(`
  mutation ReportDysfunction($input: ReportDysfunctionInput!) {
    reportDysfunction(input: $input) { dysfunction { id number title } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const fromAlertsDocument = graphql(`
  mutation ReportFromAlerts($input: ReportFromAlertsInput!) {
    reportFromAlerts(input: $input) { dysfunction { id number title } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const describeDocument = graphql(`
  mutation DescribeDysfunction($input: DescribeDysfunctionInput!) {
    describeDysfunction(input: $input) { dysfunction { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const analyseDocument = graphql(`
  mutation AnalyseDysfunction($input: AnalyseDysfunctionInput!) {
    analyseDysfunction(input: $input) { dysfunction { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const proposeDocument = graphql(`
  mutation ProposeImprovement($input: ProposeImprovementInput!) {
    proposeImprovement(input: $input) { proposal { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const decideDocument = graphql(`
  mutation DecideProposal($input: DecideProposalInput!) {
    decideProposal(input: $input) { proposal { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const referDocument = graphql(`
  mutation ReferDysfunction($input: ReferDysfunctionInput!) {
    referDysfunction(input: $input) { dysfunction { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const answerDocument = graphql(`
  mutation AnswerDysfunctionReferral($input: AnswerReferralInput!) {
    answerReferral(input: $input) { referral { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const rejectDocument = graphql(`
  mutation RejectDysfunction($input: RejectDysfunctionInput!) {
    rejectDysfunction(input: $input) { dysfunction { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const closeDocument = graphql(`
  mutation CloseDysfunction($input: CloseDysfunctionInput!) {
    closeDysfunction(input: $input) { dysfunction { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);

export type DysfunctionRow = NonNullable<NonNullable<ResultOf<typeof listDocument>['dysfunctions']>['nodes']>[number];
export type Dysfunction = NonNullable<ResultOf<typeof oneDocument>['dysfunction']>;
export type Referral = Dysfunction['referrals'][number];
export type Facts = ResultOf<typeof factsFragment>;
export type ProposalSheet = ResultOf<typeof proposalFragment>;
export type Analysis = Dysfunction['analyses'][number];
export type AnalysisKind = Analysis['kind'];
export type DysfunctionFilter = NonNullable<VariablesOf<typeof listDocument>['filter']>;
export type DysfunctionState = Dysfunction['state'];
export type DysfunctionKind = Dysfunction['kind'];
