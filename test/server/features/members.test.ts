import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMember, done, setUpCity } from '../city.ts';

describeWithDatabase('members of a committee', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
  });
  afterAll(() => portal.close());

  test('members go on for another term in one act; after a gap a term begins anew', async () => {
    const add = (name: string, termFrom: string, termTo: string) =>
      createMember(official, committee, name, { termFrom, termTo });
    const now = await add('続く　一郎', '2024-04-01', '2026-03-31');
    const lapsed = await add('間　二郎', '2020-04-01', '2022-03-31');
    const other = await add('残る　三郎', '2024-04-01', '2026-03-31');
    const left = await add('去る　四郎', '2024-04-01', '2026-03-31');
    await done(official.ask('PUT', `/api/members/${left}/retirement`, {}));
    const next = { termFrom: '2026-04-01', termTo: '2028-03-31' };
    const ask = (memberIds: number[], term: object = next) =>
      official.post(`/api/committees/${committee}/reappointment`, { memberIds, ...term });
    expect((await ask([now, left])).json().error.code).toBe('changed_elsewhere');
    expect((await ask([now], { termFrom: '2028-04-01', termTo: '2026-03-31' })).status).toBe(400);
    expect((await official.post(`/api/committees/999/reappointment`, { memberIds: [now], ...next })).status).toBe(404);
    await done(ask([now, lapsed]));
    const { members } = await done(official.get(`/api/committees/${committee}`));
    const terms = Object.fromEntries(
      members.map(({ id, termFrom, termTo }: { id: number; termFrom: string; termTo: string }) => [
        id,
        [termFrom, termTo],
      ]),
    );
    expect(terms).toEqual({
      [now]: ['2024-04-01', '2028-03-31'],
      [lapsed]: ['2026-04-01', '2028-03-31'],
      [other]: ['2024-04-01', '2026-03-31'],
      [left]: ['2024-04-01', '2026-03-31'],
    });
  });

  test('the list is written as CSV in UTF-8 and in Shift_JIS, which refuses what it cannot write', async () => {
    const list = await createCommittee(official, '環境審議会');
    const address = '=あおば市髙台１－２〜３';
    const member = await createMember(official, list, '髙橋　花子', {
      kana: 'たかはし',
      postalCode: '123-4567',
      address,
    });
    const path = `/api/committees/${list}/members.csv`;
    const utf8 = await official.get(path);
    expect(utf8.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = [
      '氏名,ふりがな,職,郵便番号,住所,任期の初め,任期の終わり',
      "髙橋　花子,たかはし,委員,123-4567,'=あおば市髙台１－２〜３,2020-04-01,2098-03-31",
    ];
    expect(utf8.text).toBe(`\u{feff}${lines.join('\r\n')}\r\n`);
    const shiftJis = await official.get(`${path}?encoding=shift_jis`);
    expect(shiftJis.headers['content-type']).toBe('text/csv; charset=shift_jis');
    expect(new TextDecoder('shift_jis').decode(shiftJis.bytes)).toBe(`${lines.join('\r\n')}\r\n`.replace('〜', '～'));
    const body = { name: '𠮷田　葛\u{e0100}', kana: '', position: '', postalCode: '', address: '' };
    await done(official.put(`/api/members/${member}`, { ...body, termFrom: '2020-04-01', termTo: '2030-03-31' }));
    const refused = await official.get(`${path}?encoding=shift_jis`);
    expect([refused.status, refused.json().error.code]).toEqual([422, 'not_in_shift_jis']);
    expect(refused.json().error.message).toContain('𠮷');
    expect((await official.get(path)).text).toContain('𠮷田　葛\u{e0100}');
  });
});
