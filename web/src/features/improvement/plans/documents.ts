import { graphql, type ResultOf, type VariablesOf } from '../../../shared/api';
import { actionFragment } from '../actions/documents';

export const stepFragment = graphql(`
  fragment StepWhole on PlanStep @_unmask {
    code
    name
    purpose
    state
    dueOn
    originalDueOn
    signs
    signedBy { name }
    signedAt
    suspendedSince
    canSign
    whyNot
    commands
    turnsInto { code name }
    version
    dependsOn
    returns { reason by { name } at }
    gate { rule holds says field }
    fields {
      code
      name
      type
      hint
      example
      required
      unit
      choices { code name }
      columns { code name type unit required from choices { code name } }
      picture
      hasEscape
      value
      version
      author { name }
      at
    }
  }
`);

export const planDocument = graphql(
  `
  query ActionPlan($id: UUID!) {
    actionPlan(id: $id) {
      id
      plantId
      number
      title
      state
      cycle
      level
      levelName
      promotesAt
      isRecurring
      commands
      proposedReturn { step alertId at }
      checks { step days dueOn heldOn passed }
      perimeter
      deadline
      followUpDays
      openedAt
      openedBy { name }
      submittedAt
      approvedAt
      approvedBy { name }
      answerDueAt
      closedAt
      reason
      reviewOn
      version
      origin { kind text dysfunctionId alerts { id number } }
      keys { family place { id name } product { id code name } }
      area { id name }
      sponsor { id name }
      leader { id name }
      participants { person { id name } role mission skill }
      choices { setting isGroup participants method communication deadline }
      constraints { technical quality environment safety }
      cost { amount currency }
      gain { amount currency }
      method { code name about sponsorTitle hasCycles }
      currentStep { code }
      steps { ...StepWhole }
      actions { ...ActionRow }
      indicators {
        id
        name
        unit
        direction
        source
        exposure
        target
        targetOn
        drawing
        effect { isEffective text }
        version
      }
      meetings { id heldAt minutes present { id name } notes decisions recordedBy { name } actions { id number what } }
      communications { id sentAt by { name } text to { id name } readings { person { id name } at } isReadByAll canRead }
      referrals { id service question askedBy { name } askedAt answer answeredBy { name } answeredAt canAnswer }
    }
  }
`,
  [actionFragment, stepFragment],
);

export const drawingsDocument = graphql(`
  query Drawings($id: UUID!) {
    actionPlan(id: $id) { id steps { code fields { code drawing } } }
  }
`);

export const plansDocument = graphql(`
  query ActionPlans($filter: ActionPlanFilter, $orderBy: ActionPlanOrder!, $first: Int!, $after: String) {
    actionPlans(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        number
        title
        state
        cycle
        level
        isRecurring
        nextDueOn
        deadline
        openedAt
        closedAt
        area { name }
        sponsor { name }
        leader { name }
        method { code name }
        currentStep { code name dueOn }
      }
    }
  }
`);

export const plansFoundDocument = graphql(`
  query PlansFound($filter: ActionPlanFilter) { actionPlans(filter: $filter, first: 1) { totalCount } }
`);

export const methodsDocument = graphql(`
  query Methods($plantId: UUID!) {
    methods(plantId: $plantId) { code name about sponsorTitle steps { code name } }
  }
`);

export const productsDocument = graphql(`
  query PlanProducts($plantIds: [UUID!]) { products(filter: { plantIds: $plantIds }, first: 1000) { nodes { id code name } } }
`);

export const openDocument = graphql(`
  mutation OpenActionPlan($input: OpenActionPlanInput!) {
    openActionPlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const saveStepDocument = graphql(`
  mutation SaveStep($input: SaveStepInput!) {
    saveStep(input: $input) {
      actionPlan { id steps { code fields { code value version } } }
      errors {
        ... on Error { code message }
        ... on InvalidError { field }
        ... on FieldChangedError { author { name } at version value }
      }
    }
  }
`);
export const signDocument = graphql(`
  mutation SignStep($input: SignStepInput!) {
    signStep(input: $input) { actionPlan { id } next { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const returnDocument = graphql(`
  mutation ReturnStep($input: ReturnStepInput!) {
    returnStep(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const savePlanDocument = graphql(`
  mutation SavePlan($input: SavePlanInput!) {
    savePlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const submitDocument = graphql(`
  mutation SubmitPlan($input: SubmitPlanInput!) {
    submitPlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const approveDocument = graphql(`
  mutation ApprovePlan($input: ApprovePlanInput!) {
    approvePlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const refuseDocument = graphql(`
  mutation RefusePlan($input: RefusePlanInput!) {
    refusePlan(input: $input) { actionPlan { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);

export const saveIndicatorDocument = graphql(`
  mutation SaveIndicator($input: SaveIndicatorInput!) {
    saveIndicator(input: $input) { indicator { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);
export const measureDocument = graphql(`
  mutation RecordMeasure($input: RecordMeasureInput!) {
    recordMeasure(input: $input) { indicator { id } errors { ... on Error { code message } ... on InvalidError { field } } }
  }
`);

export type Plan = NonNullable<ResultOf<typeof planDocument>['actionPlan']>;
export type Indicator = Plan['indicators'][number];
export type Step = NonNullable<Plan['steps']>[number];
export type PlanField = Step['fields'][number];
export type FieldColumn = NonNullable<PlanField['columns']>[number];
export type Finding = Step['gate'][number];
export type PlanRow = NonNullable<NonNullable<ResultOf<typeof plansDocument>['actionPlans']>['nodes']>[number];
export type PlanState = Plan['state'];
export type PlanFilter = NonNullable<VariablesOf<typeof plansDocument>['filter']>;
export type Method = ResultOf<typeof methodsDocument>['methods'][number];
