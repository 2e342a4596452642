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
    for (let attempt = 0; attempt < 62; attempt += 1)
      statuses.push((await visitor.post('/api/codes', { code: `0000000${attempt % 10}` })).status);
    expect(statuses).toEqual([...Array(60).fill(404), 429, 429]);
    const { code } = await issueKey(portal, meeting, member);
    expect((await visitor.post('/api/codes', { code })).json().error.code).toBe('too_many_attempts');
    const elsewhere = new Visitor(portal.app, {}, '10.0.2.2');
    for (let opening = 0; opening < 70; opening += 1)
      expect((await elsewhere.post('/api/codes', { code })).status, 'right ones are not counted').toBe(200);
  });

  test('limits are exact however many are tried at once, and hold for a second process and after a restart', async () => {
    const attempts = Array.from({ length: 90 }, (_, index) => {
      const body = { email: `crowd${index}@example.jp`, password: 'Password1' };
      return new Visitor(portal.app, {}, '10.0.5.1').post('/api/session', body);
    });
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30);
    const other = await openTestApp(database(), { idle: true });
    try {
      const there = new Visitor(other.app, {}, '10.0.5.1');
      expect((await there.post('/api/session', administrator)).status).toBe(429);
      const colleague = new Visitor(other.app, {}, '10.0.5.2');
      expect((await colleague.post('/api/session', administrator)).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  test('an IPv6 network is one, whichever of its addresses is used', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const visitor = new Visitor(portal.app, {}, `2001:db8:7:1::${attempt + 1}`);
      statuses.push((await visitor.post('/api/session', { ...administrator, password: 'wrong' })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const neighbour = new Visitor(portal.app, {}, '2001:db8:7:2::1');
    expect((await neighbour.post('/api/session', administrator)).status).toBe(200);
  });

  test('guessing at one account from many networks narrows the limits, and locks nobody out elsewhere', async () => {
    const guess = (network: string, times: number) =>
      Promise.all(
        Array.from({ length: times }, () =>
          new Visitor(portal.app, {}, network).post('/api/session', { ...administrator, password: 'wrong' }),
        ),
      );
    for (let network = 1; network <= 6; network += 1) await guess(`10.1.0.${network}`, 10);
    const late = await guess('10.1.1.1', 10);
    expect(late.filter(({ status }) => status === 401)).toHaveLength(3);
    const owner = new Visitor(portal.app, {}, '10.1.2.1');
    expect((await owner.post('/api/session', { ...administrator, password: 'mistyped' })).status).toBe(401);
    expect((await owner.post('/api/session', administrator)).status).toBe(200);
  });

  test('counts end with their window, and what they stand for cannot be read from them', async () => {
    const visitor = new Visitor(portal.app, {}, '10.0.6.1');
    const wrong = { ...administrator, password: 'wrong' };
    for (let attempt = 0; attempt < 10; attempt += 1) await visitor.post('/api/session', wrong);
    expect((await visitor.post('/api/session', administrator)).status).toBe(429);
    const rows = await portal.db.selectFrom('attempt').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/example|10\.0\.6/);
    await portal.db
      .updateTable('attempt')
      .set({ ends_at: new Date(Date.now() - 1000) })
      .execute();
    expect((await visitor.post('/api/session', administrator)).status).toBe(200);
    expect((await portal.db.selectFrom('attempt').selectAll().execute()).length).toBeLessThan(5);
  });

  test('a whole committee can scan its letters behind one address', async () => {
    const { key } = await issueKey(portal, meeting, member);
    for (let scan = 0; scan < 60; scan += 1) {
      const answer = await new Visitor(portal.app, {}, '10.0.3.1').get(`/M/${key}`);
      expect(answer.headers.location, `scan ${scan}`).toBe(`/meetings/${meeting}`);
    }
  });
});
