import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';

let database: Database;
let portal: TestApp;
/** The document as a client gets it. */
// biome-ignore lint/suspicious/noExplicitAny: a document of any shape is what is tested
let description: any;

beforeAll(async () => {
  database = await openTestDatabase();
  portal = await openTestApp(database, { idle: true });
  description = (await new Visitor(portal.app).get('/api/openapi.json')).json();
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

/** Not of the API: the letter, the pages, the description itself and the sign of life. */
const undescribed = [
  '/',
  '/*',
  '/M/:key',
  '/m/:key',
  '/api/openapi.json',
  '/api/health',
  '/api/health/live',
  '/metrics',
];

/** Their address says all. */
const bodiless = ['/api/members/{id}/retirement'];

/** Every route as the router has it. */
function listRoutes(): { method: string; path: string }[] {
  const routes: { method: string; path: string }[] = [];
  const parents: string[] = [];
  for (const line of portal.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line);
    if (!match) continue;
    const depth = match[1]!.length / 4;
    parents.length = depth;
    const path = parents.join('') + match[2]!;
    parents.push(match[2]!);
    for (const method of match[3]?.split(', ') ?? []) routes.push({ method, path: path === '*' ? '/*' : path });
  }
  return routes;
}

test('every route of the API is described, and nothing else', () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  // HEAD of what is read by GET is the router's own
  const own = ({ method, path }: { method: string; path: string }) =>
    method !== 'HEAD' || path === '/api/uploads/:upload';
  const routes = listRoutes().filter((route) => own(route) && !undescribed.includes(route.path));
  const expected = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.sort()).toEqual(expected.sort());
  expect(described.length).toBeGreaterThan(30);
});

test('it is OpenAPI 3.1: parameters of paths are declared, references lead somewhere, responses have schemas', () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  expect(description.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  for (const [path, operations] of Object.entries<Record<string, Operation>>(description.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(declared.map(({ name }) => name).sort(), `${method} ${path}`).toEqual(wanted.sort());
      expect(
        declared.every(({ required }) => required),
        `${method} ${path}`,
      ).toBe(true);
      // an upload answers as the protocol tus says: made, or nothing to say
      const answers = path.startsWith('/api/uploads') && method !== 'get' ? /^20[14]$/ : /^200$/;
      expect(Object.keys(operation.responses), `${method} ${path}`).toContainEqual(expect.stringMatching(answers));
      if (method === 'put' && !bodiless.includes(path))
        expect(operation.requestBody, `${method} ${path}`).toBeDefined();
    }
  }
  for (const reference of findReferences(description)) {
    const target = reference
      .replace(/^#\//, '')
      .split('/')
      .reduce((at, name) => at?.[name], description);
    expect(target, reference).toBeDefined();
  }
});

test('the inputs accept what the contract says', () => {
  const document = description.paths['/api/documents/{id}'].put.requestBody.content['application/json'].schema;
  expect(document.properties.seriesId.anyOf).toContainEqual({ type: 'null' });
  expect(document.required).toContain('seriesId');
  const upload = description.paths['/api/meetings/{id}/documents'].post.requestBody;
  expect(upload.content['multipart/form-data'].schema.properties.file).toMatchObject({ type: 'string' });
  const letters = description.paths['/api/meetings/{id}/notices'].post.responses['200'];
  expect(Object.keys(letters.content ?? {})).toEqual(['application/pdf']);
});

/** Secrets, words as they stand in a paper, and what the portal itself gave out. */
const free = {
  secret: ['.password', '.newPassword', '.currentPassword'],
  printed: [
    '.label',
    '.parents[]',
    '.place.number',
    '.place.name',
    '.other.number',
    '.other.name',
    's[].number',
    's[].name',
    '.text',
  ],
  given: ['.step', '.keys[]', '.seenAt', '.at', '.transports[]'],
};

test('every text that a person types is one of one line, or known to be free', () => {
  const texts: string[] = [];
  const walk = (at: string, schema: Schema) => {
    const isNamed = schema.pattern ?? schema.format ?? schema.enum ?? schema.const;
    if (schema.type === 'string' && isNamed === undefined) texts.push(at);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) walk(`${at}.${name}`, inner);
    for (const inner of schema.anyOf ?? []) walk(at, inner);
    if (schema.items) walk(`${at}[]`, schema.items);
  };
  for (const [path, operations] of Object.entries<Record<string, Operation>>(description.paths)) {
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const schema = requestBody?.content?.['application/json']?.schema;
      if (schema) walk(`${method} ${path} `, schema);
    }
  }
  const isFree = (text: string) =>
    Object.values(free)
      .flat()
      .some((end) => text.endsWith(end));
  expect(texts.filter((text) => !isFree(text))).toEqual([]);
  expect(JSON.stringify(description.paths)).toContain('"x-typed":"line"');
});

interface Schema {
  type?: string;
  pattern?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, object>;
}

function findReferences(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : findReferences(inner),
  );
}
