import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, createMember, done, issueKey, setUpCity, upload } from '../city.ts';

describeWithDatabase('committees', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;

  beforeAll(async () => {
    portal = await openTestApp(database(), { publicUrl: 'https://kurabe.example.jp', idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01');
    await upload(official, meeting, '資料１ 進行管理.pdf', makePaper(1));
  });
  afterAll(() => portal.close());

  const memberOf = async (id: number) =>
    (await done(official.get(`/api/committees/${committee}`))).members.find((one: { id: number }) => one.id === id);
  const open = async (key: string) => (await new Visitor(portal.app).get(`/M/${key}`)).headers.location;

  test('a retirement shuts the letters; undone, the same letters open, save one made void by itself', async () => {
    const id = await createMember(official, committee, '退任　一郎');
    const sent = await issueKey(portal, meeting, id);
    const voided = await issueKey(portal, meeting, id, { revoked_at: '2024-01-01T00:00:00Z' });
    const before = await open(sent.key);
    expect(before).not.toMatch(/revoked/);
    await done(official.put(`/api/members/${id}/retirement`, {}));
    expect((await memberOf(id)).leftOn).not.toBeNull();
    expect(await open(sent.key)).toBe(`/key/revoked?committee=${committee}`);
    expect((await official.put(`/api/members/${id}/retirement`, {})).status).toBe(404);
    await done(official.delete(`/api/members/${id}/retirement`));
    expect((await memberOf(id)).leftOn).toBeNull();
    expect(await open(sent.key)).toBe(before);
    expect(await open(voided.key)).toBe(`/key/revoked?committee=${committee}`);
    expect((await official.delete(`/api/members/${id}/retirement`)).status).toBe(404);
  });

  test('a mistyped member is deleted while no letter was issued; after that the refusal names the letters', async () => {
    const mistyped = await createMember(official, committee, '誤字　一郎');
    expect((await memberOf(mistyped)).hasNotices).toBe(false);
    await done(official.delete(`/api/members/${mistyped}`));
    expect(await memberOf(mistyped)).toBeUndefined();
    const kept = await createMember(official, committee, '通知　二郎');
    await issueKey(portal, meeting, kept);
    const refused = await official.delete(`/api/members/${kept}`);
    expect([refused.status, refused.json().error.code]).toEqual([409, 'in_use']);
    expect(refused.json().error.message).toContain('発行した通知 1通');
    expect((await memberOf(kept)).hasNotices).toBe(true);
  });

  test('a mistyped meeting goes with its agenda while it has no paper and no letter', async () => {
    const mistyped = await createMeeting(official, committee, '2024-08-01');
    const one = await done(official.get(`/api/meetings/${mistyped}`));
    const agenda = [{ title: '開会', mark: '', level: 0 }];
    const { title, heldOn, startsAt, endsAt, place } = one;
    await done(
      official.put(`/api/meetings/${mistyped}`, { title, heldOn, startsAt, endsAt, place, agenda, edition: 1 }),
    );
    await done(official.delete(`/api/meetings/${mistyped}`));
    expect((await official.get(`/api/meetings/${mistyped}`)).status).toBe(404);
    const refused = await official.delete(`/api/meetings/${meeting}`);
    expect([refused.status, refused.json().error.code]).toEqual([409, 'in_use']);
    expect(refused.json().error.message).toContain('資料 1件');
    const promised = await createMeeting(official, committee, '2024-09-01');
    await issueKey(portal, promised, await createMember(official, committee, '通知　三郎'));
    expect((await official.delete(`/api/meetings/${promised}`)).json().error.message).toContain('通知 1通');
  });

  test('a mistyped committee goes with its members while it has no meeting', async () => {
    const mistyped = await createCommittee(official);
    await createMember(official, mistyped, '誤字　二郎');
    const refused = await official.delete(`/api/committees/${committee}`);
    expect([refused.status, refused.json().error.code]).toEqual([409, 'in_use']);
    await done(official.delete(`/api/committees/${mistyped}`));
    expect((await official.get(`/api/committees/${mistyped}`)).status).toBe(404);
  });
});
