import { expect, test } from 'vitest';
import { emptySpans, niceStep } from './curve-layout';

test('Steps are counted in ones, twos and fives', () => {
  expect([0.7, 3, 17, 34, 61].map(niceStep)).toEqual([1, 5, 20, 50, 100]);
});

test('What stands at zero is one span until supply arrives', () => {
  const corners = [
    { at: 0, quantity: 10 },
    { at: 60, quantity: 0 },
    { at: 80, quantity: 0 },
    { at: 90, quantity: 0 },
    { at: 90, quantity: 24 },
    { at: 120, quantity: 12 },
  ];
  expect(emptySpans(corners)).toEqual([{ from: 60, to: 90 }]);
});
