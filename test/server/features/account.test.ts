import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { SoftPasskey } from '../../soft-passkey.ts';
import { type Answer, Visitor } from '../../visitor.ts';
import { administrator, createCommittee, createMeeting, createMember, done, setUpCity } from '../city.ts';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';

describeWithDatabase("an official's own account", (database) => {
  let portal: TestApp;
  let official: Visitor;
  let networks = 0;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    official = await setUpCity(portal);
  });
  afterAll(() => portal.close());

  const refusal = (answer: Answer) => [answer.status, answer.json().error?.code];
  async function signIn(agent = windows): Promise<Visitor> {
    const visitor = new Visitor(portal.app, { 'user-agent': agent }, `10.9.0.${++networks}`);
    await done(visitor.post('/api/session', administrator));
    return visitor;
  }
  /** Moves a moment of this visitor's session into the past. */
  async function age(visitor: Visitor, column: 'proven_at' | 'last_used_at', minutes: number) {
    const id = (await done(visitor.get('/api/account'))).sessions.find((one: { current: boolean }) => one.current).id;
    const moment = new Date(Date.now() - minutes * 60_000);
    await portal.db
      .updateTable('session')
      .set({ [column]: moment })
      .where('id', '=', id)
      .execute();
    return id;
  }

  test('sessions are listed by device, ended one by one, and all at once', async () => {
    const [desk, home, lost] = [
      await signIn(),
      await signIn(windows.replace('Windows NT 10.0', 'X11; CrOS')),
      await signIn(),
    ];
    const { sessions } = await done(desk.get('/api/account'));
    expect(sessions.filter((one: { current: boolean }) => one.current)).toMatchObject([
      { device: 'Windows・Microsoft Edge' },
    ]);
    expect(sessions.length).toBeGreaterThan(3);
    const lostId = (await done(lost.get('/api/account'))).sessions.find((one: { current: boolean }) => one.current).id;
    await done(desk.delete(`/api/sessions/${lostId}`));
    expect((await lost.get('/api/account')).status).toBe(401);
    expect((await home.get('/api/account')).status).toBe(200);
    await done(desk.delete('/api/account/sessions'));
    for (const visitor of [desk, home, official]) expect((await visitor.get('/api/account')).status).toBe(401);
    official = await signIn();
  });

  test('signing in again ends the session of before', async () => {
    const visitor = await signIn();
    const before = visitor.cookies.get('kurabe_official')!;
    await done(visitor.post('/api/session', administrator));
    expect((await visitor.get('/api/account')).status).toBe(200);
    visitor.cookies.set('kurabe_official', before);
    expect((await visitor.get('/api/account')).status).toBe(401);
  });

  test('a new password needs the old one, and ends the other sessions', async () => {
    const other = await signIn();
    const password = 'よるのまどべに-つきひとつ';
    const change = (body: object) => official.put('/api/account/password', body);
    expect(refusal(await change({ currentPassword: 'wrong', password }))).toEqual([403, 'wrong_current_password']);
    const weak = { currentPassword: administrator.password, password: 'kanri@example.jp' };
    expect(refusal(await change(weak))).toEqual([422, 'weak_password']);
    await done(change({ currentPassword: administrator.password, password }));
    expect((await other.get('/api/account')).status).toBe(401);
    expect((await official.get('/api/account')).status).toBe(200);
    expect((await new Visitor(portal.app).post('/api/session', administrator)).status).toBe(401);
    await done(change({ currentPassword: password, password: administrator.password }));
  });

  test('the current password cannot be tried out in a session that was left open', async () => {
    const visitor = await signIn();
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess += 1)
      statuses.push((await visitor.post('/api/account/proof', { password: `guess ${guess}` })).status);
    expect(statuses).toEqual([...Array(10).fill(403), 429]);
    const body = { currentPassword: administrator.password, password: 'よるのまどべに-つきひとつ' };
    expect((await visitor.put('/api/account/password', body)).status).toBe(429);
    expect((await (await signIn()).post('/api/account/proof', { password: administrator.password })).status).toBe(200);
  });

  test('letters, accounts, passkeys and taking a version back for good need a password that was shown just now', async () => {
    const visitor = await signIn();
    const committee = await createCommittee(visitor, '交通会議');
    const meeting = await createMeeting(visitor, committee, '2026-12-01');
    await createMember(visitor, committee, '髙橋　花子');
    await age(visitor, 'proven_at', 16);
    const letter = { memberIds: null, documentNumber: '', issuedOn: '2026-11-20', note: '', revokeEarlier: true };
    const asks = [
      // first the one that does no harm while the change is not heard of yet
      () => visitor.post('/api/account/passkeys/question'),
      () => visitor.post(`/api/meetings/${meeting}/notices`, letter),
      () => visitor.post('/api/revisions/1/taking-back'),
      () => visitor.post('/api/officials', { name: 'x', email: 'x@example.jp', role: 'secretariat', committeeIds: [] }),
    ];
    for (const ask of asks) await expect.poll(async () => refusal(await ask())).toEqual([403, 'proof_needed']);
    expect(await portal.db.selectFrom('notice').selectAll().execute()).toEqual([]);
    // what asks for none goes on
    expect((await visitor.get(`/api/meetings/${meeting}/notices`)).status).toBe(200);
    await done(visitor.post('/api/account/proof', { password: administrator.password }));
    expect((await visitor.post('/api/account/passkeys/question')).status).toBe(200);
    expect((await asks[1]!()).status).toBe(200);
  });

  test('a session ends without use, and what a page asks by itself is no use', async () => {
    const visitor = await signIn();
    const committee = await createCommittee(visitor, '図書館協議会');
    const meeting = await createMeeting(visitor, committee, '2026-12-01');
    const uploaded = await done(
      visitor.upload(`/api/meetings/${meeting}/documents`, 'a.pdf', Buffer.from('%PDF-1.7 %%EOF')),
    );
    const newest = `/api/documents/${uploaded.documentId}/newest`;
    const used = async (id: number) =>
      (await portal.db.selectFrom('session').select('last_used_at').where('id', '=', id).executeTakeFirstOrThrow())
        .last_used_at;
    const id = await age(visitor, 'last_used_at', 50);
    const before = await used(id);
    // what was found is remembered for seconds
    await expect
      .poll(async () => {
        expect((await visitor.get(newest)).status).toBe(200);
        await portal.db
          .updateTable('committee')
          .set({ name: `${Math.random()}` })
          .where('id', '=', committee)
          .execute();
        return (await used(id)).getTime();
      })
      .toBe(before.getTime());
    await done(
      visitor.put(`/api/committees/${committee}`, {
        name: '図書館協議会',
        department: 'x',
        phone: '1',
        email: '',
        edition: 1,
      }),
    );
    await done(visitor.get('/api/account'));
    expect((await used(id)).getTime()).toBeGreaterThan(before.getTime());

    await age(visitor, 'last_used_at', 61);
    await done(
      official.put(`/api/committees/${committee}`, { name: 'x', department: 'x', phone: '1', email: '', edition: 2 }),
    );
    await expect.poll(async () => (await visitor.get('/api/account')).status).toBe(401);
    expect((await done(visitor.get('/api/session'))).stay).toBeNull();
    expect((await done(official.get('/api/session'))).stay).toMatchObject({ idleMinutes: 60 });
  });

  test('a passkey is asked for after the password, and shows who one is instead of it', async () => {
    const input = { name: '鍵　花子', email: 'key@example.jp', role: 'secretariat', committeeIds: [] };
    const id = (await done(official.post('/api/officials', input))).officialId;
    const person = { email: 'key@example.jp', password: 'よるのまどべに-つきひとつ' };
    const { code } = await done(official.post(`/api/officials/${id}/invitation`));
    const visitor = new Visitor(portal.app, {}, '10.9.1.1');
    await done(visitor.post('/api/invitation/password', { code, password: person.password }));
    const key = new SoftPasskey('http://localhost:3000');
    const ask = () => done(visitor.post('/api/account/passkeys/question'));
    const register = (step: string, answer: object) =>
      visitor.post('/api/account/passkeys', { step, name: '机のパソコン', answer });

    const first = await ask();
    const stranger = new SoftPasskey('https://elsewhere.example');
    expect(refusal(await register(first.step, stranger.register(first.options)))).toEqual([403, 'passkey_refused']);
    expect(refusal(await register(first.step, key.register(first.options))), 'a question is used up').toEqual([
      403,
      'passkey_refused',
    ]);
    const second = await ask();
    const registered = await done(register(second.step, key.register(second.options)));
    expect((await done(visitor.get('/api/account'))).passkeys).toMatchObject([
      { name: '机のパソコン', lastUsedAt: null },
    ]);

    const door = new Visitor(portal.app, {}, '10.9.1.2');
    const asked = await done(door.post('/api/session', person));
    expect(asked).toMatchObject({ official: null, stay: null });
    expect((await door.get('/api/account')).status).toBe(401);
    const stepTwo = (step: string, answer: object) => door.post('/api/session/passkey', { step, answer });
    const wrong = key.sign({ challenge: 'anything' });
    expect(refusal(await stepTwo(asked.secondStep.step, wrong))).toEqual([403, 'passkey_refused']);
    const again = (await done(door.post('/api/session', person))).secondStep;
    const signed = key.sign(again.options, { knowsOwner: false });
    expect((await done(stepTwo(again.step, signed))).official).toMatchObject({ id });
    expect(refusal(await stepTwo(again.step, signed)), 'an answer is used up').toEqual([403, 'passkey_refused']);

    await age(visitor, 'proven_at', 16);
    const prove = async (options: { knowsOwner?: boolean; counter?: number }) => {
      const question = await done(visitor.post('/api/account/proof/question'));
      const answer = key.sign(question.options, options);
      return visitor.post('/api/account/proof/passkey', { step: question.step, answer });
    };
    expect(refusal(await prove({ knowsOwner: false })), 'alone it must know its owner').toEqual([
      403,
      'passkey_refused',
    ]);
    expect(refusal(await prove({ counter: 1 })), 'a copied key').toEqual([403, 'passkey_refused']);
    await done(prove({ counter: 9 }));
    await done(visitor.delete(`/api/passkeys/${registered.id}`));
    expect((await done(new Visitor(portal.app, {}, '10.9.1.3').post('/api/session', person))).official).toMatchObject({
      id,
    });
  });

  test('what one does about the own account is on record, without a secret', async () => {
    const { entries } = await done(official.get('/api/audit'));
    const acts = entries.map((entry: { act: string }) => entry.act);
    for (const act of ['password-changed', 'password-proven', 'passkey-proven', 'proof-refused', 'passkey-registered'])
      expect(acts).toContain(act);
    for (const act of ['session-ended', 'sessions-ended', 'invitation-taken-up', 'official-invited', 'official-reset'])
      expect(acts).toContain(act);
    expect(JSON.stringify(await portal.db.selectFrom('audit_entry').selectAll().execute())).not.toMatch(
      /つきひとつ|ことば/,
    );
  });
});
