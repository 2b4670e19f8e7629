import { expect, test } from 'vitest';
import { addDays, instantOf, mondayOf, wallOf } from './zone';

const paris = 'Europe/Paris';

test('A wall clock in summer and in winter is the instant the plant means, and back', () => {
  expect(new Date(instantOf('2026-07-01T08:00', paris)).toISOString()).toBe('2026-07-01T06:00:00.000Z');
  expect(new Date(instantOf('2026-12-01T08:00', paris)).toISOString()).toBe('2026-12-01T07:00:00.000Z');
  expect(wallOf(Date.parse('2026-10-25T00:30:00Z'), paris)).toBe('2026-10-25T02:30');
});

test('Around both changes of the clock an hour is neither lost nor doubled', () => {
  for (const wall of ['2026-03-29T01:59', '2026-03-29T03:00', '2026-10-25T01:30', '2026-10-25T03:00'])
    expect(wallOf(instantOf(wall, paris), paris)).toBe(wall);
});

test('Days and weeks go on over the end of a month and a year', () => {
  expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-16')).toBe('2026-11-16');
});
