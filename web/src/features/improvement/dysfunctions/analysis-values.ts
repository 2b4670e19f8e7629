import { clock, newClientId } from '../../../shared/api';
import { addDays } from '../../../shared/ui';
import type { AnalysisKind } from './documents';

export const questions = ['who', 'what', 'where', 'when', 'how', 'howMuch', 'why'] as const;
export const sides = ['cost', 'delay', 'safety', 'environment'] as const;
export const families = ['MAN', 'MACHINE', 'MATERIAL', 'METHOD', 'MILIEU', 'MEASURE'] as const;
export const verdicts = ['OPEN', 'VERIFIED', 'REFUTED'] as const;
export const columns = {
  OPINIONS: ['who', 'what', 'when'],
  IS_IS_NOT: ['question', 'is', 'isNot', 'distinction'],
} as const;

export type Cause = {
  id: string;
  text: string;
  verdict: (typeof verdicts)[number];
  parentId?: string;
  family?: (typeof families)[number];
};
export type Row = { id: string } & Record<string, string>;
export type Answers = Partial<Record<(typeof questions)[number], string>>;
export const groups = ['KIND', 'PLACE', 'PRODUCT', 'CAUSE'] as const;
export type Counted = {
  groupBy: (typeof groups)[number];
  from: string;
  to: string;
  rows?: { label: string; count: number }[];
};
export type Risks = Partial<Record<(typeof sides)[number], { score?: number; reason?: string }>>;

/** The analyses that a form writes; of a Pareto, what is to be counted. */
export const written = [
  'FIVE_WHY',
  'ISHIKAWA',
  'QQOQCCP',
  'OPINIONS',
  'IS_IS_NOT',
  'RISKS',
  'PARETO',
] as const satisfies AnalysisKind[];
export type Written = (typeof written)[number];

export const newCause = (about: Partial<Cause> = {}): Cause => ({
  id: newClientId(),
  text: '',
  verdict: 'OPEN',
  ...about,
});
export const newRow = (): Row => ({ id: newClientId() });

/** What an analysis of a kind begins with. */
export function blank(kind: Written): unknown {
  switch (kind) {
    case 'FIVE_WHY':
      return [newCause()];
    case 'ISHIKAWA':
      return families.map((family) => newCause({ family }));
    case 'PARETO': {
      const to = new Date(clock.now()).toISOString().slice(0, 10);
      return { groupBy: 'KIND', from: addDays(to, -90), to } satisfies Counted;
    }
    case 'OPINIONS':
    case 'IS_IS_NOT':
      return [newRow()];
    default:
      return {};
  }
}

/** What is sent: rows, causes and answers in which nothing is written are left out. */
export function said(kind: Written, value: unknown): unknown {
  const full = (text: unknown) => typeof text === 'string' && text.trim() !== '';
  switch (kind) {
    case 'FIVE_WHY': {
      const kept = (value as Cause[]).filter(({ text }) => full(text));
      const ids = new Set(kept.map(({ id }) => id));
      return kept.map(({ parentId, ...cause }) => (parentId && ids.has(parentId) ? { ...cause, parentId } : cause));
    }
    case 'PARETO': {
      const { groupBy, from, to } = value as Counted;
      return { groupBy, from, to };
    }
    case 'ISHIKAWA':
      return (value as Cause[]).filter(({ text }) => full(text));
    case 'OPINIONS':
    case 'IS_IS_NOT':
      return (value as Row[])
        .map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => full(text))))
        .filter((row) => Object.keys(row).length > 1);
    default:
      return Object.fromEntries(
        Object.entries(value as Record<string, unknown>).filter(([, part]) => part !== undefined && part !== ''),
      );
  }
}

/** Causes in the order of a tree that is read from the top, each with its depth. */
export function treeOf(causes: Cause[]): { cause: Cause; depth: number }[] {
  const ids = new Set(causes.map(({ id }) => id));
  const under = (parentId: string | undefined, depth: number): { cause: Cause; depth: number }[] =>
    causes
      .filter((cause) => (cause.parentId && ids.has(cause.parentId) ? cause.parentId : undefined) === parentId)
      .flatMap((cause) => [{ cause, depth }, ...under(cause.id, depth + 1)]);
  return under(undefined, 0);
}
