import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseExpired } from '../../../server/features/sessions/erase-expired.ts';
import { openCode, openLink } from '../../../server/features/sessions/open-key.ts';
import { keysOf } from '../../../server/http/secrets.ts';
import { describeWithDatabase, openTestDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import {
  administrator,
  createCommittee,
  createMeeting,
  createMember,
  issueKey,
  openLetter,
  setUpCity,
} from '../city.ts';

describeWithDatabase('sessions', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;
  let member: number;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01');
    member = await createMember(official, committee, '髙橋　花子');
  });
  afterAll(() => portal.close());

  test('set-up is done once, with the right code only', async () => {
    const body = {
      code: portal.setUpCode,
      cityName: 'x',
      name: 'x',
      email: 'x@example.jp',
      password: 'ひみつのことば-2025',
    };
    expect((await official.post('/api/set-up', body)).json().error.code).toBe('already_set_up');
    const wrong = await official.post('/api/set-up', { ...body, code: 'ZZZZ-ZZZZ' });
    expect([wrong.status, wrong.json().error.code]).toEqual([403, 'wrong_set_up_code']);
    expect((await official.post('/api/set-up', { ...body, password: 'short' })).status).toBe(400);
  });

  test('a member of two committees holds both on one device: one speaks, either can be forgotten, leaving ends all', async () => {
    const second = await createCommittee(official);
    const otherMeeting = await createMeeting(official, second, '2024-07-02');
    const other = await issueKey(portal, otherMeeting, await createMember(official, second, '髙橋　花子'));
    const own = await issueKey(portal, meeting, member);
    const others = async (who: Visitor) =>
      (await who.get('/api/session/others')).json().committees.map((one: { committeeId: number }) => one.committeeId);
    const speaking = async (who: Visitor) => (await who.get('/api/session')).json().member.committeeId;
    const visitor = await openLetter(portal, own.key);
    expect(await others(visitor)).toEqual([]);
    await visitor.get(`/M/${other.key}`);
    expect([await speaking(visitor), await others(visitor)]).toEqual([second, [committee]]);
    // a key opens its own committee alone, whatever else this browser holds
    expect((await visitor.get(`/api/committees/${committee}/register`)).status).toBe(404);
    const chosen = await visitor.post('/api/session/others', { committeeId: committee });
    expect(chosen.json()).toEqual({ meetingId: meeting });
    expect([await speaking(visitor), await others(visitor)]).toEqual([committee, [second]]);
    expect((await visitor.post('/api/session/others', { committeeId: 999999 })).status).toBe(404);
    // the same letter once more is not a third one
    await visitor.get(`/M/${other.key}`);
    await visitor.get(`/M/${own.key}`);
    expect(await others(visitor)).toEqual([second]);
    expect((await visitor.delete(`/api/session/others?committeeId=${second}`)).status).toBe(200);
    expect([await speaking(visitor), await others(visitor)]).toEqual([committee, []]);
    await visitor.get(`/M/${other.key}`);
    const kept = visitor.cookies.get('kurabe_others')!;
    expect((await visitor.delete('/api/session?who=member')).status).toBe(200);
    visitor.cookies.set('kurabe_others', kept);
    expect(await others(visitor)).toEqual([]);
    // nobody else is told
    expect(await others(new Visitor(portal.app))).toEqual([]);
  });

  test('signing in and out', async () => {
    const visitor = new Visitor(portal.app);
    const signedIn = await visitor.post('/api/session', { ...administrator, email: '  KANRI@example.jp ' });
    expect(signedIn.json().official).toMatchObject({ email: administrator.email, role: 'administrator' });
    const cookie = String(signedIn.headers['set-cookie']);
    expect(cookie).toMatch(/^kurabe_official=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Secure|Domain/);
    const token = visitor.cookies.get('kurabe_official')!;
    expect((await visitor.get('/api/committees')).status).toBe(200);

    expect((await visitor.delete('/api/session?who=official')).status).toBe(200);
    expect(visitor.cookies.size).toBe(0);
    visitor.cookies.set('kurabe_official', token);
    expect((await visitor.get('/api/committees')).json().error.code).toBe('not_signed_in');
  });

  test('a wrong password and an unknown address answer alike', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.0.1');
    const wrong = await visitor.post('/api/session', { email: administrator.email, password: 'wrong' });
    const unknown = await visitor.post('/api/session', { email: 'nobody@example.jp', password: 'wrong' });
    const shape = (answer: typeof wrong) => ({ ...answer.json().error, requestId: '', status: answer.status });
    expect(shape(wrong)).toEqual(shape(unknown));
    expect(shape(wrong)).toMatchObject({ code: 'wrong_password', status: 401 });
  });

  test('sessions expire', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.0.5');
    await visitor.post('/api/session', administrator);
    const { key } = await issueKey(portal, meeting, member);
    await visitor.get(`/M/${key}`);
    expect((await visitor.get('/api/session')).json()).toMatchObject({ official: { id: 1 }, member: { id: member } });
    await portal.db
      .updateTable('session')
      .set({ expires_at: new Date(Date.now() - 1) })
      .execute();
    await expect
      .poll(async () => (await visitor.get('/api/session')).json())
      .toMatchObject({ official: null, member: null });
    official = new Visitor(portal.app, {}, '10.0.0.6');
    await official.post('/api/session', administrator);
  });

  test('what has ended long ago is erased; what ended yesterday still says whose it was', async () => {
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    const letter = await issueKey(portal, meeting, member);
    const session = { official_id: null, notice_id: letter.id };
    const ended = [
      { ...session, token_hash: 'long ago', expires_at: days(-31) },
      { ...session, token_hash: 'yesterday', expires_at: days(-1) },
      { ...session, token_hash: 'open', expires_at: days(1) },
    ];
    await portal.db.insertInto('session').values(ended).execute();
    const ends = { count: 1, ends_at: days(-1) };
    await portal.db
      .insertInto('attempt')
      .values({ key: 'over', ...ends })
      .execute();
    await eraseExpired(portal.db);
    const left = await portal.db
      .selectFrom('session')
      .select('token_hash')
      .where('notice_id', '=', letter.id)
      .execute();
    expect(left.map((row) => row.token_hash).sort()).toEqual(['open', 'yesterday']);
    expect(await portal.db.selectFrom('attempt').select('key').where('key', '=', 'over').execute()).toEqual([]);
  });

  test('who came in by a letter that was revoked since is told so, and whom to phone', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.0.8');
    const { key, id } = await issueKey(portal, meeting, member);
    await visitor.get(`/M/${key}`);
    expect((await visitor.get('/api/session')).json()).toMatchObject({ member: { id: member }, ended: null });
    await portal.db.updateTable('notice').set({ revoked_at: new Date() }).where('id', '=', id).execute();
    await expect
      .poll(async () => (await visitor.get('/api/session')).json())
      .toMatchObject({ member: null, ended: { reason: 'revoked', committeeId: committee } });
  });

  test('both doors in one browser: a page speaks for the one it names, and leaves by that one', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.0.7');
    await visitor.post('/api/session', administrator);
    const { key } = await issueKey(portal, meeting, member);
    await visitor.get(`/M/${key}`);
    const url = `/api/meetings/${meeting}`;
    expect((await visitor.get(url, { 'x-kurabe-door': 'member' })).status).toBe(409);
    expect((await visitor.get(url, { 'x-kurabe-door': 'official' })).status).toBe(200);
    expect((await visitor.get('/api/committees', { 'x-kurabe-door': 'member' })).status).toBe(401);
    expect((await visitor.delete('/api/session?who=member')).status).toBe(200);
    expect((await visitor.get('/api/session')).json()).toMatchObject({ member: null, official: { id: 1 } });
    expect((await visitor.delete('/api/session?who=everyone')).status).toBe(400);
  });

  test('a letter opens however its link was typed, and the address it ends at has no key', async () => {
    const { key, id } = await issueKey(portal, meeting, member);
    for (const [prefix, typed] of [
      ['/M/', key],
      ['/m/', key.toLowerCase()],
      ['/M/', key.replaceAll('0', 'O').replaceAll('1', 'l')],
    ] as const) {
      const visitor = new Visitor(portal.app);
      const answer = await visitor.get(prefix + typed);
      expect([answer.status, answer.headers.location]).toEqual([303, `/meetings/${meeting}`]);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(String(answer.headers['set-cookie'])).toMatch(/^kurabe_member=.*HttpOnly.*SameSite=Lax/);
      expect((await visitor.get('/api/session')).json().member).toMatchObject({ id: member, meetingId: meeting });
    }
    const notice = await portal.db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(JSON.stringify(notice)).not.toContain(key);
    expect(notice.first_opened_at).not.toBeNull();
  });

  test('a mail program that only looks at a link opens nothing', async () => {
    const { key, id } = await issueKey(portal, meeting, member);
    const answer = await new Visitor(portal.app).ask('HEAD', `/M/${key}`);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const notice = await portal.db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(notice.first_opened_at).toBeNull();
  });

  test('a letter that does not open says why, and whom to phone', async () => {
    const past = '2024-01-01T00:00:00Z';
    const left = await createMember(official, committee, '退任　一郎');
    const gone = await issueKey(portal, meeting, left);
    const session = await openLetter(portal, gone.key);
    expect((await official.put(`/api/members/${left}/retirement`, {})).status).toBe(200);
    expect((await session.get(`/api/meetings/${meeting}`)).status).toBe(401);
    const ended = await createMember(official, committee, '満了　二郎', { termTo: '2024-12-31' });
    const { key } = await issueKey(portal, meeting, member);
    const mistyped = (key[0] === 'A' ? 'B' : 'A') + key.slice(1);
    const cases: [string, string][] = [
      [mistyped, '/key/unknown'],
      [key.slice(1), '/key/unknown'],
      ['%E3%81%82', '/key/unknown'],
      ['..%2f..%2fetc%2fpasswd', '/key/unknown'],
      [gone.key, `/key/revoked?committee=${committee}`],
      [(await issueKey(portal, meeting, member, { revoked_at: past })).key, `/key/revoked?committee=${committee}`],
      [(await issueKey(portal, meeting, member, { expires_at: past })).key, `/key/expired?committee=${committee}`],
      [(await issueKey(portal, meeting, ended)).key, `/key/expired?committee=${committee}`],
    ];
    for (const [typed, location] of cases) {
      const answer = await new Visitor(portal.app).get(`/M/${typed}`);
      expect([answer.status, answer.headers.location], typed).toEqual([303, location]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('a letter of before the secret was changed opens while the old secret is given, and no more without', async () => {
    const old = 'a secret of the tests, 32 characters and more';
    const changed = 'another secret, which is 32 characters long too';
    const { key, code } = await issueKey(portal, meeting, member);
    const beside = keysOf(changed, old);
    expect(await openLink(portal.db, beside, key, '')).toMatchObject({ meetingId: meeting });
    expect(await openCode(portal.db, beside, code, '')).toMatchObject({ meetingId: meeting });
    expect(await openLink(portal.db, keysOf(changed), key, '')).toEqual({ reason: 'unknown', committeeId: null });
    // what is printed from now on needs the new one alone
    const printed = beside.newLinkKey();
    expect(keysOf(changed).hashes(printed.key)).toEqual([printed.hash]);
  });

  test('a typed code opens in full-width, lower case, with O for 0, spaces and marks', async () => {
    const { code } = await issueKey(portal, meeting, member);
    const wide = [...code].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
    const typed = [code, wide, code.toLowerCase(), code.replaceAll('0', 'O').replaceAll('1', 'I')];
    for (const text of [
      ...typed,
      ` ${code.slice(0, 4)} - ${code.slice(4)} `,
      `${wide.slice(0, 4)}ー${wide.slice(4)}`,
    ]) {
      const visitor = new Visitor(portal.app, {}, '10.0.1.1');
      const answer = await visitor.post('/api/codes', { code: text });
      expect([answer.status, answer.json().meetingId], text).toEqual([200, meeting]);
      expect((await visitor.get('/api/session')).json().member.id).toBe(member);
    }
    const past = '2024-01-01T00:00:00Z';
    const refused = async (body: object) => {
      const answer = await new Visitor(portal.app, {}, '10.0.1.2').post('/api/codes', body);
      return [answer.status, answer.json().error.code];
    };
    expect(await refused({ code: '00000000' })).toEqual([404, 'unknown_code']);
    expect(await refused({ code: 'あ' })).toEqual([404, 'unknown_code']);
    const revoked = await issueKey(portal, meeting, member, { revoked_at: past });
    expect(await refused({ code: revoked.code })).toEqual([410, 'revoked_code']);
    const late = await issueKey(portal, meeting, member, { code_expires_at: past });
    expect(await refused({ code: late.code })).toEqual([410, 'expired_code']);
    const byLink = await new Visitor(portal.app).get(`/M/${late.key}`);
    expect(byLink.headers.location).toBe(`/meetings/${meeting}`);
  });
});

test('two set-ups at the same instant make one administrator', async () => {
  const database = await openTestDatabase();
  const portal = await openTestApp(database, { publicUrl: 'https://kurabe.example.jp' });
  try {
    expect((await new Visitor(portal.app).get('/api/session')).json()).toMatchObject({ setUpNeeded: true });
    const attempt = (name: string) =>
      new Visitor(portal.app).post('/api/set-up', {
        ...{ code: 'aaaa-bbbb', cityName: name, name, email: `${name}@example.jp`, password: 'ひみつのことば-2025' },
      });
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(attempt));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await portal.db.selectFrom('official').selectAll().execute()).toHaveLength(1);
    const answer = await new Visitor(portal.app).post('/api/session', { email: 'x', password: 'y' });
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
  } finally {
    await portal.close();
    await database.close();
  }
});
