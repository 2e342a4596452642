import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Member } from '../../../contract/committees.ts';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, createMember, done, setUpCity } from '../city.ts';

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
    const find = async (member: number): Promise<Member> =>
      (await done(official.get(`/api/committees/${committee}`))).members.find(({ id }: Member) => id === member);
    const termsOf = async (member: number) => (await find(member)).terms.map((term) => [term.termFrom, term.termTo]);
    const first = ['2024-04-01', '2026-03-31'];
    expect(await termsOf(now)).toEqual([first, ['2026-04-01', '2028-03-31']]);
    const undo = () => official.ask('DELETE', `/api/committees/${committee}/reappointment`);
    await done(undo());
    expect([await termsOf(now), await termsOf(lapsed)]).toEqual([[first], [['2020-04-01', '2022-03-31']]]);
    expect(await find(lapsed)).toMatchObject({ termFrom: '2020-04-01', termTo: '2022-03-31' });
    expect((await undo()).status).toBe(404);
    await done(ask([now]));
    const { terms: _, leftOn: __, hasNotices: ___, id: ____, ...held } = await find(now);
    await done(official.put(`/api/members/${now}`, { ...held, termFrom: '2024-05-01', termTo: '2028-03-30' }));
    expect(await termsOf(now)).toEqual([
      ['2024-05-01', '2026-03-31'],
      ['2026-04-01', '2028-03-30'],
    ]);
    expect((await undo()).json().error.code).toBe('changed_elsewhere');
  });

  test('the list is written as CSV in UTF-8 and in Shift_JIS, which refuses what it cannot write', async () => {
    const list = await createCommittee(official, '環境審議会');
    const address = '=あおば市髙台１－２〜３';
    const member = await createMember(official, list, '髙橋　花子', {
      kana: 'たかはし',
      postalCode: '123-4567',
      address,
      email: 'hanako@example.jp',
    });
    const path = `/api/committees/${list}/members.csv`;
    const utf8 = await official.get(path);
    expect(utf8.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = [
      '順,氏名,敬称,ふりがな,職,郵便番号,住所,メールアドレス,任期の初め,任期の終わり',
      "1,髙橋　花子,様,たかはし,委員,123-4567,'=あおば市髙台１－２〜３,hanako@example.jp,2020-04-01,2098-03-31",
    ];
    expect(utf8.text).toBe(`\u{feff}${lines.join('\r\n')}\r\n`);
    const shiftJis = await official.get(`${path}?encoding=shift_jis`);
    expect(shiftJis.headers['content-type']).toBe('text/csv; charset=shift_jis');
    expect(new TextDecoder('shift_jis').decode(shiftJis.bytes)).toBe(`${lines.join('\r\n')}\r\n`.replace('〜', '～'));
    const body = { name: '𠮷田　葛\u{e0100}', kana: '', position: '', postalCode: '', address: '' };
    await done(
      official.put(`/api/members/${member}`, { ...body, edition: 1, termFrom: '2020-04-01', termTo: '2030-03-31' }),
    );
    const refused = await official.get(`${path}?encoding=shift_jis`);
    expect([refused.status, refused.json().error.code]).toEqual([422, 'not_in_shift_jis']);
    expect(refused.json().error.message).toContain('𠮷');
    expect((await official.get(path)).text).toContain('𠮷田　葛\u{e0100}');
  });

  test('members stand in the order that was set, in lists and letters, with their honorific; those who come later follow', async () => {
    const list = await createCommittee(official, '福祉審議会');
    const ids: number[] = [];
    for (const name of ['一', '二', '三']) ids.push(await createMember(official, list, name));
    await done(official.put(`/api/committees/${list}/member-order`, { memberIds: [ids[2], ids[0], ids[1]] }));
    await createMember(official, list, '四', { honorific: '先生' });
    const named = async () => (await done(official.get(`/api/committees/${list}`))).members;
    expect((await named()).map(({ name, honorific }: Member) => name + honorific)).toEqual([
      '三様',
      '一様',
      '二様',
      '四先生',
    ]);
    const meeting = await createMeeting(official, list, '2024-07-01');
    const { rows } = await done(official.get(`/api/meetings/${meeting}/notices`));
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(['三', '一', '二', '四']);
    const other = await createCommittee(official, '環境委員会');
    const stranger = await official.put(`/api/committees/${other}/member-order`, { memberIds: [ids[0]] });
    expect([stranger.status, stranger.json().error.code]).toEqual([409, 'changed_elsewhere']);
  });

  test('of two officials at one member the second is refused, and nothing of the first is overwritten', async () => {
    const list = await createCommittee(official, '都市計画審議会');
    const id = await createMember(official, list, '髙橋　花子');
    const [{ leftOn: _, hasNotices: __, id: ___, ...held }] = (await done(official.get(`/api/committees/${list}`)))
      .members;
    await done(official.put(`/api/members/${id}`, { ...held, address: '転居先' }));
    const late = await official.put(`/api/members/${id}`, { ...held, position: '会長' });
    expect([late.status, late.json().error.code]).toEqual([409, 'changed_elsewhere']);
    const [stored] = (await done(official.get(`/api/committees/${list}`))).members;
    expect(stored).toMatchObject({ address: '転居先', position: '委員', edition: held.edition + 1 });
  });
});
