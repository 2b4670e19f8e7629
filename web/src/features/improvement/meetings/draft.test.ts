import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft, inputOf, keepDraft, readDraft } from './draft';

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    size: () => kept.size,
  };
};
const start = Date.parse('2027-03-01T07:00:00Z');
const held: Draft = {
  ...emptyDraft,
  startedAt: start,
  present: ['anna'],
  decisions: ['Trier le lot'],
  typed: {
    decision: 'Appeler le fournisseur',
    what: 'Compter B2',
    ownerId: 'karim',
    dueOn: '2027-03-02',
    kind: 'ANALYSIS',
  },
};

describe('a meeting while it is held', () => {
  it('is read again as it was left, half a word included', () => {
    const kept = shelf();
    keepDraft(kept, 'one', held);
    expect(readDraft(kept, 'one')).toEqual(held);
    expect(readDraft(kept, 'other')).toEqual(emptyDraft);
  });

  it('leaves nothing behind once it is over, and what cannot be read is an empty one', () => {
    const kept = shelf();
    keepDraft(kept, 'one', held);
    keepDraft(kept, 'one', emptyDraft);
    expect(kept.size()).toBe(0);
    kept.setItem('one', '{');
    expect(readDraft(kept, 'one')).toEqual(emptyDraft);
  });

  it('ends with what still stood in a field', () => {
    const input = inputOf('plan', 'D4', held, start + 5 * 60_000 + 10_000);
    expect(input.decisions).toEqual(['Trier le lot', 'Appeler le fournisseur']);
    expect(input.actions).toEqual([
      { kind: 'ANALYSIS', what: 'Compter B2', ownerId: 'karim', dueOn: '2027-03-02', step: 'D4' },
    ]);
    expect(input.minutes).toBe(5);
    expect(input.heldAt).toBe('2027-03-01T07:00:00.000Z');
  });

  it('lasts a minute at least, and within the first the server says when it was', () => {
    const input = inputOf('plan', null, held, start + 20_000);
    expect([input.minutes, input.heldAt]).toEqual([1, null]);
    expect(inputOf('plan', null, { ...held, minutes: 12 }, start).minutes).toBe(12);
  });
});
