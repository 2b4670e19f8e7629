import type { Language } from '../../../shared/text';
import { quantity } from '../../../shared/ui';
import type { PlanField } from './documents';
import { saidTree, type Why } from './tree';

export type FieldType = PlanField['type'];
export type Row = { id: string } & Record<string, unknown>;
export type Amount = { value?: number; unit?: string };

/** Fields that need the whole width; the others stand together on one sheet. */
export const wideTypes: FieldType[] = ['TABLE', 'TREE', 'ISHIKAWA', 'QQOQCCP', 'RISKS', 'PARETO'];

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const filled = (value: object) => Object.fromEntries(Object.entries(value).filter(([, part]) => !isBlank(part)));

/** What is sent of what somebody wrote: nothing empty, and null where nothing is left. */
export function outgoing(type: FieldType, value: unknown): unknown {
  if (isBlank(value)) return null;
  const list = (kept: unknown[]) => (kept.length === 0 ? null : kept);
  switch (type) {
    case 'TREE':
      return list(saidTree(value as Why[]));
    case 'ISHIKAWA':
      return list((value as Why[]).filter(({ text }) => !isBlank(text)));
    case 'TABLE':
      return list((value as Row[]).map(filled).filter((row) => Object.keys(row).length > 1));
    case 'PEOPLE':
    case 'ATTACHMENTS':
      return list(value as string[]);
    case 'QQOQCCP':
      return Object.keys(filled(value as object)).length === 0 ? null : filled(value as object);
    case 'RISKS': {
      const sides = Object.entries(value as Record<string, object>).map(
        ([side, part]) => [side, filled(part)] as const,
      );
      const kept = sides.filter(([, part]) => Object.keys(part).length > 0);
      return kept.length === 0 ? null : Object.fromEntries(kept);
    }
    case 'NUMBER':
      return (value as Amount).value === undefined ? null : filled(value as object);
    default:
      return value;
  }
}

/** A number as it was typed, with a comma or a point; undefined while it is none. */
export function readNumber(typed: string): number | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

export const amountText = (value: unknown, language: Language): string => {
  const { value: number, unit } = typeof value === 'number' ? { value, unit: undefined } : ((value ?? {}) as Amount);
  return number === undefined ? '' : [quantity(number, language), unit].filter(Boolean).join(' ');
};
