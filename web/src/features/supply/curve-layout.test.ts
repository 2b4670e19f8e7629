import { expect, test } from 'vitest';
import { emptySpans, niceStep, readable, spread } from './curve-layout';

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

test('Names of lines that lie close stand apart, and none leaves the picture', () => {
  const names = spread([{ y: 239 }, { y: 200 }, { y: 204 }, { y: 60 }]);
  expect(names.map(({ y, textY }) => [y, textY])).toEqual([
    [60, 60],
    [200, 200],
    [204, 216],
    [239, 239],
  ]);
  expect(spread([{ y: 236 }, { y: 238 }, { y: 240 }]).map(({ textY }) => textY)).toEqual([208, 224, 240]);
});

test('A text that would touch the one before is not written', () => {
  expect(readable([10, 40, 60, 120].map((x) => ({ x, width: 40 })))).toEqual([true, false, true, true]);
});
