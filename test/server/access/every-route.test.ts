import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessRule } from '../../../server/access/rule.ts';
import { indexRevision } from '../../../server/features/search/index-revision.ts';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Answer } from '../../visitor.ts';
import { bodies, queries } from './bodies.ts';
import { type Cast, makeCast, secretWord } from './cast.ts';
import { insertComparison } from './compared.ts';
import { insertNotes, noteWord } from './noted.ts';
import { insertReadings, insertRegisterCorrection } from './registered.ts';
import {
  byMembersAlone,
  comparedPairs,
  forAdministrators,
  hiddenRoutes,
  mayEdit,
  mayRead,
  officials,
  ofOwnAccount,
  publicRoutes,
  type Resource,
  type Route,
  readByMembers,
  readByMembersAlone,
  readers,
  registerCorrections,
  resources,
  visibleRevisions,
} from './rules.ts';

const nobodysUpload = '00000000-0000-4000-8000-000000000000';

describeWithDatabase('every route and every viewer', (database) => {
  let portal: TestApp;
  let cast: Cast;
  let routes: (Route & { access: AccessRule })[];

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true, metricsToken: 'a token of the tests with 32 characters' });
    cast = await makeCast(portal);
    for (const pair of comparedPairs) await insertComparison(portal, cast, pair);
    await insertReadings(portal, cast);
    for (const revisionId of Object.values(cast.revisions)) await indexRevision(portal.db, { revisionId });
    for (const name of registerCorrections) await insertRegisterCorrection(portal, cast, name);
    await insertNotes(portal, cast);
    await keepOriginals();
    routes = portal.app.declaredRoutes
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url, access }) => {
        const path = url.replaceAll(/:(\w+)/g, '{$1}');
        return { method: method as Route['method'], path, name: `${method} ${path}`, access };
      });
  });
  afterAll(() => portal.close());

  /** As though each had been sent as a Word file. */
  async function keepOriginals(): Promise<void> {
    const { sha256 } = await portal.files.put(Buffer.from('a file of Word'));
    const original = { original_sha256: sha256, original_format: 'docx' } as const;
    await portal.db.updateTable('revision').set(original).execute();
  }

  /** The addresses of a route for each row of its resource. */
  function addressesOf(route: Route): { resource: Resource | undefined; name: string; url: string }[] {
    const resource = route.path.split('/')[2] as Resource;
    const fill = (id: number) =>
      route.path
        .replace('{id}', String(id))
        .replace(/\{(?:page|member)\}/, '1')
        .replace('{upload}', `999999-${nobodysUpload}`)
        .replace('{size}', 'large') + (queries[route.name] ?? '');
    if (!route.path.includes('{id}')) return [{ resource: undefined, name: '', url: fill(0) }];
    expect(resources, `a new resource: say in this test who may see it (${route.name})`).toContain(resource);
    return Object.entries(cast[resource]).map(([name, id]) => ({ resource, name, url: fill(id) }));
  }

  const ask = (visitor: string, route: Route, url: string): Promise<Answer> => {
    const viewer = cast.visitors[visitor]!;
    const uploads =
      route.name === 'POST /api/meetings/{id}/documents' || route.name === 'POST /api/documents/{id}/revisions';
    return uploads
      ? viewer.upload(url, 'a.pdf', Buffer.from('%PDF-1.7'))
      : viewer.ask(route.method, url, bodies[route.name]);
  };

  const forAnyone = [...publicRoutes, ...hiddenRoutes];

  test('what anyone may call is listed here, hidden or not, and nothing else', () => {
    const open = routes.filter(({ access }) => access === 'anyone').map(({ name }) => name);
    expect(open.sort()).toEqual([...forAnyone].sort());
    expect(routes.length).toBeGreaterThan(60);
  });

  test('reading: each sees what is theirs, by JSON, picture, text, file and HEAD', { timeout: 240_000 }, async () => {
    const surprises: string[] = [];
    for (const route of routes.filter(({ method, name }) => method === 'GET' && !forAnyone.includes(name))) {
      for (const { resource, name, url } of addressesOf(route)) {
        for (const visitor of Object.keys(cast.visitors)) {
          const answer = await ask(visitor, route, url);
          const expected = expectedOfReading(visitor, route, resource, name);
          if (answer.status !== expected)
            surprises.push(`${visitor} ${route.name} ${name}: ${answer.status}, not ${expected}`);
          const head = await cast.visitors[visitor]!.ask('HEAD', url);
          if (head.status !== expected || head.text !== '')
            surprises.push(`${visitor} HEAD ${route.path} ${name}: ${head.status}`);
          for (const leaked of leaks(visitor, answer, route))
            surprises.push(`${visitor} ${route.name} ${name} leaks ${leaked}`);
        }
      }
    }
    expect(surprises.slice(0, 20)).toEqual([]);
  });

  function expectedOfReading(visitor: string, route: Route, resource: Resource | undefined, name: string): number {
    const official = visitor in officials;
    if (forAdministrators.includes(route.name)) return visitor === 'administrator' ? 200 : official ? 403 : 401;
    if (readByMembersAlone.includes(route.name)) {
      if (!(visitor in readers)) return 401;
      return resource === undefined || mayRead(visitor, resource, name) ? 200 : 404;
    }
    const admitted = official || (visitor in readers && readByMembers.includes(route.name));
    if (!admitted) return 401;
    if (resource === undefined) return 200;
    // there is no table in them
    const isTables = route.path.startsWith('/api/comparisons/{id}/tables.');
    if (readByMembers.includes(route.name)) return mayRead(visitor, resource, name) ? (isTables ? 409 : 200) : 404;
    // nobody wishes paper there
    if (route.name === 'GET /api/meetings/{id}/wished-papers') return mayEdit(visitor, resource, name) ? 409 : 404;
    // shows what a paper says, so that a withdrawn one is told of to nobody
    const isHidden = route.name === 'GET /api/comparisons/{id}/hindrances' && !mayRead(visitor, resource, name);
    return mayEdit(visitor, resource, name) && !isHidden ? 200 : 404;
  }

  /** Words in an answer that its reader may not know of. */
  function leaks(visitor: string, answer: Answer, route: Route): string[] {
    const official = visitor in officials;
    const words = Object.keys(cast.revisions).filter((name) => !visibleRevisions(visitor).includes(name));
    // what was taken out is told of to those alone who can bring it back
    const maySee = route.name === 'GET /api/meetings/{id}/withdrawn-documents' ? mayEdit : mayRead;
    for (const name of Object.keys(cast.documents)) if (!maySee(visitor, 'documents', name)) words.push(name);
    for (const name of Object.keys(cast.meetings)) if (!mayRead(visitor, 'meetings', name)) words.push(name);
    for (const name of Object.keys(cast.members))
      if (name !== visitor && !(official && mayEdit(visitor, 'members', name))) words.push(name);
    for (const name of Object.keys(cast.members)) if (name !== ownNotesOf(visitor)) words.push(noteWord(name));
    return words.filter((word) => new RegExp(`${secretWord(word)}(?![\\w-])`).test(answer.text));
  }

  /** Who holds a member's session beside an official's has that member's notes. */
  const ownNotesOf = (visitor: string) => (visitor === 'both-as-member' ? 'member-B' : visitor);

  test('every member has their own notes, the matrix above would see them', async () => {
    for (const name of ['member-A', 'member-B'])
      expect((await cast.visitors[name]!.get('/api/notes')).text).toContain(secretWord(noteWord(name)));
  });

  test('ranges, old revisions and odd pages are guarded like the rest', async () => {
    const member = cast.visitors['member-A']!;
    const file = (name: string) => `/api/revisions/${cast.revisions[name]}/file`;
    const range = { range: 'bytes=0-3' };
    expect((await member.get(file('replaced-1'), range)).text).toBe('%PDF');
    for (const name of ['pending-2', 'added-1', 'withdrawn-1', 'draft-1', 'foreign-1']) {
      expect((await member.get(file(name), range)).status, name).toBe(404);
      expect((await member.get(`${file(name)}?download=true`, { range: 'bytes=999999999-' })).status, name).toBe(404);
    }
    const old = `/api/documents/${cast.documents.replaced}?revision=${cast.revisions['replaced-1']}`;
    expect((await member.get(old)).json().revision.number).toBe(1);
    for (const [document, revision] of [
      ['pending', 'pending-2'],
      ['plain', 'foreign-1'],
      ['plain', 'replaced-1'],
    ] as const) {
      const url = `/api/documents/${cast.documents[document]}?revision=${cast.revisions[revision]}`;
      expect((await member.get(url)).status, `${document} ${revision}`).toBe(404);
    }
    const pending = (await member.get(`/api/documents/${cast.documents.pending}`)).json();
    expect(pending).toMatchObject({ revision: { number: 1 }, newestRevisionId: cast.revisions['pending-1'] });
    expect(pending.revisions).toHaveLength(1);
    expect((await member.get(`/api/revisions/${cast.revisions['plain-1']}/pages/2/text`)).status).toBe(404);
  });

  test('changing: whoever may not is refused and nothing changes', async () => {
    const before = await countRows();
    const surprises: string[] = [];
    for (const route of routes.filter(({ method, name }) => method !== 'GET' && !forAnyone.includes(name))) {
      for (const { resource, name, url } of addressesOf(route)) {
        for (const visitor of Object.keys(cast.visitors)) {
          const expected = expectedOfChanging(visitor, route, resource, name);
          if (expected === null) continue;
          const answer = await ask(visitor, route, url);
          if (answer.status !== expected)
            surprises.push(`${visitor} ${route.name} ${name}: ${answer.status}, not ${expected}: ${answer.text}`);
        }
      }
    }
    expect(surprises.slice(0, 20)).toEqual([]);
    expect(await countRows()).toEqual(before);
  });

  /** Null where the viewer may: what then happens is for the features' own tests. */
  function expectedOfChanging(visitor: string, route: Route, resource: Resource | undefined, name: string) {
    const official = visitor in officials;
    if (forAdministrators.includes(route.name)) return visitor === 'administrator' ? null : official ? 403 : 401;
    if (route.name === 'PUT /api/documents/{id}/reading-place') {
      if (!(visitor in readers)) return 401;
      return mayRead(visitor, 'documents', name) ? null : 404;
    }
    if (route.name === 'POST /api/documents/{id}/comparisons' && (official || visitor in readers))
      return mayRead(visitor, 'documents', name) ? null : 404;
    if (byMembersAlone.includes(route.name)) {
      if (!(visitor in readers)) return 401;
      return resource === undefined || mayRead(visitor, 'meetings', name) ? null : 404;
    }
    if (!official) return 401;
    if (ofOwnAccount.includes(route.name)) return null;
    return resource && mayEdit(visitor, resource, name) ? null : 404;
  }

  async function countRows() {
    const tables = [
      'committee',
      'member',
      'meeting',
      'document',
      'revision',
      'notice',
      'series',
      'reading_place',
      'comparison',
      'correction',
      'hindrance_acknowledgement',
      'counterpart_choice',
      'register_correction',
      'reply',
      'wished_document',
      'note',
      'city',
    ] as const;
    const rows = await Promise.all(tables.map((table) => portal.db.selectFrom(table).selectAll().execute()));
    return JSON.stringify(rows);
  }
});
