import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, createMember, done, setUpCity, upload } from '../city.ts';
import { qrText, withPdf } from '../print/drawn-pdf.ts';

interface Letter {
  text: string;
  key: string;
  code: string;
}

describeWithDatabase('notices', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;
  const members: Record<string, number> = {};
  const input = {
    memberIds: null,
    documentNumber: 'あ行第12号',
    issuedOn: '2024-06-01',
    note: '',
    revokeEarlier: false,
  };

  beforeAll(async () => {
    portal = await openTestApp(database(), { publicUrl: 'https://kurabe.example.jp', idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2024-07-01', { agenda: [{ title: '進捗について' }] });
    await upload(official, meeting, '資料１ 進行管理.pdf', makePaper(1));
    await done(official.post(`/api/meetings/${meeting}/publication`));
    for (const name of ['髙橋　花子', '﨑山　𠮷男', '前任　一郎'])
      members[name] = await createMember(official, committee, name);
    members['後任　二郎'] = await createMember(official, committee, '後任　二郎', { termFrom: '2024-08-01' });
    await done(official.put(`/api/members/${members['前任　一郎']}/retirement`, {}));
  });
  afterAll(() => portal.close());

  const issue = (changes: object = {}) => official.post(`/api/meetings/${meeting}/notices`, { ...input, ...changes });
  const rows = async () => (await done(official.get(`/api/meetings/${meeting}/notices`))).rows;
  const count = async () => (await portal.db.selectFrom('notice').selectAll().execute()).length;

  /** What the letters say, page by page, by looking at them. */
  async function read(pdf: Buffer): Promise<Letter[]> {
    return withPdf(pdf, async (pages) => {
      const letters: Letter[] = [];
      for (let index = 0; index < pages.pageCount; index += 1) {
        const text = pages.text(index);
        const [found] = await pages.codes(index);
        const key = /^HTTPS:\/\/KURABE\.EXAMPLE\.JP\/M\/([0-9A-Z]{16})$/.exec(found?.text ?? '')?.[1] ?? 'no code';
        const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? 'no typed code';
        letters.push({ text, key, code });
      }
      return letters;
    });
  }

  test('one letter a page for those who are on the committee that day; each opens its own meeting', async () => {
    const answer = await issue();
    expect([answer.status, answer.headers['content-type']], answer.text.slice(0, 300)).toEqual([
      200,
      'application/pdf',
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
    const letters = await read(answer.bytes);
    expect(letters).toHaveLength(2);
    expect(new Set(letters.flatMap(({ key, code }) => [key, code])).size).toBe(4);
    for (const [index, name] of ['髙橋　花子', '﨑山　𠮷男'].entries()) {
      const { text, key, code } = letters[index]!;
      expect(text).toContain(name);
      expect(text.replaceAll(/\s/g, '')).toContain(key);
      const byLink = new Visitor(portal.app);
      expect((await byLink.get(`/M/${key}`)).headers.location).toBe(`/meetings/${meeting}`);
      expect((await done(byLink.get('/api/session'))).member).toMatchObject({ id: members[name], name });
      expect((await done(byLink.get(`/api/meetings/${meeting}`))).documents).toHaveLength(1);
      const byCode = new Visitor(portal.app);
      expect(await done(byCode.post('/api/codes', { code }))).toEqual({ meetingId: meeting });
    }
    const stored = JSON.stringify(await portal.db.selectFrom('notice').selectAll().execute());
    for (const { key, code } of letters) {
      expect(stored).not.toContain(key);
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replace('-', ''));
    }
    const listed = await rows();
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(['髙橋　花子', '﨑山　𠮷男']);
    expect(listed[0].notices[0]).toMatchObject({ firstOpenedAt: expect.any(String), revokedAt: null });
  });

  test('a letter is looked at before any is issued, and the list says what it would lack', async () => {
    const words = { documentNumber: '', issuedOn: '2024-06-01', note: '' };
    const before = await count();
    const memberId = members['髙橋　花子']!;
    const drawn = await official.post(`/api/meetings/${meeting}/notices/specimen`, { ...words, memberId });
    expect([drawn.status, drawn.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(drawn.text.slice(0, 4)).toBe('<svg');
    expect(await count()).toBe(before);
    const stranger = await official.post(`/api/meetings/${meeting}/notices/specimen`, { ...words, memberId: 999999 });
    expect(stranger.json().error.code).toBe('no_members');
    const { lacks } = await done(official.get(`/api/meetings/${meeting}/notices`));
    expect(lacks).toContain('sender');
  });

  test('one letter alone; the earlier one serves on, or is revoked with it', async () => {
    const alone = async (changes: object) => {
      const letters = await read((await issue({ memberIds: [members['髙橋　花子']], ...changes })).bytes);
      expect(letters).toHaveLength(1);
      return letters[0]!;
    };
    const location = async (key: string) => (await new Visitor(portal.app).get(`/M/${key}`)).headers.location;
    const first = await alone({});
    const second = await alone({});
    expect(await location(first.key)).toBe(`/meetings/${meeting}`);
    const session = new Visitor(portal.app);
    await session.get(`/M/${first.key}`);
    const third = await alone({ revokeEarlier: true });
    for (const { key } of [first, second]) expect(await location(key)).toBe(`/key/revoked?committee=${committee}`);
    expect((await session.get(`/api/meetings/${meeting}`)).status).toBe(401);
    expect(await location(third.key)).toBe(`/meetings/${meeting}`);

    const [row] = await rows();
    const other = (await rows())[1].notices[0];
    expect(other.revokedAt).toBeNull();
    const revoke = () => official.post(`/api/notices/${row.notices[0].id}/revocation`);
    expect((await revoke()).status).toBe(200);
    expect(await location(third.key)).toBe(`/key/revoked?committee=${committee}`);
    expect((await new Visitor(portal.app).get(`/api/committees/${committee}/contact`)).json()).toMatchObject({
      phone: '000-000-0000',
    });
  });

  test('those who are not on the committee that day get none, and no key', async () => {
    const before = await count();
    for (const ids of [[members['前任　一郎']], [members['後任　二郎']], [999_999], [members['髙橋　花子'], 999_999]]) {
      const answer = await issue({ memberIds: ids });
      expect([answer.status, answer.json().error.code], `${ids}`).toEqual([409, 'no_members']);
    }
    expect((await issue({ memberIds: [] })).status).toBe(400);
    expect((await issue({ issuedOn: '2024-02-31' })).status).toBe(400);
    const elsewhere = await createMeeting(official, await createCommittee(official, '別の会'), '2024-07-01');
    expect((await official.post(`/api/meetings/${elsewhere}/notices`, input)).json().error.code).toBe('no_members');
    expect(await count()).toBe(before);
    const twice = await issue({ memberIds: [members['髙橋　花子'], members['髙橋　花子']] });
    expect(await read(twice.bytes)).toHaveLength(1);
  });

  test('a committee has sentences of its own, filled in for each meeting; a field that there is not is refused', async () => {
    const path = `/api/committees/${committee}/letter-sentences`;
    const wrong = await official.put(path, { greeting: '', body: '{会義}を開催します。', edition: 1 });
    expect([wrong.status, wrong.json().error.message]).toEqual([400, expect.stringContaining('{会義}')]);
    await done(
      official.put(path, {
        greeting: '日頃から厚く御礼申し上げます。',
        body: '{会議体}を{開催日}に開きます。',
        edition: 1,
      }),
    );
    const [letter] = await read((await issue({ memberIds: [members['髙橋　花子']] })).bytes);
    const text = letter!.text.replace(/\s/g, '');
    expect(text).toContain('日頃から厚く御礼申し上げます。');
    expect(text).toContain('行財政改革懇談会を令和６年７月１日（月）に開きます。');
    await done(official.put(path, { greeting: '', body: '', edition: 2 }));
  });

  test('a member is sent the same link as text; it opens as a letter does, and is revoked as one', async () => {
    const path = `/api/meetings/${meeting}/notices/message`;
    const memberId = members['髙橋　花子']!;
    const message = await done(official.post(path, { memberId }));
    expect(message.text).toContain('髙橋　花子様');
    expect(message.text).toContain(`\n${message.link}\n`);
    const key = /^https:\/\/kurabe\.example\.jp\/M\/([0-9A-Z]{16})$/.exec(message.link)?.[1];
    expect(await qrText(message.qr)).toBe(message.link.toUpperCase());
    const reader = new Visitor(portal.app);
    expect((await reader.get(`/M/${key}`)).headers.location).toBe(`/meetings/${meeting}`);
    const code = /コード　([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(message.text)?.[1];
    expect(await done(new Visitor(portal.app).post('/api/codes', { code }))).toEqual({ meetingId: meeting });
    const [{ notices }] = (await rows()).filter((row: { memberId: number }) => row.memberId === memberId);
    await done(official.post(`/api/notices/${notices[0].id}/revocation`));
    expect((await reader.get(`/api/meetings/${meeting}`)).status).toBe(401);
    const elsewhere = await official.post(path, { memberId: members['後任　二郎'] });
    expect(elsewhere.json().error.code).toBe('no_members');
  });

  test('all are sent theirs at once by a table: a row a member, with the link that opens for them alone', async () => {
    const answer = await official.post(`/api/meetings/${meeting}/notices/messages`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const links = [...answer.text.matchAll(/,https:\/\/kurabe\.example\.jp(\/M\/[0-9A-Z]{16}),/g)].map(
      ([, path = '']) => path,
    );
    expect(links).toHaveLength((await rows()).length);
    const names = await Promise.all(
      links.map(async (path) => {
        const reader = new Visitor(portal.app);
        await reader.get(path);
        return (await done(reader.get('/api/session'))).member.name;
      }),
    );
    expect(names).toEqual((await rows()).map(({ name }: { name: string }) => name));
  });

  test('what a hall is shown holds no key: who has no session is asked for a code', async () => {
    const wall = await done(official.get(`/api/meetings/${meeting}/wall`));
    expect(wall.address).toBe(`https://kurabe.example.jp/meetings/${meeting}`);
    expect(await qrText(wall.qr)).toBe(wall.address);
    expect((await new Visitor(portal.app).get(`/api/meetings/${meeting}`)).status).toBe(401);
  });

  test('a sheet of help goes with the letters: one page that says where to type the code and whom to ask', async () => {
    const answer = await official.get(`/api/meetings/${meeting}/help-sheet.pdf`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    await withPdf(answer.bytes, async (pages) => {
      expect(pages.pageCount).toBe(1);
      const text = pages.text(0).replace(/\s/g, '');
      for (const words of ['https://kurabe.example.jp', '行財政改革懇談会', '電話']) expect(text).toContain(words);
    });
  });

  test('letters are printed in the order that was asked for', async () => {
    const ids = [members['﨑山　𠮷男'], members['髙橋　花子']];
    const letters = await read((await issue({ memberIds: ids })).bytes);
    expect(letters.map(({ text }) => /花子/.test(text))).toEqual([false, true]);
  });

  test('what cannot be printed is named, and no key is issued', async () => {
    const before = await count();
    const gaiji = await createMember(official, committee, '外字　\ue000子');
    const answer = await issue({ memberIds: [gaiji] });
    expect([answer.status, answer.json().error.code]).toEqual([422, 'unprintable_text']);
    expect(answer.json().error.message).toContain('外字');
    expect(answer.json().error.message).toContain('U+E000');
    expect(await count()).toBe(before);
    // only this member's letter waits
    const waiting = (await rows()).filter(({ unprintable }: { unprintable: string }) => unprintable !== '');
    expect(waiting).toMatchObject([{ memberId: gaiji, unprintable: expect.stringContaining('U+E000') }]);
    const others = await issue();
    expect(await read(others.bytes)).toHaveLength((await rows()).length - 1);
    await done(official.put(`/api/members/${gaiji}/retirement`, {}));
    const since = await count();

    const city = await done(official.get('/api/city'));
    const { edition } = await done(
      official.put('/api/city', { ...city, window: { left: 20, top: 12, width: 45, height: 15 } }),
    );
    const far = await createMember(official, committee, '遠方　三郎', { address: '青葉県あおば市'.repeat(20) });
    const tooLong = await issue({ memberIds: [far] });
    expect([tooLong.status, tooLong.json().error.code]).toEqual([422, 'address_too_long']);
    expect(tooLong.json().error.message).toContain('遠方');
    expect(await count()).toBe(since);
    await done(official.put('/api/city', { ...city, edition }));
    await done(official.put(`/api/members/${far}/retirement`, {}));
  });

  test('whatever the city’s settings and the texts are, the answer is a letter or a sentence', async () => {
    const city = await done(official.get('/api/city'));
    const windows = [
      { left: 0, top: 0, width: 0, height: 0 },
      { left: 235, top: 235, width: 235, height: 235 },
    ];
    let { edition } = city;
    for (const window of windows) {
      edition = (await done(official.put('/api/city', { ...city, window, edition }))).edition;
      const answer = await issue({ memberIds: [members['髙橋　花子']] });
      expect([200, 422], answer.text.slice(0, 300)).toContain(answer.status);
    }
    await done(official.put('/api/city', { ...city, edition }));
    const nasty = '#panic("x") $1$ <a> \\ *_` // /* */ @x "\'';
    const letters = await read((await issue({ memberIds: [members['髙橋　花子']], note: nasty })).bytes);
    expect(letters[0]!.text).toContain('#panic(');
  });

  test('a member who gets no address still gets a letter', async () => {
    const nowhere = await createMember(official, committee, '手渡　四郎', { address: '', postalCode: '' });
    expect(await read((await issue({ memberIds: [nowhere] })).bytes)).toHaveLength(1);
    expect((await rows()).find(({ memberId }: { memberId: number }) => memberId === nowhere).addressed).toBe(false);
  });
});
