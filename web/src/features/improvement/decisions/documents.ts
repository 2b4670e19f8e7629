import { queryOptions } from '@tanstack/react-query';
import { ask, graphql, type ResultOf } from '../../../shared/api';
import { actionFragment } from '../actions/documents';

const waitingDocument = graphql(
  `
  query WaitingDecisions($plantIds: [UUID!]) {
    dysfunctions(filter: { plantIds: $plantIds, states: [PROPOSED] }, orderBy: OLDEST_FIRST, first: 100) {
      nodes {
        id
        number
        title
        area { name }
        commands { command allowed }
        proposals { id proposedAt proposedBy { name } deadline cost { amount currency } gain { amount currency } decision { kind } }
      }
    }
    actionPlans(filter: { plantIds: $plantIds, states: [SUBMITTED] }, orderBy: OLDEST_FIRST, first: 100) {
      nodes {
        id
        number
        title
        commands
        submittedAt
        answerDueAt
        deadline
        method { name }
        leader { name }
        cost { amount currency }
      }
    }
    actions(filter: { plantIds: $plantIds, states: [TO_DO, DOING], delayAsked: true }, orderBy: DUE_FIRST, first: 100) {
      nodes { ...ActionRow }
    }
  }
`,
  [actionFragment],
);

const settingsDocument = graphql(`
  query CostLimit($plantId: UUID!) { planSettings(plantId: $plantId) { costLimit { amount currency } } }
`);

const sponsorsDocument = graphql(`
  query PossibleSponsors($plantIds: [UUID!], $roles: [Role!]) { people(plantIds: $plantIds, roles: $roles) { id name kind } }
`);

export type Waiting = Awaited<ReturnType<typeof waiting>>;
export type WaitingProposal = Waiting['proposals'][number];
export type WaitingPlan = Waiting['plans'][number];
type Dysfunctions = NonNullable<ResultOf<typeof waitingDocument>['dysfunctions']['nodes']>;

const proposalOf = (about: Dysfunctions[number]) => about.proposals.find(({ decision }) => !decision);

async function waiting(plantId: string) {
  const { dysfunctions, actionPlans, actions } = await ask(waitingDocument, { plantIds: [plantId] });
  return {
    proposals: (dysfunctions.nodes ?? [])
      .filter(({ commands }) => commands.some(({ command, allowed }) => command === 'DECIDE' && allowed))
      .flatMap((about) => {
        const proposal = proposalOf(about);
        return proposal ? [{ about, proposal }] : [];
      }),
    plans: (actionPlans.nodes ?? []).filter(({ commands }) => commands.includes('APPROVE')),
    delays: (actions.nodes ?? []).filter(({ commands }) =>
      commands.some(({ command, allowed }) => command === 'ACCEPT_DELAY' && allowed),
    ),
  };
}

/** What the person signed in is to decide in a plant: each list the oldest first. */
export const waitingQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['actions', 'waiting', plantId],
    queryFn: () => waiting(plantId),
    refetchInterval: 60_000,
  });

/** Above it a manager sponsors; null: no limit. */
export const limitQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['plan-settings', plantId],
    queryFn: async () => (await ask(settingsDocument, { plantId })).planSettings.costLimit,
    staleTime: 60_000,
  });

export const sponsorsQuery = (plantId: string, isOverLimit: boolean) =>
  queryOptions({
    queryKey: ['people', 'sponsors', plantId, isOverLimit],
    queryFn: async () =>
      (
        await ask(sponsorsDocument, {
          plantIds: [plantId],
          roles: isOverLimit ? ['MANAGER'] : ['TEAM_LEADER', 'MANAGER'],
        })
      ).people.filter(({ kind }) => kind === 'HUMAN'),
    staleTime: 60_000,
  });
