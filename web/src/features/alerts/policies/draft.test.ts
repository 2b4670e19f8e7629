import { expect, test } from 'vitest';
import { type Draft, nextLevel, pathOf, policyInput, target, withTimers } from './draft';
import type { Timers } from './policies';

const timers = (severity: Timers['severity']): Timers => ({
  severity,
  loops: 0,
  clockTime: false,
  unacknowledged: [{ afterMinutes: 0, targets: [target('SERVICE')], channels: ['APP'] }],
  unresolved: [],
});

test('A severity that the policy did not name stands in its place, the worst first', () => {
  const draft = withTimers(
    withTimers({ name: 'Nuit', timers: [timers('MINOR')] }, timers('CRITICAL')),
    timers('MAJOR'),
  );
  expect(draft.timers.map(({ severity }) => severity)).toEqual(['CRITICAL', 'MAJOR', 'MINOR']);
  expect(pathOf(draft, 'MINOR', 'UNRESOLVED')).toBe('timers[2].unresolved');
});

test('A new level comes later than the last, by the same step', () => {
  const level = (afterMinutes: number) => ({ afterMinutes, targets: [], channels: ['MAIL' as const] });
  expect(nextLevel([level(0), level(5), level(15)]).afterMinutes).toBe(25);
  expect(nextLevel([level(0)])).toMatchObject({ afterMinutes: 5, channels: ['MAIL'] });
  expect(nextLevel([]).afterMinutes).toBe(0);
});

test('What is sent names of a target what its kind needs, and nothing else', () => {
  const team = target('TEAM', { team: { id: 't1', name: 'Équipe A' }, role: 'PILOT' });
  const draft: Draft = {
    name: 'Nuit',
    timers: [{ ...timers('MAJOR'), unresolved: [{ afterMinutes: 30, targets: [team], channels: ['APP'] }] }],
  };
  expect(policyInput('p', draft, undefined).timers[0]?.unresolved?.[0]?.targets).toEqual([
    { kind: 'TEAM', teamId: 't1' },
  ]);
});
