import { describe, expect, test } from 'vitest';
import { city, members } from '../../scripts/demo-city/city.ts';
import type { MemberVisit } from './member.ts';

/** What the portal printed while it was set up, filled and read. */
export function describeLog(visit: MemberVisit): void {
  describe('the log', () => {
    test('is JSON in one form, line by line, and tells neither names nor addresses nor keys', async () => {
      await visit.openScreen('desk');
      const refused = await visit.screen.page.request.get('/api/notes');
      expect(refused.status()).toBe(401);
      await expect.poll(() => visit.portal.log()).toContain('"refusal":"not_signed_in"');
      const log = visit.portal.log();
      const lines = log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      for (const { level, time, pid, msg } of lines)
        expect([typeof level, typeof time, typeof pid, typeof msg]).toEqual(['number', 'number', 'number', 'string']);
      const requests = lines.filter(({ msg }) => msg === 'request');
      expect(requests.length).toBeGreaterThan(100);
      for (const { reqId, method, route, status } of requests)
        expect([reqId, method, route, status]).toEqual([
          expect.any(String),
          expect.any(String),
          route === null ? null : expect.stringMatching(/^\//),
          expect.any(Number),
        ]);
      expect(requests.some(({ official }) => official === 1)).toBe(true);
      expect(requests.some(({ member }) => typeof member === 'number')).toBe(true);
      expect(requests.some(({ refusal }) => refusal === 'not_signed_in')).toBe(true);

      const { secretariat, member, coming } = visit.portal.links;
      const people = members.flatMap(({ name, reading, addressLines }) => [
        ...[name, ...name.split('　'), reading, ...addressLines],
      ]);
      const keys = [member, coming].flatMap(({ url, code }) => [url.split('/').at(-1)!, code, code.replace('-', '')]);
      const secrets = [
        ...people,
        ...keys,
        secretariat.email,
        secretariat.password,
        city.contact.email,
        city.sender.name,
      ];
      for (const secret of secrets.filter((word) => word.length > 1)) {
        expect(log, secret).not.toContain(secret);
        expect(log, secret).not.toContain(encodeURIComponent(secret));
      }
      expect(log).not.toMatch(/kurabe_(?:member|official)|set-cookie|authorization/i);
    });
  });
}
