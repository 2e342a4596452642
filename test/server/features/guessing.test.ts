import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { administrator, createCommittee, createMeeting, createMember, issueKey, setUpCity } from '../city.ts';

describeWithDatabase('guessing', (database) => {
  let portal: TestApp;
  let meeting: number;
  let member: number;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    const official = await setUpCity(portal);
    const committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01');
    member = await createMember(official, committee, '髙橋　花子');
  });
  afterAll(() => portal.close());

  test('guessing is throttled for one address, also with other letters, and not for the rest of the office', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.0.2');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const email = attempt % 2 ? administrator.email : ` ${administrator.email.toUpperCase()}`;
      statuses.push((await visitor.post('/api/session', { email, password: `wrong ${attempt}` })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const refused = await visitor.post('/api/session', administrator);
    expect(refused.json().error).toMatchObject({ code: 'too_many_attempts' });
    const colleague = new Visitor(portal.app, {}, '10.0.0.3');
    expect((await colleague.post('/api/session', administrator)).status).toBe(200);
  });

  test('one address cannot try one password on everybody', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.0.4');
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 70 && !statuses.has(429); attempt += 1)
      statuses.add(
        (await visitor.post('/api/session', { email: `a${attempt}@example.jp`, password: 'Password1' })).status,
      );
    expect(statuses).toContain(429);
  });

  test('codes cannot be tried out', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.2.1');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 40; attempt += 1)
      statuses.push((await visitor.post('/api/codes', { code: `0000000${attempt % 10}` })).status);
    expect(statuses.at(0)).toBe(404);
    expect(statuses.at(-1)).toBe(429);
    expect((await visitor.post('/api/codes', { code: '00000000' })).json().error.code).toBe('too_many_attempts');
  });

  test('a whole committee can scan its letters behind one address', async () => {
    const { key } = await issueKey(portal, meeting, member);
    for (let scan = 0; scan < 60; scan += 1) {
      const answer = await new Visitor(portal.app, {}, '10.0.3.1').get(`/M/${key}`);
      expect(answer.headers.location, `scan ${scan}`).toBe(`/meetings/${meeting}`);
    }
  });
});
