import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { recoverAdministrator } from '../../../server/features/officials/invite-official.ts';
import { openTestDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { SoftPasskey } from '../../soft-passkey.ts';
import { type Answer, Visitor } from '../../visitor.ts';
import {
  administrator,
  createCommittee,
  createMeeting,
  createMember,
  done,
  issueKey,
  openLetter,
  setUpCity,
} from '../city.ts';

const password = 'あさのしごとは-みずやりから';

let database: Database;
let portal: TestApp;
let admin: Visitor;
let colleague: Visitor;
let committee: number;

beforeAll(async () => {
  database = await openTestDatabase();
  portal = await openTestApp(database, { idle: true });
  admin = await setUpCity(portal);
  committee = await createCommittee(admin);
  colleague = new Visitor(portal.app, {}, '10.7.0.1');
  const invited = { name: '鈴木　一郎', email: 'suzuki@example.jp', role: 'secretariat', committeeIds: [committee] };
  const { code } = await done(admin.post('/api/officials', invited));
  await done(colleague.post('/api/invitation/password', { code, password }));
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

const refusal = (answer: Answer) => [answer.status, answer.json().error?.code];
const demand = async (passkeysDemanded: boolean) => {
  const city = await done(admin.get('/api/city'));
  return admin.put('/api/city', { ...city, passkeysDemanded });
};
async function register(visitor: Visitor): Promise<{ key: SoftPasskey; id: number }> {
  const key = new SoftPasskey('http://localhost:3000');
  const { step, options } = await done(visitor.post('/api/account/passkeys/question'));
  const body = { step, name: '机のパソコン', answer: key.register(options) };
  return { key, id: (await done(visitor.post('/api/account/passkeys', body))).id };
}

test('it is demanded only by who has one, and just after showing who they are', async () => {
  expect(refusal(await demand(true))).toEqual([409, 'own_passkey_first']);
  await register(admin);
  await portal.db
    .updateTable('session')
    .set({ proven_at: new Date(Date.now() - 16 * 60_000) })
    .execute();
  await expect.poll(async () => refusal(await demand(true))).toEqual([403, 'proof_needed']);
  await done(admin.post('/api/account/proof', { password: administrator.password }));
  expect((await colleague.get(`/api/committees/${committee}`)).status).toBe(200);
  await done(demand(true));
  const { entries } = await done(admin.get('/api/audit?act=city-changed'));
  expect(entries[0].detail).toEqual({ passkeysDemanded: true });
});

test('who has none does nothing but register one, and is then in; the last one stays', async () => {
  const meeting = await createMeeting(admin, committee, '2024-07-01');
  for (const url of [`/api/committees/${committee}`, `/api/meetings/${meeting}`, '/api/search?words=x'])
    expect(refusal(await colleague.get(url)), url).toEqual([403, 'passkey_demanded']);
  expect(refusal(await colleague.post(`/api/committees/${committee}/members`, {}))).toEqual([403, 'passkey_demanded']);
  expect((await done(colleague.get('/api/account'))).needsPasskey).toBe(true);
  // a letter that is tried in the same browser opens as it does for its member
  const letter = await openLetter(
    portal,
    (await issueKey(portal, meeting, await createMember(admin, committee, '髙橋'))).key,
  );
  letter.cookies.set('kurabe_official', colleague.cookies.get('kurabe_official')!);
  expect(refusal(await letter.get(`/api/meetings/${meeting}`))).toEqual([409, 'not_published']);
  expect((await letter.get('/api/notes')).status).toBe(200);

  await done(colleague.post('/api/account/proof', { password }));
  const { id } = await register(colleague);
  expect((await colleague.get(`/api/committees/${committee}`)).status).toBe(200);
  expect((await done(colleague.get('/api/account'))).needsPasskey).toBe(false);
  expect(refusal(await colleague.delete(`/api/passkeys/${id}`))).toEqual([409, 'last_passkey']);
});

test('nobody is locked out: a reset and the recovery of the machine let in with a password alone, once, to register', async () => {
  const { officials } = await done(admin.get('/api/officials'));
  const { id } = officials.find((one: { email: string }) => one.email === 'suzuki@example.jp');
  const reset = await done(admin.post(`/api/officials/${id}/invitation`));
  const recovered = await recoverAdministrator({ ...portal, publicUrl: 'http://localhost:3000' }, administrator.email);
  for (const code of [reset.code, recovered!.code]) {
    const again = new Visitor(portal.app, {}, '10.7.0.2');
    await done(again.post('/api/invitation/password', { code, password: `${password}-${id}` }));
    expect(refusal(await again.get('/api/committees'))).toEqual([403, 'passkey_demanded']);
    await register(again);
    expect((await again.get('/api/committees')).status).toBe(200);
    admin = again;
  }
  await done(demand(false));
  expect((await done(admin.get('/api/city'))).passkeysDemanded).toBe(false);
});
