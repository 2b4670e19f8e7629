import { expect, test } from 'vitest';
import { type MaintenanceWindow, nextOccurrence } from './windows';

const weekly = {
  isActive: true,
  until: '2026-11-30',
  weekly: { days: ['MONDAY', 'THURSDAY'], starts: '05:00', minutes: 60 },
} as MaintenanceWindow;
const at = (instant: string, of = weekly) => {
  const next = nextOccurrence(of, Date.parse(instant), 'Europe/Paris');
  return next && new Date(next).toISOString();
};

test('The next occurrence is by the plant’s clock, later today included, and none after the last day', () => {
  expect(at('2026-11-22T12:00:00Z')).toBe('2026-11-23T04:00:00.000Z');
  expect(at('2026-11-23T03:59:00Z')).toBe('2026-11-23T04:00:00.000Z');
  expect(at('2026-11-23T04:00:00Z')).toBe('2026-11-26T04:00:00.000Z');
  expect(at('2026-11-30T05:00:00Z')).toBeUndefined();
  expect(at('2026-11-22T12:00:00Z', { ...weekly, isActive: false })).toBeUndefined();
});
