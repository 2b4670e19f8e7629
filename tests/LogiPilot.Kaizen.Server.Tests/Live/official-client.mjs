// Joins a board with the official JavaScript client, raises an alert by fetch, and prints what the hub told.
import { createRequire } from 'node:module';

const [, , address, token, plantId, placeId, web] = process.argv;
const { HubConnectionBuilder, LogLevel } = createRequire(`${web}/package.json`)('@microsoft/signalr');

const hub = new HubConnectionBuilder()
  .withUrl(`${address}/hubs/live`, { accessTokenFactory: () => token })
  .configureLogging(LogLevel.Error)
  .build();
const told = new Promise((resolve) => hub.on('BoardChanged', resolve));
await hub.start();
const snapshot = await hub.invoke('Join', { plantId });
const answer = await fetch(`${address}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  body: JSON.stringify({
    query: 'mutation($input: RaiseAlertInput!) { raiseAlert(input: $input) { alert { id number } errors { ... on Error { code } } } }',
    variables: { input: { kind: 'SAFETY', placeId } },
  }),
});
const { data } = await answer.json();
const delta = await told;
const heartbeat = await new Promise((resolve) => hub.on('Heartbeat', resolve));
await hub.stop();
console.log(JSON.stringify({ snapshot, raised: data.raiseAlert.alert, delta, heartbeat }));
