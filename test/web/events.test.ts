import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../web/', import.meta.url);
const sources = globSync('**/*.ts', { cwd: root, exclude: ['**/node_modules/**'] }).map((path) =>
  readFileSync(new URL(path, root), 'utf8'),
);
const all = (pattern: RegExp) => sources.flatMap((source) => [...source.matchAll(pattern)]);
const names = (pattern: RegExp) => all(pattern).map(([, name]) => name!);

const listeners = all(/@([a-z-]+)=\$\{(?:\((?:\w+|\{[^=\n]*\}): Fired<'([a-z-]+)'>)?/g);
const heard = new Set([
  ...listeners.map(([, name]) => name!),
  ...names(/addEventListener\('([a-z-]+)'/g),
  ...names(/^ *\['([a-z-]+)', \(event\)/gm),
]);
const declared = new Set(
  all(/interface PortalEvents \{([\s\S]*?)\n {2}\}/g).flatMap(([, block]) =>
    [...block!.matchAll(/^ {4}'?([a-z-]+)'?: /gm)].map(([, name]) => name!),
  ),
);

test('every event that an element of the portal can fire is listened to somewhere', () => {
  expect(declared.size).toBeGreaterThan(80);
  expect([...declared].filter((name) => !heard.has(name))).toEqual([]);
});

test('every event of the portal that is listened to can be fired', () => {
  const ours = [...heard].filter((name) => name.includes('-'));
  expect(ours.filter((name) => !declared.has(name))).toEqual([]);
});

test('a listener takes what its own event carries', () => {
  const typed = listeners.filter(([, , type]) => type !== undefined);
  expect(typed.length).toBeGreaterThan(40);
  expect(typed.filter(([, name, type]) => name !== type)).toEqual([]);
});

test('the elements fire by `fire` alone', () => {
  expect(sources.filter((source) => source.includes('new CustomEvent'))).toHaveLength(1);
});
