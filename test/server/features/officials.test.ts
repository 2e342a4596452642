import { afterAll, beforeAll, expect, test } from 'vitest';
import { recoverAdministrator } from '../../../server/features/officials/invite-official.ts';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { type Answer, Visitor } from '../../visitor.ts';
import { administrator, createCommittee, done, setUpCity } from '../city.ts';

const password = 'あさのしごとは-みずやりから';

describeWithDatabase('officials', (database) => {
  let portal: TestApp;
  let admin: Visitor;
  let committee: number;
  let other: number;
  let networks = 0;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    admin = await setUpCity(portal);
    committee = await createCommittee(admin);
    other = await createCommittee(admin, '環境審議会');
  });
  afterAll(() => portal.close());

  const elsewhere = () => new Visitor(portal.app, {}, `10.8.0.${++networks}`);
  const refusal = (answer: Answer) => [answer.status, answer.json().error?.code];
  const invite = (email: string, changes: object = {}) =>
    done(
      admin.post('/api/officials', { name: '鈴木　一郎', email, role: 'secretariat', committeeIds: [], ...changes }),
    );
  /** An official who has taken up the invitation, in a browser of their own. */
  async function join(email: string, changes: object = {}) {
    const { officialId, code } = await invite(email, changes);
    const visitor = elsewhere();
    await done(visitor.post('/api/invitation/password', { code, password }));
    return { visitor, id: officialId as number, email };
  }
  const listed = async (id: number) =>
    (await done(admin.get('/api/officials'))).officials.find((one: { id: number }) => one.id === id);

  test('an invitation is a link that opens once; its code is kept nowhere', async () => {
    const { officialId, link, code } = await invite(' SUZUKI@example.jp', { committeeIds: [committee] });
    expect(link).toBe(`http://localhost:3000/office/join#${code}`);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const kept = await portal.db.selectFrom('official_invitation').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''));
    expect(await listed(officialId)).toMatchObject({ email: 'suzuki@example.jp', state: 'invited', passkeyCount: 0 });
    expect(refusal(await elsewhere().post('/api/session', { email: 'suzuki@example.jp', password: 'x' }))).toEqual([
      401,
      'wrong_password',
    ]);

    const visitor = elsewhere();
    expect(await done(visitor.post('/api/invitation', { code: link }))).toMatchObject({
      ...{ cityName: 'あおば市', name: '鈴木　一郎', email: 'suzuki@example.jp', committees: ['行財政改革懇談会'] },
    });
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const session = await done(visitor.post('/api/invitation/password', { code: typed, password }));
    expect(session.official).toMatchObject({ id: officialId, role: 'secretariat' });
    expect((await done(visitor.get('/api/committees'))).committees).toMatchObject([{ id: committee }]);
    expect((await visitor.get(`/api/committees/${other}`)).status).toBe(404);
    expect(await listed(officialId)).toMatchObject({ state: 'active', invitedUntil: null });

    for (const path of ['/api/invitation', '/api/invitation/password'])
      expect(refusal(await elsewhere().post(path, { code, password }))).toEqual([410, 'closed_invitation']);
    expect(refusal(await elsewhere().post('/api/invitation', { code: 'ABCD-ABCD-ABCD-ABCD' }))).toEqual([
      404,
      'unknown_invitation',
    ]);
  });

  test('an invitation that two take up at once makes one session', async () => {
    const { code, officialId } = await invite('two@example.jp');
    const tries = [1, 2, 3].map(() => elsewhere().post('/api/invitation/password', { code, password }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 410, 410]);
    const sessions = await portal.db.selectFrom('session').select('id').where('official_id', '=', officialId).execute();
    expect(sessions).toHaveLength(1);
  });

  test('an invitation ends, and a new one closes it', async () => {
    const first = await invite('late@example.jp');
    const second = await done(admin.post(`/api/officials/${first.officialId}/invitation`));
    expect(refusal(await elsewhere().post('/api/invitation', { code: first.code }))[1]).toBe('unknown_invitation');
    expect((await elsewhere().post('/api/invitation', { code: second.code })).status).toBe(200);
    await portal.db
      .updateTable('official_invitation')
      .set({ expires_at: new Date(Date.now() - 1) })
      .where('official_id', '=', first.officialId)
      .execute();
    expect(refusal(await elsewhere().post('/api/invitation', { code: second.code }))[1]).toBe('closed_invitation');
    expect(await listed(first.officialId)).toMatchObject({ state: 'invited', invitedUntil: null });
  });

  test('codes of invitations cannot be tried out', async () => {
    const guesser = elsewhere();
    const statuses: number[] = [];
    for (let guess = 0; guess < 32; guess += 1)
      statuses.push((await guesser.post('/api/invitation', { code: `ABCD-ABCD-ABCD-AB${10 + guess}` })).status);
    expect(statuses).toEqual([...Array(30).fill(404), 429, 429]);
    expect((await guesser.post('/api/invitation/password', { code: 'ABCD-ABCD-ABCD-ABCD', password })).status).toBe(
      429,
    );
  });

  test('a password that everybody tries first is refused, whatever characters it is made of', async () => {
    const { code } = await invite('yamada@example.jp', { name: '山田　花子' });
    const visitor = elsewhere();
    for (const weak of [
      '123456789012',
      'Password1234!',
      'ああああああああああああ',
      'yamada@example.jp',
      'あおば市あおば市あおば市',
    ])
      expect(refusal(await visitor.post('/api/invitation/password', { code, password: weak })), weak).toEqual([
        422,
        'weak_password',
      ]);
    expect((await visitor.post('/api/invitation/password', { code, password: 'short' })).status).toBe(400);
    expect((await visitor.post('/api/invitation/password', { code, password })).status).toBe(200);
  });

  test('committees and roles are given and taken, and hold at once', async () => {
    const { visitor, id, email } = await join('sato@example.jp', { committeeIds: [committee] });
    const set = async (changes: object) => {
      const { edition } = await listed(id);
      const body = { name: '佐藤', email, role: 'secretariat', committeeIds: [committee], edition, ...changes };
      return admin.put(`/api/officials/${id}`, body);
    };
    expect((await visitor.get('/api/officials')).status).toBe(403);
    await done(set({ committeeIds: [other] }));
    expect((await visitor.get(`/api/committees/${committee}`)).status).toBe(404);
    expect((await visitor.get(`/api/committees/${other}`)).status).toBe(200);
    await done(set({ role: 'administrator', committeeIds: [] }));
    expect((await done(visitor.get('/api/committees'))).committees).toHaveLength(2);
    await done(set({ name: '佐藤　二郎' }));
    expect((await visitor.get('/api/city')).status).toBe(403);
    expect(refusal(await set({ email: administrator.email.toUpperCase() }))).toEqual([409, 'email_taken']);
    expect((await set({ committeeIds: [999] })).status).toBe(404);
    expect((await done(visitor.get('/api/account'))).name).toBe('佐藤　二郎');
    const again = { name: 'x', email, role: 'secretariat', committeeIds: [] };
    expect(refusal(await admin.post('/api/officials', again))).toEqual([409, 'email_taken']);
  });

  test('who is stopped is out at once, and comes back with the same password', async () => {
    const { visitor, id, email } = await join('stop@example.jp', { committeeIds: [committee] });
    await done(admin.post(`/api/officials/${id}/stop`));
    expect((await visitor.get('/api/committees')).status).toBe(401);
    expect(refusal(await elsewhere().post('/api/session', { email, password }))).toEqual([403, 'stopped_account']);
    expect(refusal(await elsewhere().post('/api/session', { email, password: 'wrong' }))[1]).toBe('wrong_password');
    expect((await admin.post(`/api/officials/${id}/invitation`)).status).toBe(404);
    expect((await admin.post(`/api/officials/${id}/stop`)).status).toBe(404);
    await done(admin.delete(`/api/officials/${id}/stop`));
    expect((await elsewhere().post('/api/session', { email, password })).status).toBe(200);
    expect(await listed(id)).toMatchObject({ state: 'active', committeeIds: [committee] });
  });

  test('a reset ends password, passkeys and sessions', async () => {
    const { visitor, id, email } = await join('reset@example.jp');
    await portal.db
      .insertInto('passkey')
      .values({
        ...{ official_id: id, name: 'x', credential_id: 'x', public_key: Buffer.of(0), counter: 0, transports: [] },
      })
      .execute();
    const { code } = await done(admin.post(`/api/officials/${id}/invitation`));
    expect((await visitor.get('/api/account')).status).toBe(401);
    expect((await elsewhere().post('/api/session', { email, password })).status).toBe(401);
    expect(await listed(id)).toMatchObject({ state: 'invited', passkeyCount: 0 });
    await done(visitor.post('/api/invitation/password', { code, password: `${password}-2` }));
    expect((await elsewhere().post('/api/session', { email, password: `${password}-2` })).status).toBe(200);
  });

  test('there is always an administrator who can come in', async () => {
    const first = (await done(admin.get('/api/account'))).id;
    const own = { name: '管理　太郎', email: administrator.email, committeeIds: [] };
    const demote = (visitor: Visitor, id: number, email: string) =>
      visitor.put(`/api/officials/${id}`, { ...own, email, role: 'secretariat', edition: 1 });
    expect(refusal(await demote(admin, first, administrator.email))).toEqual([409, 'last_administrator']);
    expect(refusal(await admin.post(`/api/officials/${first}/stop`))).toEqual([409, 'own_account']);
    expect(refusal(await admin.post(`/api/officials/${first}/invitation`))).toEqual([409, 'own_account']);
    // one who was only invited does not count
    await invite('invited-admin@example.jp', { role: 'administrator' });
    expect(refusal(await demote(admin, first, administrator.email))).toEqual([409, 'last_administrator']);

    const second = await join('second@example.jp', { role: 'administrator' });
    const answers = await Promise.all([
      demote(admin, second.id, second.email),
      demote(second.visitor, first, administrator.email),
    ]);
    const statuses = answers.map(({ status }) => status);
    // the second is refused as the last one, or has no right any more
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect([403, 409]).toContain(statuses.find((status) => status !== 200));
    const left = await portal.db
      .selectFrom('official')
      .select('id')
      .where('role', '=', 'administrator')
      .where('password_hash', 'is not', null)
      .execute();
    expect(left).toHaveLength(1);
    // whichever of the two it was: the tests go on with the first
    await portal.db.updateTable('official').set({ role: 'administrator' }).where('id', '=', first).execute();
    await expect.poll(async () => (await admin.get('/api/officials')).status).toBe(200);
  });

  test('where nobody can come in, whoever runs the machine lets an official set a new password', async () => {
    const { db, keys } = portal;
    const needs = { db, keys, publicUrl: 'https://kurabe.example.jp' };
    expect(await recoverAdministrator(needs, 'nobody@example.jp')).toBeNull();
    const { visitor, id, email } = await join('only@example.jp');
    await db.updateTable('official').set({ stopped_at: new Date() }).where('id', '=', id).execute();
    const recovered = (await recoverAdministrator(needs, ` ${email.toUpperCase()}`))!;
    expect(recovered.link).toMatch(/^https:\/\/kurabe\.example\.jp\/office\/join#/);
    expect((await visitor.get('/api/account')).status).toBe(401);
    const body = { code: recovered.code, password: `${password}-3` };
    const session = await done(elsewhere().post('/api/invitation/password', body));
    expect(session.official).toMatchObject({ id, role: 'administrator' });
  });
});
