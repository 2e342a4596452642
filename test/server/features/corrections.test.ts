import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { done } from '../city.ts';
import { type ComparedPapers, setUpComparedPapers } from '../compared-papers.ts';

describeWithDatabase('corrections', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let ask: ComparedPapers['ask'];
  let untilReady: ComparedPapers['untilReady'];
  let linesOf: ComparedPapers['linesOf'];

  beforeAll(async () => {
    portal = await openTestApp(database());
    ({ official, ask, untilReady, linesOf } = await setUpComparedPapers(portal));
  }, 60_000);
  afterAll(() => portal.close());

  test('a correction holds, also when computed anew, until it is taken back', async () => {
    const { id } = await untilReady();
    const lines = await linesOf(id, 'newer', 3);
    const [one, two] = lines.filter(({ other, values }) => other && values.length === 3);
    const input = { kind: 'line', older: two!.other, newer: one!.place };
    const correction = await done(official.post(`/api/comparisons/${id}/corrections`, input));
    await untilReady();
    const corrected = (await linesOf(id, 'newer', 3)).find(({ index }) => index === one!.index)!;
    expect(corrected).toMatchObject({ correctionId: correction.id, other: two!.other });

    await portal.db.updateTable('comparison').set({ engine_version: 0 }).execute();
    expect((await ask()).ready, 'the old result stays readable').toBe(true);
    await untilReady();
    expect((await linesOf(id, 'newer', 3))[one!.index]!.correctionId).toBe(correction.id);
    const list = await done(official.get(`/api/comparisons/${id}/corrections`));
    expect(list.corrections).toMatchObject([{ id: correction.id, madeBy: '管理　太郎', correction: { kind: 'line' } }]);

    await done(official.delete(`/api/corrections/${correction.id}`));
    await untilReady();
    expect((await linesOf(id, 'newer', 3))[one!.index]).toEqual(lines[one!.index]);
  });

  test('a correction rewrites the pages that it changes, no others', async () => {
    const { id } = await untilReady();
    const pages = () =>
      portal.db
        .selectFrom('comparison_page')
        .select(['side', 'page', 'sha256', sql<string>`xmin::text`.as('writtenBy')])
        .where('comparison_id', '=', id)
        .orderBy('side')
        .orderBy('page')
        .execute();
    const before = await pages();
    const [line] = (await linesOf(id, 'newer', 3)).filter(({ kind, other }) => kind === 'row' && other);
    const input = { kind: 'line', older: null, newer: line!.place };
    const correction = await done(official.post(`/api/comparisons/${id}/corrections`, input));
    await untilReady();
    const after = await pages();
    const rewritten = after.filter((page, index) => page.writtenBy !== before[index]!.writtenBy);
    expect(rewritten.map(({ side, page }) => [side, page])).toEqual([
      ['newer', 3],
      ['older', line!.other!.page],
    ]);
    expect(new Set(rewritten.map(({ writtenBy }) => writtenBy)).size).toBe(1);
    await done(official.delete(`/api/corrections/${correction.id}`));
    await untilReady();
    expect((await pages()).map(({ sha256 }) => sha256)).toEqual(before.map(({ sha256 }) => sha256));
  });

  test('pages can be put side by side by hand', async () => {
    const { id } = await untilReady();
    const { id: correction } = await done(
      official.post(`/api/comparisons/${id}/corrections`, { kind: 'page', older: 4, newer: 2 }),
    );
    const { pages } = await untilReady();
    expect(pages).toContainEqual({ older: 4, newer: 2, byPlace: false, corrected: true });
    expect(pages.filter((pair) => pair.newer === 2)).toHaveLength(1);
    await done(official.delete(`/api/corrections/${correction}`));
    await untilReady();
  });
});
