import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change, Hindrances } from '../../../contract/comparisons.ts';
import { comparisonVersion } from '../../../domain/pages/comparison/comparison-version.ts';
import { isSure } from '../../../domain/pages/comparison/doubt.ts';
import { printMadePaper } from '../../../scripts/bench/print-made-paper.ts';
import { planAllComparisons } from '../../../server/features/comparisons/plan-comparisons.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createMeeting, done, untilSettled, upload } from '../city.ts';
import { type ComparedPapers, paperName, setUpComparedPapers } from '../compared-papers.ts';
import { makePdf } from '../pdf/make-pdf.ts';

describeWithDatabase('comparisons', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let older: number;
  let newer: number;
  let ask: ComparedPapers['ask'];
  let untilReady: ComparedPapers['untilReady'];
  let linesOf: ComparedPapers['linesOf'];

  beforeAll(async () => {
    portal = await openTestApp(database());
    ({ official, committee, older, newer, ask, untilReady, linesOf } = await setUpComparedPapers(portal));
  }, 60_000);
  afterAll(() => portal.close());

  test('a row of this year stands beside the same row of last year, with the difference', async () => {
    const comparison = await untilReady();
    expect(comparison).toMatchObject({ older: { fiscalYear: 2022 }, newer: { fiscalYear: 2023 }, editable: true });
    expect(comparison.pages.map((pair) => [pair.older, pair.newer])).toEqual(
      expect.arrayContaining([
        [2, 2],
        [3, 3],
        [4, 4],
      ]),
    );
    const rows = (await linesOf(comparison.id, 'newer', 3)).filter(({ values }) => values.length === 3);
    const paired = rows.filter(({ other }) => other);
    expect(paired.length).toBeGreaterThan(15);
    for (const { place, other, values } of paired) {
      expect(other!.label.replace(/^\d+\./, '')).toBe(place.label.replace(/^\d+\./, ''));
      for (const value of values) {
        expect(value.difference).toBe(value.newer!.value - value.older!.value);
        expect(value.newer!.unit).toBe('千円');
      }
    }
    const { meetingId } = await done(official.get(`/api/documents/${newer}`));
    const { documents } = await done(official.get(`/api/meetings/${meetingId}`));
    expect(documents[0].counterpart).toEqual({ documentId: older, fiscalYear: 2022, compared: 'ready' });
    const alone = rows.find((row) => !row.other)!;
    expect(alone.nearest!.page).toBeGreaterThan(1);
    const mirrored = await linesOf(comparison.id, 'older', paired[0]!.other!.page);
    expect(mirrored.find(({ place }) => place.label === paired[0]!.other!.label)?.other).toEqual(paired[0]!.place);
  });

  test('the changes are listed, and the CSV says the same', async () => {
    const { id, counts } = await untilReady();
    const { changes } = (await done(official.get(`/api/comparisons/${id}/changes`))) as { changes: Change[] };
    expect(changes.filter(({ kind }) => kind === 'changed')).toHaveLength(counts.changed);
    expect(counts.changed).toBeGreaterThan(100);
    expect(counts.added).toBeGreaterThan(0);
    expect(counts.removed).toBeGreaterThan(0);
    const csv = await official.get(`/api/comparisons/${id}/changes.csv`);
    expect(csv.headers['content-disposition']).toContain("attachment; filename*=UTF-8''");
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = csv.text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(changes.length + 1);
    expect(rows[0]).toContain('令和４年度の値');
    const doubtful = changes.filter(({ older, newer, confidence }) => older && newer && !isSure(confidence));
    expect(rows.filter((row) => row.endsWith('要確認'))).toHaveLength(doubtful.length);
  });

  test('a paper with last year in its tables, for Excel and to be printed', async () => {
    const { id } = await untilReady();
    const row = (await linesOf(id, 'newer', 3)).find(({ other, values }) => other && values.length === 3)!;
    const { older: before, newer: after, difference } = row.values[0]!;
    const workbook = await official.get(`/api/comparisons/${id}/tables.xlsx?page=3`);
    expect(workbook.headers['content-type']).toContain('spreadsheetml.sheet');
    const sheet = strFromU8(unzipSync(workbook.bytes)['xl/worksheets/sheet1.xml']!);
    const numbers = [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, number]) => Number(number));
    const at = numbers.findIndex(
      (_, i) => numbers[i] === before!.value && numbers[i + 1] === after!.value && numbers[i + 2] === difference,
    );
    expect(at, 'last year, this year and the difference side by side').toBeGreaterThan(0);

    const pdf = await official.get(`/api/comparisons/${id}/tables.pdf?page=3&table=0`);
    const printed = await wordsOf(pdf.bytes);
    expect(printed).toContain(row.place.label.replaceAll(/\s/g, ''));
    expect(printed).toContain('令和４年度と令和５年度を並べた表');
    expect(printed).toContain(`${after!.value.toLocaleString()}千円`);
  });

  test('numbers that could not be read are told with their places, and stand at the end of the CSV', async () => {
    const paper = (number: string) => makePdf({ pages: [{ content: `BT /F1 12 Tf 400 500 Td (${number}) Tj ET` }] });
    const [first, second] = [
      await createMeeting(official, committee, '2022-07-01'),
      await createMeeting(official, committee, '2023-07-01'),
    ];
    const file = '資料２　収入.pdf';
    const before = (await upload(official, first, file, paper('77'))).documentId;
    const after = (await upload(official, second, file, paper('78'))).documentId;
    for (const id of [before, after]) await untilSettled(official, id);
    const { id } = await untilReady({ otherDocumentId: before }, after);
    const { unread } = await done(official.get(`/api/comparisons/${id}/changes`));
    const page = (text: string) => ({
      ...{ page: 1, pageLabel: null, printed: 1 },
      numbers: [{ text, box: expect.any(Array) }],
    });
    expect(unread).toEqual([
      { side: 'newer', ...page('78') },
      { side: 'older', ...page('77') },
    ]);
    const rows = (await official.get(`/api/comparisons/${id}/changes.csv`)).text.trimEnd().split('\r\n');
    expect(rows.slice(-2)).toEqual([
      '読み取れなかった,,,,,,,,1,,78,,,,,要確認',
      '読み取れなかった,,,,1,,77,,,,,,,,,要確認',
    ]);
  });

  test('a row over the years has a value for each paper of its series', async () => {
    const { id } = await untilReady();
    const row = (await linesOf(id, 'newer', 3)).find(({ other, values }) => other && values.length === 3)!;
    const years = await done(official.get(`/api/documents/${newer}/line-years?page=3&line=${row.index}`));
    expect(years).toMatchObject({ label: row.place.label, complete: true });
    expect(years.columns[0].values.map((value: { fiscalYear: number }) => value.fiscalYear)).toEqual([2022, 2023]);
    expect(years.columns[0].values.map((value: { value: number }) => value.value)).toEqual([
      row.values[0]!.older!.value,
      row.values[0]!.newer!.value,
    ]);
  });

  test('what hinders comparing is listed; an official leaves it so, on record, whatever is computed anew, and takes that back', async () => {
    const { id } = await untilReady();
    const list = async () => (await done(official.get(`/api/comparisons/${id}/hindrances`))) as Hindrances;
    const { ready, hindrances } = await list();
    expect(ready).toBe(true);
    const gone = hindrances.find(({ kind }) => kind === 'gone')!;
    expect(gone).toMatchObject({ newer: null, older: { text: gone.path.at(-1) }, acknowledged: null });

    const say = (acknowledged: boolean) =>
      done(official.put(`/api/comparisons/${id}/acknowledgements`, { keys: [gone.key], acknowledged }));
    await Promise.all([say(true), say(true)]);
    await portal.db.updateTable('comparison').set({ engine_version: 0 }).execute();
    await untilReady();
    const said = (await list()).hindrances.filter(({ acknowledged }) => acknowledged);
    expect(said.map(({ key, acknowledged }) => [key, acknowledged!.by])).toEqual([[gone.key, '管理　太郎']]);
    await say(false);
    expect((await list()).hindrances).toEqual(hindrances);
    const kept = await portal.db.selectFrom('hindrance_acknowledgement').selectAll().execute();
    expect(kept, 'said twice at once it holds once').toMatchObject([{ key: gone.key, undone_by: expect.any(Number) }]);
  });

  test('a file is read once, however often its papers are compared', async () => {
    const read = () =>
      portal.db.selectFrom('paper_entries').select(['file_sha256', 'read_at']).orderBy('file_sha256').execute();
    const before = await read();
    expect(before.length).toBeGreaterThan(1);
    await portal.db.updateTable('comparison').set({ engine_version: 0 }).execute();
    await ask();
    await untilReady();
    expect(await read()).toEqual(before);
  });

  test('one that failed says so, and is computed once more where a person asks', async () => {
    const { id } = await untilReady();
    const failure = 'だめでした。';
    await portal.db.updateTable('comparison').set({ state: 'failed', failure }).where('id', '=', id).execute();
    expect(await ask()).toMatchObject({ state: 'failed', failure, ready: true });
    expect(await ask({ retry: true })).toMatchObject({ failure: null });
    expect((await untilReady()).state).toBe('ready');
  });

  test('a person says which paper is the counterpart; it is compared, and can be taken back', async () => {
    const meeting = await createMeeting(official, committee, '2024-06-01');
    const added = await upload(official, meeting, '資料２　これからの十年.pdf', await printMadePaper(1, 2024));
    await untilSettled(official, added.documentId);
    const read = async (id: number) => done(official.get(`/api/documents/${id}`));
    const before = await read(added.documentId);
    expect(before).toMatchObject({ seriesChosen: false, editable: true });
    const url = `/api/documents/${added.documentId}/counterpart`;
    await done(official.put(url, { documentId: newer }));
    const { seriesId } = await read(newer);
    expect(await read(added.documentId)).toMatchObject({ seriesId, seriesChosen: true });
    const listed = () =>
      portal.db
        .selectFrom('comparison')
        .select('years_apart')
        .where('newer_revision_id', '=', added.revisionId)
        .orderBy('years_apart')
        .execute();
    await expect.poll(listed).toEqual([{ years_apart: 1 }, { years_apart: 2 }]);

    await done(official.delete(url));
    expect(await read(added.documentId)).toMatchObject({ seriesId: before.seriesId, seriesChosen: false });
    expect((await official.delete(url)).status, 'once').toBe(404);
    const record = await portal.db.selectFrom('counterpart_choice').selectAll().execute();
    expect(record, 'stays on record').toMatchObject([{ series_id: seriesId, undone_by: expect.any(Number) }]);
  });

  test('a replacement is compared with what it replaces; what another engine computed is computed anew', async () => {
    const before = (await done(official.get(`/api/documents/${newer}`))).revision.id;
    const changed = await printMadePaper(2, 2023);
    const added = await official.upload(`/api/documents/${newer}/revisions`, paperName, changed);
    const { revisionId } = added.json() as { revisionId: number };
    await untilSettled(official, newer);
    const comparison = await untilReady({ otherDocumentId: newer, revision: revisionId, otherRevision: before });
    expect(comparison).toMatchObject({ older: { revisionNumber: 1 }, newer: { revisionNumber: 2 } });
    expect(comparison.counts).toMatchObject({ changed: 0, added: 0 });
    expect(comparison.counts.removed).toBeGreaterThan(20);

    await portal.db
      .updateTable('comparison')
      .set({ engine_version: comparisonVersion - 1 })
      .execute();
    const queued: number[] = [];
    await planAllComparisons(portal.db, async (...[, data]) => {
      if ('comparisonId' in data) queued.push(data.comparisonId as number);
      return null;
    });
    expect(queued).toContain(comparison.id);
  });
});

/** What a PDF says, without spaces. */
async function wordsOf(pdf: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-beside-'));
  await writeFile(join(folder, 'tables.pdf'), pdf);
  const { pages } = await readPdf(join(folder, 'tables.pdf'));
  await rm(folder, { recursive: true });
  return pages.flatMap(({ characters }) => characters.map(({ text }) => text)).join('');
}
