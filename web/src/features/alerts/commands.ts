import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { command, graphql, newClientId } from '../../shared/api';
import type { AlertDetail, CommandName } from './documents';

/** What every command on an alert names: which, as of which version, and the person's intention. */
type On = { alertId: string; expectedVersion: number; clientId: string };

/** What a person adds to a command. */
export type Said = {
  reason?: string;
  comment?: string;
  attachmentIds?: string[];
  causeCode?: string;
  resolution?: string;
  personId?: string;
  holdUntil?: string;
  until?: string;
  ownerId?: string;
  severity?: AlertDetail['severity'];
};

const acknowledge = graphql(
  `mutation Acknowledge($input: AcknowledgeAlertInput!) { acknowledgeAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const assign = graphql(
  `mutation Assign($input: AssignAlertInput!) { assignAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const confirm = graphql(
  `mutation Confirm($input: ConfirmAlertInput!) { confirmAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const start = graphql(
  `mutation Start($input: StartAlertInput!) { startAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const release = graphql(
  `mutation Release($input: ReleaseAlertInput!) { releaseAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const resolve = graphql(
  `mutation Resolve($input: ResolveAlertInput!) { resolveAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const close = graphql(
  `mutation Close($input: CloseAlertInput!) { closeAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const reopen = graphql(
  `mutation Reopen($input: ReopenAlertInput!) { reopenAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const cancel = graphql(
  `mutation Cancel($input: CancelAlertInput!) { cancelAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const comment = graphql(
  `mutation Comment($input: CommentAlertInput!) { commentAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);

const changeSeverity = graphql(
  `mutation ChangeSeverity($input: ChangeSeverityInput!) { changeSeverity(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const stopLine = graphql(
  `mutation StopLine($input: StopLineInput!) { stopLine(input: $input) { errors { ... on Error { code message } } } }`,
);
const restartLine = graphql(
  `mutation RestartLine($input: RestartLineInput!) { restartLine(input: $input) { errors { ... on Error { code message } } } }`,
);
const shelve = graphql(
  `mutation Shelve($input: ShelveAlertInput!) { shelveAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const unshelve = graphql(
  `mutation Unshelve($input: UnshelveAlertInput!) { unshelveAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const transfer = graphql(
  `mutation Transfer($input: TransferAlertInput!) { transferAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);
const refuse = graphql(
  `mutation Refuse($input: RefuseAlertInput!) { refuseAlert(input: $input) { alert { id } errors { ... on Error { code message } } } }`,
);

/** The commands, in the order in which screens offer them. */
export const offered = [
  'CONFIRM',
  'ACKNOWLEDGE',
  'START',
  'RESOLVE',
  'CLOSE',
  'REFUSE',
  'UNSHELVE',
  'ASSIGN',
  'TRANSFER',
  'RESTART_LINE',
  'RELEASE',
  'SHELVE',
  'REOPEN',
  'COMMENT',
  'CHANGE_SEVERITY',
  'STOP_LINE',
  'CANCEL',
] as const satisfies CommandName[];
export type Offered = (typeof offered)[number];

function send(name: Offered, on: On, said: Said, lineId: string): Promise<unknown> {
  const { reason = '', causeCode = '', resolution = '', personId = '', holdUntil, severity = 'MAJOR' } = said;
  switch (name) {
    case 'ACKNOWLEDGE':
      return command(acknowledge, { input: on });
    case 'ASSIGN':
      return command(assign, { input: { ...on, personId } });
    case 'CONFIRM':
      return command(confirm, { input: on });
    case 'START':
      return command(start, { input: on });
    case 'RELEASE':
      return command(release, { input: { ...on, reason } });
    case 'RESOLVE':
      return command(resolve, { input: { ...on, causeCode, resolution, ...(holdUntil && { holdUntil, reason }) } });
    case 'CLOSE':
      return command(close, { input: { ...on, ...(causeCode && { causeCode }) } });
    case 'REOPEN':
      return command(reopen, { input: { ...on, reason } });
    case 'CANCEL':
      return command(cancel, { input: { ...on, reason, ...(holdUntil && { holdUntil }) } });
    case 'COMMENT':
      return command(comment, {
        input: {
          alertId: on.alertId,
          clientId: on.clientId,
          comment: said.comment ?? null,
          attachmentIds: said.attachmentIds ?? null,
        },
      });
    case 'CHANGE_SEVERITY':
      return command(changeSeverity, { input: { ...on, severity, reason } });
    case 'STOP_LINE':
      return command(stopLine, { input: { ...on, lineId, ...(reason && { reason }) } });
    case 'SHELVE':
      return command(shelve, { input: { ...on, reason, until: said.until ?? null, ownerId: said.ownerId ?? null } });
    case 'UNSHELVE':
      return command(unshelve, { input: on });
    case 'TRANSFER':
      return command(transfer, { input: { ...on, personId, ...(reason && { note: reason }) } });
    case 'REFUSE':
      return command(refuse, { input: { ...on, reason } });
    case 'RESTART_LINE':
      return command(restartLine, {
        input: { lineId, expectedVersion: on.expectedVersion, clientId: on.clientId },
      });
  }
}

/**
 * Sends one command on an alert as it was read: somebody else's step in between is a conflict that says what changed. The
 * intention keeps its id until it is done, so that pressing again after a lost network does nothing twice.
 */
export function useAlertCommand(alert: Pick<AlertDetail, 'id' | 'version' | 'line'>) {
  const client = useQueryClient();
  const [intention, setIntention] = useState<{ key: string; id: string }>();
  return useMutation({
    mutationFn: ({ name, said = {} }: { name: Offered; said?: Said }) => {
      const key = JSON.stringify([name, alert.version, said]);
      const clientId = intention?.key === key ? intention.id : newClientId();
      setIntention({ key, id: clientId });
      const on = { alertId: alert.id, expectedVersion: alert.version, clientId };
      return send(name, on, said, alert.line?.id ?? '');
    },
    onSettled: () =>
      Promise.all(
        [['alert', alert.id], ['my-work'], ['alerts']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
