// Joins a board with the official JavaScript client, raises an alert by fetch, is given it by a manager, and prints what the hub told.
import { createRequire } from 'node:module';

const [, , address, token, plantId, placeId, web, manager] = process.argv;
const { HubConnectionBuilder, LogLevel } = createRequire(`${web}/package.json`)('@microsoft/signalr');

const hub = new HubConnectionBuilder()
  .withUrl(`${address}/hubs/live`, { accessTokenFactory: () => token })
  .configureLogging(LogLevel.Error)
  .build();
const told = new Promise((resolve) => hub.on('BoardChanged', resolve));
const notified = new Promise((resolve) => hub.on('Notified', resolve));
await hub.start();
const snapshot = await hub.invoke('Join', { plantId });
const ask = async (by, query, variables) => {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${by}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()).data;
};
const { raiseAlert } = await ask(
  token,
  'mutation($input: RaiseAlertInput!) { raiseAlert(input: $input) { alert { id number } errors { ... on Error { code } } } }',
  { input: { kind: 'SAFETY', placeId } },
);
const delta = await told;
const heartbeat = await new Promise((resolve) => hub.on('Heartbeat', resolve));
const { me } = await ask(token, '{ me { id } }');
await ask(manager, 'mutation($input: AssignAlertInput!) { assignAlert(input: $input) { alert { id } errors { ... on Error { code } } } }', {
  input: { alertId: raiseAlert.alert.id, personId: me.id },
});
const notice = await notified;
await hub.invoke('Confirm', [notice.id]);
await hub.stop();
console.log(JSON.stringify({ snapshot, raised: raiseAlert.alert, delta, heartbeat, notice }));
