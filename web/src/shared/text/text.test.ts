import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import en from '../../../../src/texts/en.json';
import fr from '../../../../src/texts/fr.json';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}
const catalogues = { fr: new Map(flat(fr)), en: new Map(flat(en)) };
const spoken = new Set([...catalogues.fr.keys()].map((key) => key.replace(/_(one|other|many)$/, '')));
const holes = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const root = join(import.meta.dirname, '../..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }));

test('Both catalogues have the same keys, no empty sentence, and the same holes in each', () => {
  expect([...catalogues.en.keys()].sort()).toEqual([...catalogues.fr.keys()].sort());
  for (const [key, french] of catalogues.fr) {
    const english = catalogues.en.get(key) ?? '';
    expect(french.trim(), key).not.toBe('');
    expect(english.trim(), key).not.toBe('');
    expect(holes(english), key).toEqual(holes(french));
  }
});

test('Every key that the code asks for exists', () => {
  const missing = sources.flatMap(({ file, source }) => {
    const fixed = [...source.matchAll(/\bt\(\s*'([^']+)'/g)]
      .map(([, key = '']) => key)
      .filter((key) => !spoken.has(key));
    const open = [...source.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)]
      .map(([, prefix = '']) => prefix)
      .filter((prefix) => ![...spoken].some((key) => key.startsWith(prefix)));
    return [...fixed, ...open].map((key) => `${file}: ${key}`);
  });
  expect(missing).toEqual([]);
});

test('Every value that the schema may answer has its word', () => {
  const config = JSON.parse(readFileSync(join(root, '../tsconfig.json'), 'utf8'));
  const schema = buildSchema(readFileSync(join(root, '..', config.compilerOptions.plugins[0].schema), 'utf8'));
  const words: Record<string, string[]> = {
    Role: ['organisation.role'],
    SupplyStatus: ['supply.status', 'reporting.tv.word'],
    AlertKind: ['alerts.kind', 'reporting.tv.kindWord'],
    AlertState: ['alerts.state'],
    Severity: ['alerts.severity'],
  };
  for (const [name, groups] of Object.entries(words)) {
    const type = schema.getType(name);
    if (!isEnumType(type)) throw new Error(`${name} is no enum of the schema.`);
    for (const { name: value } of type.getValues())
      for (const group of groups) expect(spoken, `${group}.${value}`).toContain(`${group}.${value}`);
  }
});
