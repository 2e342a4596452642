import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTicket } from '../../../server/access/ticket.ts';
import { keysOf } from '../../../server/http/secrets.ts';
import { hashToken } from '../../../server/http/session-cookies.ts';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { type Cast, makeCast } from './cast.ts';

describeWithDatabase('tickets', (database) => {
  let portal: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    cast = await makeCast(portal);
  });
  afterAll(() => portal.close());

  test('a ticket opens what its own session may read, and neither forged, expired, lent, nor after a change', async () => {
    const ticketOf = async (visitor: string, document: string) => {
      const url = `/api/documents/${cast.documents[document]}`;
      expect((await cast.visitors[visitor]!.get(url)).status).toBe(200);
      return cast.visitors[visitor]!.cookies.get('kurabe_ticket')!;
    };
    const pages = (name: string) =>
      ['pages/1/picture/large', 'pages/1/text', 'file'].map((part) => `/api/revisions/${cast.revisions[name]}/${part}`);
    /** Asks with the session's cookie and this ticket; whether the database was asked is seen by a new ticket. */
    const askWith = async (visitor: string, ticket: string, revision: string) => {
      const lent = new Visitor(portal.app);
      for (const [name, token] of cast.visitors[visitor]!.cookies) lent.cookies.set(name, token);
      lent.cookies.set('kurabe_ticket', ticket);
      const found: string[] = [];
      for (const url of pages(revision)) {
        const { status, headers } = await lent.get(url);
        found.push(`${status}${headers['set-cookie'] === undefined ? '' : ' asked'}`);
        lent.cookies.set('kurabe_ticket', ticket);
      }
      return [...new Set(found)].join();
    };
    // a ticket of the second in which rights changed is not believed
    await new Promise((later) => setTimeout(later, 1100));
    const ticket = await ticketOf('member-A', 'plain');
    expect(await askWith('member-A', ticket, 'plain-1')).toBe('200');
    expect(await askWith('member-A', ticket, 'replaced-2')).toBe('200 asked');
    for (const revision of ['pending-2', 'added-1', 'withdrawn-1', 'draft-1', 'foreign-1'])
      expect(await askWith('member-A', ticket, revision), revision).toBe('404');

    const [expires = '', named = '', seal = ''] = ticket.split('.');
    const foreign = cast.revisions['foreign-1']!.toString(36);
    const forged = [
      ...['', '.', '..', `${expires}.${named}`, `${expires}.${named}.`, `${expires}.${named}.${seal}x`],
      ...[`${expires}.${named}-${foreign}.${seal}`, `zzzzzzzzz.${foreign}.${seal}`],
      writeTicket(keysOf('another secret of 32 characters and more').sign, sessionOf('member-A'), {
        ...{ issued: Date.now(), revisions: [cast.revisions['foreign-1']!] },
      }),
    ];
    for (const text of forged) {
      expect(await askWith('member-A', text, 'foreign-1'), text).toBe('404');
      expect(await askWith('member-A', text, 'plain-1'), text).toBe('200 asked');
    }
    const old = writeTicket(portal.keys.sign, sessionOf('member-A'), {
      ...{ issued: Date.now() - 16 * 60_000, revisions: [cast.revisions['plain-1']!] },
    });
    expect(await askWith('member-A', old, 'plain-1')).toBe('200 asked');
    for (const visitor of ['member-B', 'secretariat-none'])
      expect(await askWith(visitor, ticket, 'plain-1')).toBe('404');
    for (const visitor of ['nobody', 'member-A-revoked', 'member-A-left', 'member-A-expired', 'member-A-ended'])
      expect(await askWith(visitor, ticket, 'plain-1'), visitor).toBe('401');

    const { revoked_at } = await portal.db
      .updateTable('notice')
      .set({ revoked_at: new Date() })
      .where('id', '=', cast.notices['member-A']!)
      .returning('revoked_at')
      .executeTakeFirstOrThrow();
    expect(revoked_at).not.toBeNull();
    await expect.poll(() => askWith('member-A', ticket, 'plain-1')).toBe('401');
    await portal.db
      .updateTable('notice')
      .set({ revoked_at: null })
      .where('id', '=', cast.notices['member-A']!)
      .execute();
    await expect.poll(() => askWith('member-A', ticket, 'plain-1')).toBe('200 asked');
  });

  /** The hash that stands for a visitor's session. */
  const sessionOf = (visitor: string) => hashToken(cast.visitors[visitor]!.cookies.get('kurabe_member')!);
});
