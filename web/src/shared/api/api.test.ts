import { afterEach, expect, test, vi } from 'vitest';
import { ask, command, newClientId } from './client';
import { createClock } from './clock';
import { graphql } from './graphql';
import { problemOf } from './problem';

const me = graphql('query Me { me { name } }');
const acknowledge = graphql(`
  mutation Acknowledge($input: AcknowledgeAlertInput!) {
    acknowledgeAlert(input: $input) { alert { state } errors { ... on Error { code message } } }
  }
`);

function answering(status: number, body: unknown) {
  const fetching = vi.fn(async (_path: string, _init: RequestInit) => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetching);
  return fetching;
}
const problem = (promise: Promise<unknown>) => promise.then(() => undefined, problemOf);

afterEach(() => vi.unstubAllGlobals());

test('A typed document is printed and its data returned', async () => {
  const fetching = answering(200, { data: { me: { name: 'Karim Benali' } } });
  expect(await ask(me)).toEqual({ me: { name: 'Karim Benali' } });
  expect(JSON.parse(String(fetching.mock.calls[0]?.[1].body)).query).toContain('query Me');
});

test('No session, no network, a refusal and a breakdown are told apart', async () => {
  answering(401, { code: 'UNAUTHENTICATED' });
  expect(await problem(ask(me))).toEqual({ kind: 'signedOut' });

  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await problem(ask(me))).toEqual({ kind: 'offline' });

  answering(200, { data: null, errors: [{ message: 'Non.', extensions: { code: 'FORBIDDEN' } }] });
  expect(await problem(ask(me))).toMatchObject({ kind: 'refused', code: 'FORBIDDEN', message: 'Non.' });

  answering(502, 'bad gateway');
  expect(await problem(ask(me))).toMatchObject({ kind: 'broken', status: 502 });
});

test('A refusal in a payload is thrown like any other, whole, with those beside it', async () => {
  const errors = [
    { code: 'CONFLICT', message: 'Déjà prise.', changed: ['owner'] },
    { code: 'INVALID', message: 'Trop loin.', field: 'expectedAt' },
  ];
  answering(200, { data: { acknowledgeAlert: { alert: null, errors } } });
  expect(await problem(command(acknowledge, { input: { alertId: newClientId() } }))).toEqual({
    kind: 'refused',
    code: 'CONFLICT',
    message: 'Déjà prise.',
    error: errors[0],
    all: errors,
  });
});

test('A client id is a UUID of version 4 and never the same twice', () => {
  expect(newClientId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newClientId()).not.toBe(newClientId());
});

test('The clock follows the server, takes the quickest of its words, and ignores the device', () => {
  let steady = 1_000;
  let device = 500_000;
  const clock = createClock(
    () => steady,
    () => device,
  );
  clock.hear(900_000, 'coarse');
  expect(clock.now()).toBe(900_500);
  clock.hear(902_000);
  steady += 5_000;
  clock.hear(906_600); // four tenths late on the way
  device -= 3_600_000;
  expect(clock.now()).toBe(907_000);
  clock.hear(1, 'coarse');
  expect(clock.now()).toBe(907_000);
});
