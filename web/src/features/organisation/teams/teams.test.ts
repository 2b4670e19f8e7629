import { expect, test } from 'vitest';
import { shiftOfWeek, weekNumber, weeksFrom } from './teams';

const team = { rotationStarts: '2026-11-16', rotation: ['A', 'B', null] };

test('A rotation goes on for ever, before its first week too', () => {
  expect(weeksFrom('2026-11-09', 5).map((monday) => shiftOfWeek(team, monday))).toEqual([null, 'A', 'B', null, 'A']);
  expect(shiftOfWeek({ ...team, rotation: [] }, '2026-11-16')).toBeUndefined();
});

test('Weeks are numbered as in the ISO calendar, over New Year too', () => {
  expect(['2026-11-16', '2026-12-28', '2027-01-04', '2024-12-30'].map(weekNumber)).toEqual([47, 53, 1, 1]);
});
