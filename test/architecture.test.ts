import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findBreaches, findUnused } from './architecture.ts';

const root = new URL('..', import.meta.url);
const sources = '{domain,contract,migrations,server,web,scripts,test}/**/*.{ts,mjs,css}';

test('the project keeps its rooms, arrows, names and lengths', () => {
  const paths = globSync(sources, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  const tree = new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(new URL(path, root), 'utf8')]));
  expect(tree.size).toBeGreaterThan(20);
  expect(findBreaches(tree)).toEqual([]);
  expect(findUnused(tree)).toEqual([]);
});

const breaches = (tree: Record<string, string>) => findBreaches(new Map(Object.entries(tree)));
const importing = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;

const allowed: [from: string, specifier: string][] = [
  ['domain/pages/entries/a.ts', '../lines/b.ts'],
  ['domain/pages/results/a.ts', '../sheet/b.ts'],
  ['domain/pages/tables/ruled/a.ts', '../../../quantities/b.ts'],
  ['domain/initiatives/a.ts', '../pages/layout/b.ts'],
  ['domain/pages/page-labels/a.ts', '../lines/b.ts'],
  ['contract/a.ts', '../domain/meetings/a.ts'],
  ['contract/a.ts', 'typebox/value'],
  ['migrations/0001-a.ts', 'kysely'],
  ['migrations/index.ts', './0001-a.ts'],
  ['server/main.ts', './app.ts'],
  ['server/main.ts', './features/meetings/read-pdf.ts'],
  ['server/main.ts', './jobs/jobs.ts'],
  ['server/app.ts', './features/meetings/routes.ts'],
  ['server/features/meetings/routes.ts', './queries.ts'],
  ['server/features/meetings/routes.ts', '../../access/readable.ts'],
  ['server/features/meetings/routes.ts', '../../../contract/meetings.ts'],
  ['server/access/rule.ts', '../database/tables.ts'],
  ['server/database/migrate.ts', '../../migrations/index.ts'],
  ['server/jobs/jobs.ts', '../database/connection.ts'],
  ['web/main.ts', './app/shell.ts'],
  ['web/app/shell.ts', '../features/reader/reader-page.ts'],
  ['web/features/reader/page.ts', '../../client/meetings.ts'],
  ['scripts/demo.ts', '../server/features/meetings/queries.ts'],
  ['test/web/a.test.ts', '../../web/ui/a.ts'],
];
test.each(allowed)('%s may import %s', (from, specifier) => {
  expect(breaches({ [from]: importing(specifier) })).toEqual([]);
});

const refused: [from: string, specifier: string][] = [
  ['domain/meetings/a.ts', 'node:fs'],
  ['domain/pages/sheet/a.ts', 'kysely'],
  ['domain/meetings/a.ts', '../../contract/a.ts'],
  ['domain/meetings/a.ts', '../pages/tables/a.ts'],
  ['domain/quantities/a.ts', '../pages/words/a.ts'],
  ['domain/pages/lines/a.ts', '../entries/b.ts'],
  ['domain/pages/comparison/a.ts', '../results/b.ts'],
  ['domain/pages/lines/a.ts', '../page-labels/b.ts'],
  ['domain/initiatives/a.ts', '../pages/entries/b.ts'],
  ['contract/a.ts', '../server/http/errors.ts'],
  ['contract/a.ts', 'fastify'],
  ['migrations/0001-a.ts', '../domain/a.ts'],
  ['migrations/0001-a.ts', 'node:fs'],
  ['server/app.ts', './main.ts'],
  ['server/features/notes/routes.ts', '../meetings/queries.ts'],
  ['server/features/notes/routes.ts', '../../app.ts'],
  ['server/access/rule.ts', '../features/notes/queries.ts'],
  ['server/database/tables.ts', '../access/rule.ts'],
  ['server/http/sessions.ts', '../features/notes/queries.ts'],
  ['server/jobs/jobs.ts', '../features/documents/read-pdf.ts'],
  ['server/pdf/read.ts', '../jobs/jobs.ts'],
  ['server/files/local.ts', '../database/tables.ts'],
  ['server/features/notes/routes.ts', '../../../web/client/notes.ts'],
  ['web/client/notes.ts', '../../server/http/errors.ts'],
  ['web/client/notes.ts', '../../contract/notes.ts'],
  ['web/features/notes/page.ts', '../reader/page.ts'],
  ['web/features/notes/page.ts', '../../app/router.ts'],
  ['web/ui/button.ts', '../client/notes.ts'],
  ['web/ui/button.ts', '../features/notes/page.ts'],
  ['server/elsewhere/a.ts', '../http/errors.ts'],
];
test.each(refused)('%s must not import %s', (from, specifier) => {
  expect(breaches({ [from]: importing(specifier) })).toHaveLength(1);
});

