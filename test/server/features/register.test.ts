import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Register, RegisterCell, RegisterRow } from '../../../contract/register.ts';
import { planAllReadings } from '../../../server/features/register/plan-readings.ts';
import { giveUpReading } from '../../../server/features/register/read-revision.ts';
import { describeWithDatabase } from '../../database.ts';
import { draw } from '../../domain/pages/drawn-page.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, createMember, done, issueKey, openLetter, setUpCity } from '../city.ts';

const header = '|№|取組名|担当課|目標値|実績値|進捗状況|効果額（千円）|';
const first = [
  header,
  '|1|市税収納率の向上|税務課|98.4％|98.5％|計画どおり|1,200|',
  '|2|広告収入の確保|広報課|40枠|31枠|遅れ|=1+1|',
].join('\n');
const second = [
  header,
  '|1|広告収入の確保|広報課|46枠|44枠|やや遅れ|1,850|',
  '|2|市税収納率の向上|税務課|98.6％|98.8％|Ａ|2,400|',
].join('\n');

describeWithDatabase('register', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let member: Visitor;
  let committee: number;
  let meetings: number[];
  const documents: number[] = [];

  beforeAll(async () => {
    portal = await openTestApp(database());
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    const person = await createMember(official, committee, '委員　花子');
    meetings = [
      await createMeeting(official, committee, '2022-11-01'),
      await createMeeting(official, committee, '2023-11-01'),
    ];
    documents.push(await insertPaper(meetings[0]!, first), await insertPaper(meetings[1]!, second));
    member = await openLetter(portal, (await issueKey(portal, meetings[1]!, person)).key);
  });
  afterAll(() => portal.close());

  /** A paper that is read as after its processing; the pages are drawn, and all that follows is the real thing. */
  async function insertPaper(meeting: number, text: string): Promise<number> {
    const { id } = await portal.db
      .insertInto('document')
      .values({
        ...{ meeting_id: meeting, agenda_item_id: null, series_id: await series(), kind: 'material' },
        ...{ number: '1', title: '進行管理', position: 0 },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertRevision(id, 1, text);
    return id;
  }

  async function series(): Promise<number> {
    const known = await portal.db.selectFrom('series').select('id').executeTakeFirst();
    if (known) return known.id;
    const values = { committee_id: committee, title: '進行管理' };
    return (await portal.db.insertInto('series').values(values).returning('id').executeTakeFirstOrThrow()).id;
  }

  async function insertRevision(document: number, number: number, text: string, published = true): Promise<void> {
    const { pages } = draw(text, { width: 1200, height: 842 });
    const content = await portal.files.put(gzipSync(JSON.stringify(pages[0])));
    const { id } = await portal.db
      .insertInto('revision')
      .values({
        ...{ document_id: document, number, sha256: content.sha256, file_name: 'a.pdf', byte_size: 1 },
        ...{ state: 'ready', failure: null, page_count: 1, uploaded_by: null },
        published_at: published ? new Date() : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await portal.db
      .insertInto('page')
      .values({
        ...{ revision_id: id, number: 1, width: 1200, height: 842, label: '12', scanned: false, text: '', lines: '[]' },
        ...{ content_sha256: content.sha256, large_sha256: content.sha256, small_sha256: content.sha256 },
      })
      .execute();
    await portal.db.updateTable('meeting').set({ published_at: new Date() }).execute();
    await planAllReadings(portal.db, portal.enqueue);
    await vi.waitFor(async () => expect((await read()).waiting).toBe(0), { timeout: 20_000, interval: 50 });
  }

  const read = async (visitor = official): Promise<Register> =>
    done(visitor.get(`/api/committees/${committee}/register`));
  const correct = (input: object) => official.post(`/api/committees/${committee}/register-corrections`, input);
  const rowOf = ({ rows }: Register, name: string): RegisterRow => rows.find((row) => row.name === name)!;
  const placeOf = async (name: string, year: number) => rowOf(await read(), name).cells[year]!.place;
  const show = (cell: RegisterCell | null) =>
    cell && [cell.number, cell.target?.text, cell.result?.text, cell.state?.kind, cell.effect?.value].join(' ');

  test('a row an initiative, a column a year, whatever its number; each value with its place', async () => {
    const register = await read(member);
    expect(register).toMatchObject({ years: [2023, 2022], waiting: 0, failed: [], editable: false, corrections: [] });
    expect(register.rows.map(({ number, name, cells }) => [number, name, ...cells.map(show)])).toEqual([
      ['1', '広告収入の確保', '1 46枠 44枠 late 1850', '2 40枠 31枠 late '],
      ['2', '市税収納率の向上', '2 98.6％ 98.8％ on-plan 2400', '1 98.4％ 98.5％ on-plan 1200'],
    ]);
    const { result, state, effect } = rowOf(register, '市税収納率の向上').cells[0]!;
    expect(result).toMatchObject({ value: 98.8, unit: '%', page: 1, pageLabel: '12', doubts: [], correctionId: null });
    expect(effect).toMatchObject({ value: 2400, unit: '千円' });
    // the paper does not say what its letters mean
    expect(state).toMatchObject({ text: 'Ａ', doubts: ['mark'] });
    expect((await done(member.get(`/api/meetings/${meetings[1]}`))).hasRegister).toBe(true);
  });

  test('as CSV for a spreadsheet, which runs nothing of it', async () => {
    const place = await placeOf('広告収入の確保', 1);
    await done(correct({ kind: 'values', place, values: [{ field: 'name', text: '=HYPERLINK("x")' }] }));
    const answer = await member.get(`/api/committees/${committee}/register.csv`);
    expect(answer.headers['content-type']).toContain('text/csv');
    const [head, ...lines] = answer.text.split('\r\n');
    expect(head).toMatch(/^\uFEFF番号,取組,担当,令和５年度 番号,/u);
    expect(lines.find((line) => line.includes('市税'))).toMatch(
      /^2,市税収納率の向上,税務課,2,,98.6,%,98.8,%,Ａ,2400,千円,/,
    );
    expect(answer.text).toContain(`"'=HYPERLINK(""x"")"`);
    const { corrections } = await read();
    await done(official.delete(`/api/register-corrections/${corrections[0]!.id}`));
  });

  test('a value that a person set is shown as theirs, and can be taken back', async () => {
    const place = await placeOf('市税収納率の向上', 0);
    const values = [
      { field: 'result', text: '98.9％' },
      { field: 'state', text: 'Ａ', stateKind: 'done' },
      { field: 'effect', text: '' },
    ];
    const register: Register = await done(correct({ kind: 'values', place, values }));
    const cell = rowOf(register, '市税収納率の向上').cells[0]!;
    expect(show(cell)).toBe('2 98.6％ 98.9％ done ');
    expect(cell.result).toMatchObject({ value: 98.9, unit: '%', doubts: [] });
    expect(cell.corrected.map(({ field, changed }) => [field, changed])).toEqual([
      ['result', true],
      ['state', true],
      ['effect', true],
    ]);
    expect(cell.unsure).toBe(false);
    expect(rowOf(await read(member), '市税収納率の向上').cells[0]!.result?.text).toBe('98.9％');
    await done(correct({ kind: 'values', place, values: [{ field: 'result', text: '99％' }] }));
    expect(rowOf(await read(), '市税収納率の向上').cells[0]!.result?.text).toBe('99％');
    await done(official.delete(`/api/register-corrections/${(await read()).corrections[0]!.id}`));
    expect(rowOf(await read(), '市税収納率の向上').cells[0]!.result?.text).toBe('98.9％');
    for (const { id } of (await read()).corrections) await done(official.delete(`/api/register-corrections/${id}`));
    expect(show(rowOf(await read(), '市税収納率の向上').cells[0]!)).toBe('2 98.6％ 98.8％ on-plan 2400');
    expect((await official.delete(`/api/register-corrections/${cell.corrected[0]!.correctionId}`)).status).toBe(404);
  });

  test('two rows are one initiative, or are not; what is none is hidden; the newest word holds', async () => {
    const place = await placeOf('市税収納率の向上', 0);
    const other = await placeOf('市税収納率の向上', 1);
    const parted: Register = await done(correct({ kind: 'different', place, others: [other] }));
    expect(parted.rows).toHaveLength(3);
    const joined: Register = await done(correct({ kind: 'same', place, other }));
    expect(joined.rows).toHaveLength(2);
    expect(joined.corrections.map(({ kind, fits }) => [kind, fits])).toEqual([['same', true]]);
    const hidden: Register = await done(correct({ kind: 'hidden', places: [place, other] }));
    expect(hidden.rows.map(({ name }) => name)).toEqual(['広告収入の確保']);
    for (const { id } of hidden.corrections) await done(official.delete(`/api/register-corrections/${id}`));
    expect((await read()).rows).toHaveLength(2);
    const twice = await correct({ kind: 'same', place, other: await placeOf('広告収入の確保', 0) });
    expect(twice.status).toBe(400);
  });

  test('a correction stays when the paper is replaced, and is told where it fits no more', async () => {
    const place = await placeOf('広告収入の確保', 0);
    await done(correct({ kind: 'values', place, values: [{ field: 'target', text: '50枠' }] }));
    const third = second.replace('|1|広告', '|7|広告').replace('44枠', '45枠');
    await insertRevision(documents[1]!, 2, third, false);
    expect(show(rowOf(await read(), '広告収入の確保').cells[0]!)).toBe('7 50枠 45枠 late 1850');
    // members see the published one until the replacement is published
    expect(show(rowOf(await read(member), '広告収入の確保').cells[0]!)).toBe('1 50枠 44枠 late 1850');
    await insertRevision(documents[1]!, 3, second.replace(/.*広告.*\n/u, ''));
    const register = await read();
    expect(rowOf(register, '広告収入の確保').cells.map(show)).toEqual([null, '2 40枠 31枠 late ']);
    expect(register.corrections).toMatchObject([{ field: 'target', text: '50枠', fits: false }]);
  });

  test('a paper that cannot be read is named, and the others are there', async () => {
    const { id } = await portal.db
      .selectFrom('revision')
      .select('id')
      .where('document_id', '=', documents[1]!)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow();
    await portal.db
      .updateTable('initiative_reading')
      .set({ reader_version: 0, read_at: null, state: 'processing', initiatives: '[]' })
      .where('revision_id', '=', id)
      .execute();
    expect((await read()).waiting).toBe(1);
    await giveUpReading(portal.db, { revisionId: id });
    expect(await read()).toMatchObject({ waiting: 0, failed: ['資料１　進行管理'] });
    expect((await read()).rows).toHaveLength(2);
    // a restart tries it again
    await planAllReadings(portal.db, portal.enqueue);
    const isRead = async () => expect(await read()).toMatchObject({ waiting: 0, failed: [] });
    await vi.waitFor(isRead, { timeout: 20_000, interval: 50 });
  });
});
