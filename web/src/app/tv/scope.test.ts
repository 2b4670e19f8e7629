import { expect, test } from 'vitest';
import type { Me } from '../../shared/api';
import { scopeOf } from './scope';

const plants = [
  {
    id: 'p1',
    code: 'FOREZ',
    areas: [{ id: 'a1', code: 'ASM' }],
    lines: [
      { id: 'l1', code: 'VTT' },
      { id: 'l2', code: 'VAE' },
    ],
  },
  { id: 'p2', code: 'LOIRE', areas: [], lines: [] },
];
const me = (role: string, areas: { id: string }[] = []) =>
  ({ memberships: [{ role, plant: { id: 'p1' }, areas }] }) as unknown as Me;
const scope = (search: string, who = me('MANAGER')) => scopeOf(new URLSearchParams(search), who, plants);

test('A wall shows what its address names, whatever the case of the codes', () => {
  expect(scope('')).toEqual({ plantId: 'p1' });
  expect(scope('plant=loire')).toEqual({ plantId: 'p2' });
  expect(scope('area=asm')).toEqual({ plantId: 'p1', areaId: 'a1' });
  expect(scope('lines=vae,VTT')).toEqual({ plantId: 'p1', lineIds: ['l2', 'l1'] });
});

test('A screen of one area shows it without being told', () => {
  expect(scope('', me('SCREEN', [{ id: 'a1' }]))).toEqual({ plantId: 'p1', areaId: 'a1' });
  expect(scope('', me('MANAGER', [{ id: 'a1' }]))).toEqual({ plantId: 'p1' });
});

test('A wrong code is said, not replaced by another board', () => {
  expect(scope('plant=X')).toEqual({ wrong: 'unknownPlant', code: 'X' });
  expect(scope('area=X')).toEqual({ wrong: 'unknownArea', code: 'X' });
  expect(scope('lines=VTT,X')).toEqual({ wrong: 'unknownLine', code: 'X' });
});