test('web takes types only from the contract', () => {
  const from = 'web/client/notes.ts';
  expect(breaches({ [from]: "import type { Note } from '../../contract/notes.ts';" })).toEqual([]);
  expect(breaches({ [from]: "import { type Note } from '../../contract/notes.ts';" })).toEqual([]);
  expect(breaches({ [from]: "import { type Note, note } from '../../contract/notes.ts';" })).toHaveLength(1);
});

test('an arrow counts however it is written', () => {
  const from = 'web/ui/button.ts';
  for (const text of [
    "export { x } from '../client/a.ts';",
    "export * from '../client/a.ts';",
    "import '../client/a.ts';",
    "await import('../client/a.ts');",
    "import type { X } from '../client/a.ts';",
  ]) {
    expect(breaches({ [from]: text }), text).toHaveLength(1);
  }
  expect(breaches({ [from]: "// import '../client/a.ts'\nexport const text = \"import '../client/a.ts'\";" })).toEqual(
    [],
  );
});

test('a circle is found, also through types and inside one room', () => {
  const tree = {
    'domain/meetings/a.ts': importing('./b.ts'),
    'domain/meetings/b.ts': "import type { x } from './c.ts';",
    'domain/meetings/c.ts': importing('./a.ts'),
    'domain/meetings/d.ts': importing('./a.ts'),
  };
  expect(breaches(tree)).toEqual([
    'circle: domain/meetings/a.ts → domain/meetings/b.ts → domain/meetings/c.ts → domain/meetings/a.ts',
  ]);
});

test('what is exported for nobody is found; what a test, an own name or a whole module asks for is not', () => {
  const unused = (tree: Record<string, string>) => findUnused(new Map(Object.entries(tree)));
  const a = 'export const one = 1;\nexport function two() {}\nexport type Three = 3;';
  expect(unused({ 'domain/a.ts': a })).toEqual(['domain/a.ts: nobody imports one', 'domain/a.ts: nobody imports two']);
  expect(unused({ 'domain/a.ts': a, 'test/a.test.ts': "import { one, two as b } from '../domain/a.ts';" })).toEqual([]);
  expect(unused({ 'domain/a.ts': a, 'server/b.ts': "import * as all from '../domain/a.ts';" })).toEqual([]);
  expect(unused({ 'domain/a.ts': a, 'server/b.ts': "await import('../domain/a.ts');" })).toEqual([]);
});

test('empty names and long files are found', () => {
  for (const path of ['server/http/string-utils.ts', 'web/ui/helper/a.ts', 'domain/common/a.ts', 'test/Manager.ts']) {
    expect(breaches({ [path]: '' }), path).toHaveLength(1);
  }
  expect(breaches({ 'domain/commons/manage.ts': '' })).toEqual([]);
  expect(breaches({ 'domain/meetings/a.ts': '\n'.repeat(300) })).toEqual([]);
  expect(breaches({ 'domain/meetings/a.ts': '\n'.repeat(301) })).toHaveLength(1);
});
