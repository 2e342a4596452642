import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { type Cast, makeCast } from './cast.ts';
import { mayRead } from './rules.ts';

describeWithDatabase('answers that come with the page', (database) => {
  let portal: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    cast = await makeCast(portal);
  });
  afterAll(() => portal.close());

  const open = async (visitor: Visitor, url: string) => {
    const { status, headers, text: body } = await visitor.get(url);
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    const block = /<script type="application\/json" id="carried">(.*?)<\/script>/s.exec(body)?.[1];
    return { headers, body, carried: block === undefined ? null : (JSON.parse(block) as Record<string, unknown>) };
  };

  /** On a busy machine a page goes without what is late. */
  const openCarrying = (visitor: Visitor, path: string) =>
    vi.waitUntil(
      async () => {
        const opened = await open(visitor, path);
        return opened.carried && opened;
      },
      { timeout: 30_000 },
    );

  test('a page brings what its screen asks for first: to each reader what the route itself would answer, and no more', async () => {
    const apart = ['nobody', 'both-as-official', 'both-as-member'];
    for (const [name, visitor] of Object.entries(cast.visitors).filter(([one]) => !apart.includes(one)))
      for (const kind of ['meetings', 'documents'] as const)
        for (const [thing, id] of Object.entries(cast[kind])) {
          const path = `/api/${kind}/${id}`;
          const { headers, carried } = await openCarrying(visitor, `/${kind}/${id}`);
          const [own, session] = [await visitor.get(path), await visitor.get('/api/session')];
          const expected = { '/api/session': session.json(), ...(own.status === 200 && { [path]: own.json() }) };
          expect(carried, `${name} ${thing}`).toEqual(expected);
          expect(headers['cache-control']).toBe('private, no-store');
          expect(own.status === 200, `${name} ${thing}`).toBe(mayRead(name, kind, thing));
        }
  });

  test('the screens of a paper beside another and of an earlier version bring theirs; other addresses and strangers nothing', async () => {
    const { documents, revisions, visitors } = cast;
    const member = visitors['member-A']!;
    const beside = await openCarrying(member, `/documents/${documents.plain}/beside/${documents.earlier}?page=2`);
    expect(Object.keys(beside.carried ?? {})).toEqual(['/api/session', `/api/documents/${documents.plain}`]);
    const path = `/documents/${documents.replaced}?revision=${revisions['replaced-1']}`;
    const earlier = (await openCarrying(member, path)).carried?.[`/api${path}`];
    expect(earlier).toMatchObject({ revision: { id: revisions['replaced-1'] } });
    for (const url of ['/', '/search', '/key/revoked', '/meetings/x', `/meetings/${cast.meetings['A-now']}/x`]) {
      const { headers, carried } = await open(member, url);
      expect([url, headers['cache-control'], carried]).toEqual([url, 'no-cache', null]);
    }
    expect((await open(visitors.nobody!, `/documents/${documents.plain}`)).carried).toBeNull();
  });

  test('where a browser holds both sessions the page speaks for the member, a preview for the official', async () => {
    const both = cast.visitors['both-as-member']!;
    const [own, other] = [`/documents/${cast.documents.foreign}`, `/documents/${cast.documents.plain}`];
    expect(Object.keys((await openCarrying(both, own)).carried ?? {})).toContain(`/api${own}`);
    expect(Object.keys((await openCarrying(both, other)).carried ?? {})).not.toContain(`/api${other}`);
    expect(Object.keys((await openCarrying(both, `${other}?preview=1`)).carried ?? {})).toContain(`/api${other}`);
  });

  test('the ticket for its pictures comes along, and no title can end the block', async () => {
    const member = cast.visitors['member-A']!;
    const title = '</script><script>alert(1)</script><!--';
    await portal.db.updateTable('document').set({ title }).where('id', '=', cast.documents.plain!).execute();
    member.cookies.delete('kurabe_ticket');
    const { body, carried } = await openCarrying(member, `/documents/${cast.documents.plain}`);
    expect(carried?.[`/api/documents/${cast.documents.plain}`]).toMatchObject({ title });
    expect(body).not.toContain('<script>alert');
    expect(body.match(/<!--/g)).toBeNull();
    expect(member.cookies.get('kurabe_ticket')).toBeDefined();
  });
});
