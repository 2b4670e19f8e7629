import { queryOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask, graphql, type ResultOf, type VariablesOf } from '../../../shared/api';

const stepPart = graphql(`
  fragment Step on EscalationStep @_unmask {
    at
    track
    loop
    level
    channels
    reached
    soundsEverywhere
    text
    targets { kind role team { id name } person { id name } service }
    people { person { id name } reachable whyNot }
  }
`);
const dryRunDocument = graphql(
  `query DryRun($input: DryRunEscalationInput!) { dryRunEscalation(input: $input) { ...Step } }`,
  [stepPart],
);
const replayDocument = graphql(
  `
  query Replay($input: ReplayEscalationInput!) {
    replayEscalation(input: $input) {
      alerts
      callsBefore
      callsAfter
      byRole { role before after }
      changed {
        alert { id number kind severity raisedAt }
        before { ...Step }
        after { ...Step }
      }
    }
  }
`,
  [stepPart],
);

export type Step = ResultOf<typeof dryRunDocument>['dryRunEscalation'][number];
export type Replay = ResultOf<typeof replayDocument>['replayEscalation'];
type DryRunInput = VariablesOf<typeof dryRunDocument>['input'];
type ReplayInput = VariablesOf<typeof replayDocument>['input'];

/** Who would be called, and when. */
export const dryRunQuery = (input: DryRunInput) =>
  queryOptions({
    queryKey: ['dry-run', input],
    queryFn: async () => (await ask(dryRunDocument, { input })).dryRunEscalation,
  });

/** What would have changed for past alerts; asked by a button, for it reads a month. */
export const replay = async (input: ReplayInput) => (await ask(replayDocument, { input })).replayEscalation;

/** A value that stood still for a moment: what follows typing, not each letter of it. */
export function useSettled<Value>(value: Value, ms = 350): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
