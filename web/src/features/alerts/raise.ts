import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clock, command, graphql, newClientId, type ResultOf, type VariablesOf } from '../../shared/api';
import { alertCard } from './documents';

const raiseDocument = graphql(
  `
  mutation Raise($input: RaiseAlertInput!) {
    raiseAlert(input: $input) {
      alert { ...AlertCard }
      errors { ... on Error { code message } ... on AlreadyOpenError { alerts { ...AlertCard } } }
    }
  }
`,
  [alertCard],
);
const undoDocument = graphql(
  `mutation Undo($input: CancelAlertInput!) { cancelAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const stopDocument = graphql(
  `mutation Stop($input: StopLineInput!) { stopLine(input: $input) { errors { ... on Error { code message } } } }`,
);

export type Raised = NonNullable<ResultOf<typeof raiseDocument>['raiseAlert']['alert']>;
export type Raising = Omit<VariablesOf<typeof raiseDocument>['input'], 'clientId' | 'occurredAt'>;

/** Raises once whatever the network does: the intention's id and instant stay while the person presses again. */
export function useRaise() {
  const client = useQueryClient();
  const [intention, setIntention] = useState<{ key: string; clientId: string; occurredAt: string }>();
  return useMutation({
    mutationFn: async (raising: Raising) => {
      const key = JSON.stringify(raising);
      const kept =
        intention?.key === key
          ? intention
          : { key, clientId: newClientId(), occurredAt: new Date(clock.now()).toISOString() };
      setIntention(kept);
      const { clientId, occurredAt } = kept;
      const payload = await command(raiseDocument, { input: { ...raising, clientId, occurredAt } });
      if (!payload.alert) throw new Error('raiseAlert answered neither an alert nor an error.');
      setIntention(undefined);
      return payload.alert;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['my-work'] }),
  });
}

/** Takes back what was raised by mistake, while nobody has taken it; pressed again after a lost network, it is one intention. */
export function useUndo(reason: string) {
  const client = useQueryClient();
  const [clientId] = useState(newClientId);
  return useMutation({
    mutationFn: (alert: Raised) => command(undoDocument, { input: { alertId: alert.id, reason, clientId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['my-work'] }),
  });
}

export function useStopLine() {
  const [clientId] = useState(newClientId);
  return useMutation({
    mutationFn: (alert: Raised) => {
      if (!alert.line) throw new Error('The alert is on no line.');
      return command(stopDocument, { input: { lineId: alert.line.id, alertId: alert.id, clientId } });
    },
  });
}
