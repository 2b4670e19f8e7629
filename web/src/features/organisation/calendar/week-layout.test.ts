import { expect, test } from 'vitest';
import type { Shift } from './calendar';
import { weekMinutes, weekRows } from './week-layout';

const night: Shift = {
  code: 'N',
  name: 'Nuit',
  starts: '21:00',
  ends: '05:00',
  days: ['MONDAY', 'SUNDAY'],
  breaks: [{ starts: '00:50', ends: '01:10' }],
};

test('A night goes on in the next row, on Sunday into Monday, its pause where it is held', () => {
  const monday = weekRows([night])[0];
  expect(monday?.bars.map(({ from, to, isRest, goesOn }) => ({ from, to, isRest, goesOn }))).toEqual([
    { from: 0, to: 300, isRest: true, goesOn: false },
    { from: 1260, to: 1440, isRest: false, goesOn: true },
  ]);
  expect(monday?.bars[0]?.pauses).toEqual([{ from: 50, to: 70 }]);
  expect(monday?.bars[1]?.pauses).toEqual([]);
});

test('What overlaps stands in lanes of its own, what follows takes the lane that is free', () => {
  const day = (code: string, starts: string, ends: string): Shift => ({
    ...night,
    code,
    starts,
    ends,
    days: ['MONDAY'],
    breaks: [],
  });
  const row = weekRows([day('A', '05:00', '13:00'), day('B', '12:00', '20:00'), day('C', '13:00', '21:00')])[0];
  expect(row?.bars.map(({ shift, lane }) => [shift.code, lane])).toEqual([
    ['A', 0],
    ['B', 1],
    ['C', 0],
  ]);
  expect(row?.lanes).toBe(2);
});

test('A week of a night shift is its hours without its pauses', () => {
  expect(weekMinutes(night)).toBe(2 * (8 * 60 - 20));
});
