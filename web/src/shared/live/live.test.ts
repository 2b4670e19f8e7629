import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applied, type Board, type BoardDelta } from './board';
import { type Hub, LiveConnection } from './connection';
import { freshnessAfter } from './freshness';

const counters = { open: 1, untaken: 0, shelved: 0, linesStopped: 0 };
const line = (id: string, status: string) => ({ line: { id, code: id, name: id }, status });
const alert = (id: string, state: string) => ({ id, state });
const board = (sequence: number, build = '1') =>
  ({
    at: '2026-03-02T13:00:00Z',
    sequence,
    build,
    lines: [line('a', 'OK'), line('b', 'OK')],
    openAlerts: [alert('x', 'RAISED')],
    counters,
  }) as unknown as Board;
const delta = (previousSequence: number, sequence: number, change: object = {}) =>
  ({
    at: '2026-03-02T13:00:01Z',
    previousSequence,
    sequence,
    lines: [],
    alerts: [],
    closedAlertIds: [],
    counters,
    ...change,
  }) as BoardDelta;

test('A delta changes lines and alerts where they stand, adds what is new and drops what was closed', () => {
  const after = applied(
    board(7),
    delta(7, 12, {
      lines: [line('a', 'LOW')],
      alerts: [alert('x', 'ACKNOWLEDGED'), alert('y', 'RAISED'), alert('z', 'RAISED')],
      closedAlertIds: ['y'],
    }),
  );
  expect(after?.sequence).toBe(12);
  expect(after?.lines.map((each) => [each.line.id, each.status])).toEqual([
    ['a', 'LOW'],
    ['b', 'OK'],
  ]);
  expect(after?.openAlerts.map((each) => [each.id, each.state])).toEqual([
    ['x', 'ACKNOWLEDGED'],
    ['z', 'RAISED'],
  ]);
});

test('A delta that follows another one than ours is refused, one we hold changes nothing', () => {
  const ours = board(7);
  expect(applied(ours, delta(8, 9))).toBeUndefined();
  expect(applied(ours, delta(6, 7))).toBe(ours);
});

test('Freshness ages at 10 s, is stale at 60 s and old at 15 min', () => {
  expect([9_999, 10_000, 59_999, 60_000, 899_999, 900_000].map(freshnessAfter)).toEqual([
    'live',
    'aging',
    'aging',
    'stale',
    'stale',
    'old',
  ]);
});

/** A hub whose server is the test. */
function fakeHub(snapshots: Board[]) {
  const handlers: Record<string, (message: unknown) => void> = {};
  let closed = () => {};
  const hub = {
    start: vi.fn(async () => {}),
    stop: vi.fn(async () => closed()),
    invoke: vi.fn(async () => snapshots.shift()),
    on: (name: string, handler: (message: unknown) => void) => {
      handlers[name] = handler;
    },
    onclose: (handler: () => void) => {
      closed = handler;
    },
  };
  return {
    hub: hub as unknown as Hub & typeof hub,
    say: (name: string, message: unknown) => handlers[name]?.(message),
  };
}
const settle = () => vi.advanceTimersByTimeAsync(1);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('A missing delta, told by the next one or by a heartbeat, makes the client join again', async () => {
  const { hub, say } = fakeHub([board(7), board(20), board(30)]);
  const live = new LiveConnection(() => hub);
  const joined = vi.fn();
  live.onJoin(joined);
  live.watch({ plantId: 'p' });
  await settle();
  say('BoardChanged', delta(9, 20));
  await settle();
  expect(live.state.board?.sequence).toBe(20);
  say('Heartbeat', { sequence: 30, at: '2026-03-02T13:00:05Z', shift: null });
  await settle();
  expect(live.state.board?.sequence).toBe(30);
  expect(hub.invoke).toHaveBeenCalledTimes(3);
  expect(joined).toHaveBeenCalledTimes(3);
  live.close();
});

test('A heartbeat tells of the next shift, and of none', async () => {
  const { hub, say } = fakeHub([board(7)]);
  const live = new LiveConnection(() => hub);
  live.watch({ plantId: 'p' });
  await settle();
  const night = { code: 'N', name: 'Nuit', starts: '21:00', ends: '05:00', endsAt: '2026-03-03T04:00:00Z' };
  say('Heartbeat', { sequence: 7, at: '2026-03-02T20:00:05Z', shift: night });
  expect(live.state.board?.shift).toEqual(night);
  const told = live.state.board;
  say('Heartbeat', { sequence: 7, at: '2026-03-02T20:00:10Z', shift: { ...night } });
  expect(live.state.board).toBe(told);
  say('Heartbeat', { sequence: 7, at: '2026-03-03T04:00:05Z', shift: null });
  expect(live.state.board?.shift).toBeNull();
  live.close();
});

test('A delta that overtakes the snapshot is neither lost nor taken twice', async () => {
  const { hub, say } = fakeHub([board(7)]);
  const live = new LiveConnection(() => hub);
  live.watch({ plantId: 'p' });
  await Promise.resolve();
  say('BoardChanged', delta(6, 7));
  say('BoardChanged', delta(7, 8, { lines: [line('b', 'CRITICAL')] }));
  await settle();
  expect(live.state.board?.sequence).toBe(8);
  expect(live.state.board?.lines[1]?.status).toBe('CRITICAL');
  expect(hub.invoke).toHaveBeenCalledTimes(1);
  live.close();
});

test('A connection that falls silent is replaced, for ever, and a new build reloads the page', async () => {
  const first = fakeHub([board(7)]);
  const broken = fakeHub([]);
  broken.hub.start.mockRejectedValue(new Error('down'));
  const last = fakeHub([board(9, '2')]);
  const hubs = [first.hub, ...Array.from({ length: 20 }, () => broken.hub), last.hub];
  const reload = vi.fn();
  const live = new LiveConnection(() => hubs.shift() ?? last.hub, reload);
  live.watch({ plantId: 'p' });
  await settle();
  expect(live.state.connected).toBe(true);
  await vi.advanceTimersByTimeAsync(17_000);
  expect(live.state.connected).toBe(false);
  expect(first.hub.stop).toHaveBeenCalled();
  expect(live.state.board?.sequence).toBe(7);
  await vi.advanceTimersByTimeAsync(20 * 5_000);
  expect(live.state.board?.sequence).toBe(9);
  expect(reload).toHaveBeenCalledTimes(1);
  live.close();
});
