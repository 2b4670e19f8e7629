import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(tsx?|css)$/.test(file) && !file.endsWith('.d.ts'));

/** `features/alerts`, `shared/api`, `app`: the room a file stands in. */
const roomOf = (file: string) => (file.startsWith('app/') ? 'app' : file.split('/').slice(0, 2).join('/'));

const imports = files.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => ({
    file,
    target: normalize(join(dirname(file), path)).replaceAll('\\', '/'),
  }));
});

test('Imports point one way: app, then features, then shared; no feature knows another', () => {
  const wrong = imports
    .filter(({ target }) => /^(app|features|shared)\//.test(target))
    .filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      if (from === to || from === 'app') return false;
      return !to.startsWith('shared/');
    });
  expect(wrong).toEqual([]);
});

test('A shared room is entered by its door', () => {
  const wrong = imports.filter(({ file, target }) => {
    const room = roomOf(target);
    return room.startsWith('shared/') && room !== roomOf(file) && target !== room && !target.endsWith('.css');
  });
  expect(wrong).toEqual([]);
});

test('No file is longer than 350 lines', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 350);
  expect(long).toEqual([]);
});
