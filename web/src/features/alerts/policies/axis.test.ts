import { expect, test } from 'vitest';
import { apart, axisFor, spaced } from './axis';

test('An axis ends a little after its last thing, on a round mark', () => {
  expect(axisFor(30)).toEqual({ end: 35, marks: [0, 5, 10, 15, 20, 25, 30, 35] });
  expect(axisFor(0)).toEqual({ end: 5, marks: [0, 1, 2, 3, 4, 5] });
  expect(axisFor(120).end).toBe(135);
});

test('Columns stand apart, in order and within the picture', () => {
  const put = apart([0, 0.1, 0.12, 1], 0.25);
  expect(put.map((place) => Math.round(place * 1000))).toEqual([125, 375, 625, 875]);
  expect(apart([0.1, 0.9], 0.2)).toEqual([0.1, 0.9]);
});

test('Of marks that lie too near to one another, every one with room behind the last has its number', () => {
  expect([...spaced([0, 0.01, 0.03, 0.05, 0.06, 1], 0.03)]).toEqual([0, 2, 4, 5]);
  expect([...spaced([0.5], 0.03)]).toEqual([0]);
});
