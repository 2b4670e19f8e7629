import { expect, test } from 'vitest';
import { covers, nextDay, shareOfYear, spansOf } from './year';

const christmas = { from: '2025-12-24', to: '2026-01-02', name: 'Noël', everyYear: true };
const may = { from: '2026-05-01', to: '2026-05-01', name: '1er mai', everyYear: false };

test('A closing over New Year is two spans of each year', () => {
  expect(spansOf(christmas, 2026)).toEqual([
    { from: '2026-01-01', to: '2026-01-02' },
    { from: '2026-12-24', to: '2026-12-31' },
  ]);
  expect(spansOf(may, 2027)).toEqual([]);
});

test('Every year means from its first day on', () => {
  expect(covers(christmas, '2025-01-01')).toBe(false);
  expect(covers(christmas, '2030-12-31')).toBe(true);
});

test('The next day of a closing is today while it lasts, and none once it is over', () => {
  expect(nextDay(christmas, '2026-03-01')).toBe('2026-12-24');
  expect(nextDay(christmas, '2026-12-30')).toBe('2026-12-30');
  expect(nextDay(may, '2026-05-02')).toBeUndefined();
});

test('The middle of a year is its half', () => {
  expect(shareOfYear('2026-01-01')).toBe(0);
  expect(shareOfYear('2026-07-02')).toBeCloseTo(0.5, 2);
});
