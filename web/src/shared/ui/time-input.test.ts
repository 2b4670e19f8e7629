import { expect, test } from 'vitest';
import { readTime } from './time-input';

test('A time is read as people type it, and nothing else is', () => {
  expect(['5', '05', '530', '5h30', '5:30', '21.15', '0000'].map(readTime)).toEqual([
    '05:00',
    '05:00',
    '05:30',
    '05:30',
    '05:30',
    '21:15',
    '00:00',
  ]);
  expect(['', '25', '5:7', '12:60', 'midi'].map(readTime)).toEqual(Array(5).fill(undefined));
});
