import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf } from '../../../shared/api';

const rulesDocument = graphql(`
  query RecurrenceRules($plantId: UUID!) {
    recurrenceRules(plantIds: [$plantId]) { criterion count windowDays version }
  }
`);
const saveDocument = graphql(`
  mutation SaveRecurrenceRule($input: SaveRecurrenceRuleInput!) {
    saveRecurrenceRule(input: $input) {
      rule { version }
      errors { ... on Error { code message } ... on InvalidError { field } }
    }
  }
`);

/** So many alerts in so many days; version 0 is the product's standard. */
export type Rule = ResultOf<typeof rulesDocument>['recurrenceRules'][number];

export const rulesQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['recurrence-rules', plantId],
    queryFn: async () => (await ask(rulesDocument, { plantId })).recurrenceRules,
  });

export function useSaveRule(plantId: string, { criterion, version }: Rule, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Pick<Rule, 'count' | 'windowDays'>) =>
      command(saveDocument, {
        input: { plantId, criterion, ...said, expectedVersion: version, clientId: newClientId() },
      }),
    onSuccess: onDone,
    // Also after a conflict: what somebody else wrote is the rule now, and what is typed stays.
    onSettled: () => client.invalidateQueries({ queryKey: ['recurrence-rules'] }),
  });
}
