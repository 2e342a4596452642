import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Comparison } from '../../../contract/comparisons.ts';
import type { DocumentSummary } from '../../../contract/documents.ts';
import { printMadePaper } from '../../../scripts/bench/print-made-paper.ts';
import { settleAllYears } from '../../../server/features/documents/settle-year.ts';
import { describeWithDatabase } from '../../database.ts';
import { makePaper, makePdf } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from '../city.ts';

describeWithDatabase('the year that a paper is of', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let before: number;
  let now: number;
  const papers: Record<string, number> = {};

  beforeAll(async () => {
    portal = await openTestApp(database());
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    before = await createMeeting(official, committee, '2022-03-02');
    now = await createMeeting(official, committee, '2026-03-02');
    const put = async (key: string, meeting: number, name: string, pdf: Uint8Array) => {
      papers[key] = (await upload(official, meeting, name, pdf)).documentId;
    };
    await put('old', before, '議案第12号：令和４年度国民健康保険特別会計予算.pdf', await printMadePaper(2, 2022));
    await put('new', now, '議案第９号：令和８年度国民健康保険特別会計予算.pdf', await printMadePaper(2, 2026));
    await put('inside', now, '下水道事業会計.pdf', makePdf({ pages: ['2026Z'], meaningOfZ: '年度' }));
    await put('silent', now, '提案理由（446回）.pdf', makePaper(1, 'reasons'));
    for (const id of Object.values(papers)) await untilSettled(official, id);
  }, 60_000);
  afterAll(() => portal.close());

  async function summary(key: string): Promise<DocumentSummary> {
    const { documents } = await done(official.get(`/api/meetings/${key === 'old' ? before : now}`));
    return documents.find(({ id }: DocumentSummary) => id === papers[key]);
  }

  async function change(key: string, changes: object) {
    const { kind, number, title, openness, agendaItemId, seriesId, edition } = await summary(key);
    const input = { kind, number, title, openness, agendaItemId, seriesId, edition, ...changes };
    await done(official.put(`/api/documents/${papers[key]}`, input));
  }

  async function compared(): Promise<Comparison> {
    for (;;) {
      const asked = await done(
        official.post(`/api/documents/${papers.new}/comparisons`, { otherDocumentId: papers.old }),
      );
      if (asked.state === 'ready') return asked;
      await new Promise((tick) => setTimeout(tick, 100));
    }
  }

  const yearsApart = async (id: number) =>
    (await portal.db.selectFrom('comparison').select('years_apart').where('id', '=', id).executeTakeFirstOrThrow())
      .years_apart;

  test('a budget tabled in March is next year’s by its title, by its cover, and else the meeting’s', async () => {
    expect(await summary('new')).toMatchObject({
      ...{ fiscalYear: 2026, fiscalYearSource: 'title' },
      counterpart: { documentId: papers.old, fiscalYear: 2022 },
    });
    expect(await summary('inside')).toMatchObject({ fiscalYear: 2026, fiscalYearSource: 'first_page' });
    expect(await summary('silent')).toMatchObject({ fiscalYear: 2025, fiscalYearSource: 'meeting' });
    const read = await done(official.get(`/api/documents/${papers.new}`));
    expect(read).toMatchObject({ fiscalYear: 2026, beside: [{ fiscalYear: 2022, sameSeries: true }, {}, {}] });
    const { series } = await done(official.get(`/api/committees/${committee}/series`));
    const chain = series.find(({ id }: { id: number }) => id === read.seriesId);
    expect(chain.papers.map(({ fiscalYear }: { fiscalYear: number }) => fiscalYear)).toEqual([2026, 2022]);
  });

  test('the comparison, its CSV and the years of a line say the papers’ years', async () => {
    const comparison = await compared();
    expect(comparison).toMatchObject({ older: { fiscalYear: 2022 }, newer: { fiscalYear: 2026 } });
    expect(await yearsApart(comparison.id)).toBe(4);
    const csv = (await official.get(`/api/comparisons/${comparison.id}/changes.csv`)).text;
    expect(csv).toContain('令和４年度の値');
    expect(csv).toContain('令和８年度の値');
    const { lines } = await done(official.get(`/api/comparisons/${comparison.id}/lines?side=newer&page=2`));
    const { index } = lines.find((line: { values: unknown[] }) => line.values.length > 0);
    const years = await done(official.get(`/api/documents/${papers.new}/line-years?page=2&line=${index}`));
    const told = years.columns[0].values.map(({ fiscalYear }: { fiscalYear: number }) => fiscalYear);
    expect(told).toEqual([2022, 2026]);
  });

  test('what an official says holds until it is taken back; the comparison follows', async () => {
    await change('new', { fiscalYear: 2024 });
    expect(await summary('new')).toMatchObject({ fiscalYear: 2024, fiscalYearSource: 'official' });
    await change('new', { title: '令和７年度国民健康保険特別会計予算' });
    expect(await summary('new')).toMatchObject({ fiscalYear: 2024, fiscalYearSource: 'official' });
    const comparison = await compared();
    expect(await yearsApart(comparison.id)).toBe(2);
    await change('new', { fiscalYear: null });
    expect(await summary('new')).toMatchObject({ fiscalYear: 2025, fiscalYearSource: 'title' });
    await change('new', { title: '国民健康保険特別会計予算説明書', fiscalYear: null });
    expect(await summary('new')).toMatchObject({ fiscalYear: 2025, fiscalYearSource: 'meeting' });
    await change('new', { title: '令和８年度国民健康保険特別会計予算' });
    expect((await compared()).newer.fiscalYear).toBe(2026);
  });

  test('a paper of an earlier year is the older one, whatever the day of its meeting', async () => {
    await change('new', { fiscalYear: 2021 });
    expect(await compared()).toMatchObject({
      older: { documentId: papers.new, fiscalYear: 2021 },
      newer: { documentId: papers.old, fiscalYear: 2022 },
    });
    expect((await summary('new')).counterpart).toBeNull();
    expect((await summary('old')).counterpart).toMatchObject({ documentId: papers.new, fiscalYear: 2021 });
    await change('new', { fiscalYear: null });
  });

  test('a meeting’s year is proposed by name and date, and moves the papers that say nothing', async () => {
    const meeting = await done(official.get(`/api/meetings/${now}`));
    expect(meeting.fiscalYear).toBe(2025);
    const { title, heldOn, startsAt, endsAt, place } = meeting;
    const input = { title, heldOn, startsAt, endsAt, place, agenda: [] };
    await done(official.put(`/api/meetings/${now}`, { ...input, edition: 1, fiscalYear: 2026 }));
    expect((await summary('silent')).fiscalYear).toBe(2026);
    await done(official.put(`/api/meetings/${now}`, { ...input, edition: 2 }));
    expect((await summary('silent')).fiscalYear).toBe(2025);
  });

  test('papers of an older portal are looked at once it starts', async () => {
    const forgotten = { fiscal_year: null, fiscal_year_source: null };
    await portal.db.updateTable('document').set(forgotten).execute();
    expect(await summary('new')).toMatchObject({ fiscalYear: 2025, fiscalYearSource: null });
    await settleAllYears(portal.db);
    expect(await summary('new')).toMatchObject({ fiscalYear: 2026, fiscalYearSource: 'title' });
    expect(await summary('inside')).toMatchObject({ fiscalYear: 2026, fiscalYearSource: 'first_page' });
  });
});
