import { expect, test } from 'vitest';
import {
  addBelow,
  addBeside,
  below,
  branchesOf,
  depthOf,
  place,
  remove,
  saidTree,
  step,
  type Why,
  widthOf,
} from './tree';

const why = (id: string, parentId?: string, part: Partial<Why> = {}): Why => ({
  id,
  text: id,
  verdict: 'OPEN',
  ...(parentId ? { parentId } : { branch: 'OCCURRENCE' }),
  ...part,
});
/**
 *   a          b       e
 *   a1  a2             e1
 */
const whys = [
  why('a'),
  why('b'),
  why('a1', 'a'),
  why('a2', 'a'),
  why('e', undefined, { branch: 'ESCAPE' }),
  why('e1', 'e'),
];
const at = (id: string, branch: 'OCCURRENCE' | 'ESCAPE' = 'OCCURRENCE') => ({ branch, id });

test('A why stands above its first answer, and is as wide as its row leaves it', () => {
  const placed = place(whys, 'OCCURRENCE');
  expect(placed.map(({ why: { id }, depth, column, span }) => [id, depth, column, span])).toEqual([
    ['a', 1, 0, 1],
    ['a1', 2, 0, 1],
    ['a2', 2, 1, 1],
    ['b', 1, 1, 1],
  ]);
  expect([widthOf(placed), depthOf(placed), widthOf([]), depthOf([])]).toEqual([2, 2, 1, 0]);
  const deeper = place([...whys, why('b1', 'b'), why('a11', 'a1')], 'OCCURRENCE');
  expect(deeper.map(({ why: { id }, column, span }) => [id, column, span])).toEqual([
    ['a', 0, 2],
    ['a1', 0, 1],
    ['a11', 0, 3],
    ['a2', 1, 1],
    ['b', 2, 1],
    ['b1', 2, 1],
  ]);
});

test('Arrows go to the cause above, the first below, and along a level into the other branch', () => {
  expect(step(whys, at('a1'), 'up')).toEqual(at('a'));
  expect(step(whys, at('a'), 'up')).toEqual({ branch: 'OCCURRENCE' });
  expect(step(whys, { branch: 'ESCAPE' }, 'down')).toEqual(at('e', 'ESCAPE'));
  expect(step(whys, at('a2'), 'right')).toEqual(at('e1', 'ESCAPE'));
  expect(step(whys, at('e', 'ESCAPE'), 'left')).toEqual(at('b'));
  expect(step(whys, at('b'), 'down')).toEqual(at('b'));
  expect(step(whys, { branch: 'OCCURRENCE' }, 'right')).toEqual({ branch: 'ESCAPE' });
});

test('A new why stands below the one it was asked of, or beside it', () => {
  const deeper = addBelow(whys, at('b'));
  expect(below(deeper.whys, at('b')).map(({ id }) => id)).toEqual([deeper.spot.id]);
  const beside = addBeside(whys, at('a1'));
  expect(below(beside.whys, at('a')).map(({ id }) => id)).toEqual(['a1', 'a2', beside.spot.id]);
  const first = addBelow(whys, { branch: 'ESCAPE' });
  expect(below(first.whys, { branch: 'ESCAPE' }).map(({ id }) => id)).toEqual(['e', first.spot.id]);
});

test('What stands below a why that goes moves up, in its branch, and the keyboard stays near', () => {
  const gone = remove(whys, at('e', 'ESCAPE'));
  expect(below(gone.whys, { branch: 'ESCAPE' })).toEqual([why('e1', undefined, { branch: 'ESCAPE' })]);
  expect(gone.spot).toEqual({ branch: 'ESCAPE' });
  expect(remove(whys, at('a1')).spot).toEqual(at('a2'));
});

test('An empty why is not sent', () => {
  const added = addBelow(addBelow(whys, at('b')).whys, at('a'));
  expect(saidTree(added.whys)).toEqual(whys);
});

test('Why it was not seen is asked where the method asks it, and where somebody answered it', () => {
  const occurrence = whys.filter(({ id }) => !id.startsWith('e'));
  expect(branchesOf(occurrence, false)).toEqual(['OCCURRENCE']);
  expect(branchesOf(occurrence, true)).toEqual(['OCCURRENCE', 'ESCAPE']);
  expect(branchesOf(whys, false)).toEqual(['OCCURRENCE', 'ESCAPE']);
  expect(step(occurrence, { branch: 'OCCURRENCE' }, 'right', ['OCCURRENCE'])).toEqual({ branch: 'OCCURRENCE' });
  expect(step(occurrence, at('b'), 'right', ['OCCURRENCE'])).toEqual(at('b'));
});
