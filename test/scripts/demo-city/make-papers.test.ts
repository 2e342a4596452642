import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initiativesOf } from '../../../scripts/demo-city/initiatives.ts';
import { type MadePaper, makePapers } from '../../../scripts/demo-city/make-papers.ts';
import { themesOf } from '../../../scripts/demo-city/measures.ts';
import type { truthOf } from '../../../scripts/demo-city/truth.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';

type Truth = ReturnType<typeof truthOf>;

let folder: string;
let made: MadePaper[];
/** Path under the folder → text of each page without spaces. */
const texts = new Map<string, string[]>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurabe-city-'));
  made = await makePapers(folder);
  for (const { path } of made) {
    const { pages } = await readPdf(path);
    const pageTexts = pages.map((page) => page.characters.map(({ text }) => text).join(''));
    texts.set(
      path.slice(folder.length + 1),
      pageTexts.map((text) => text.replace(/\s/g, '')),
    );
  }
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const readTruth = async (name: string): Promise<Truth> =>
  JSON.parse(await readFile(join(folder, 'truth', `${name}.json`), 'utf8'));
const allTruths = async () => {
  const { pairs } = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as { pairs: { name: string }[] };
  return Promise.all(pairs.map(({ name }) => readTruth(name)));
};
const pageText = (file: string, page: number) => texts.get(file)![page - 1]!;
const paperOf = (fiscalYear: number, fileStart: string, revision = 1) =>
  made.find(
    ({ meeting, path, revision: is }) =>
      meeting.fiscalYear === fiscalYear &&
      is === revision &&
      path.split('/').at(-1)!.normalize('NFKC').startsWith(fileStart),
  );

async function hashes(of: string): Promise<Record<string, string>> {
  const files = (await readdir(of, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const entries = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [
      path.slice(of.length),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('a second run makes the same bytes', async () => {
  const again = await mkdtemp(join(tmpdir(), 'kurabe-city-'));
  await makePapers(again);
  const [first, second] = [await hashes(folder), await hashes(again)];
  await rm(again, { recursive: true });
  expect(Object.keys(first).length).toBeGreaterThan(30);
  expect(second).toEqual(first);
}, 60_000);

test.for([2021, 2022, 2023])('%i has №1 … №20, nine parts of №3, and 77 measures', (year) => {
  const numbers = initiativesOf(year).map(({ number }) => number);
  expect(numbers.filter((number) => !number.includes('-'))).toEqual(
    Array.from({ length: 20 }, (_, i) => String(i + 1)),
  );
  expect(numbers.filter((number) => number.includes('-'))).toEqual(Array.from({ length: 9 }, (_, i) => `3-${i + 1}`));
  expect(themesOf(year).flatMap(({ measures }) => measures)).toHaveLength(77);
});

test('papers have the pages their makers planned', () => {
  const pages = (year: number) => made.filter(({ meeting }) => meeting.fiscalYear === year).map((paper) => paper.pages);
  expect(pages(2021)).toEqual([2, 31, 3, 2, 6, 1, 1]);
  expect(pages(2022)).toEqual([2, 32, 3, 2, 6, 1]);
  expect(pages(2023)).toEqual([2, 32, 32, 4, 2, 6, 1, 1]);
});

test('every initiative has one page of its own', () => {
  const sheets = texts.get('令和５年度/資料１　集中改革プラン進行管理シート.pdf')!;
  initiativesOf(2023).forEach(({ number, initiative }, i) => {
    expect(sheets[i + 3]).toContain(`№${number}${initiative.name}基本方針`);
  });
});

test('the printed numbers of 令和５年度 run on from paper to paper', async () => {
  const labels = made
    .filter(
      ({ meeting, document, revision }) => meeting.fiscalYear === 2023 && document.kind !== 'agenda' && revision === 1,
    )
    .flatMap(({ path }) => texts.get(path.slice(folder.length + 1))!.map((text) => /―(\d+)―/.exec(text)?.[1]));
  expect(labels).toEqual([undefined, ...Array.from({ length: 45 }, (_, i) => String(i + 2))]);
});

test('参考２ is absent in 令和４年度', async () => {
  expect(paperOf(2021, '参考2')).toBeDefined();
  expect(paperOf(2022, '参考2')).toBeUndefined();
  const { absent } = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8'));
  expect(absent).toEqual([{ kind: 'document-absent', fiscalYear: 2022, document: '参考２' }]);
});

describe('the truth', () => {
  test('every quantity stands on the pages it names, in both papers', async () => {
    let checked = 0;
    for (const truth of await allTruths()) {
      const places = [
        ...truth.cells.flatMap((cell) => [[truth.old, cell.old] as const, [truth.new, cell.new] as const]),
        ...truth.cellsOldOnly.map((cell) => [truth.old, cell.old] as const),
        ...truth.cellsNewOnly.map((cell) => [truth.new, cell.new] as const),
      ];
      for (const [file, { page, text }] of places) {
        expect(pageText(file, page), `${truth.name} ${file} p. ${page}`).toContain(text);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(5000);
  });

  test('printed page numbers are the ones on the page', async () => {
    for (const truth of await allTruths()) {
      for (const [page, printed] of Object.entries(truth.printedPage.new)) {
        expect(pageText(truth.new, Number(page)).normalize('NFKC'), `${truth.new} p. ${page}`).toContain(printed);
      }
    }
  });

  test('資料１ from 令和４年度 to 令和５年度: added, dropped, renumbered, moved, another unit', async () => {
    const { changes, pages, oldOnly, newOnly, cells } = await readTruth('資料１-2022-2023b');
    const kinds = (kind: string) => changes.filter((change) => change.kind === kind);
    expect(kinds('added').map(({ id }) => id)).toEqual(['c10', 'm22']);
    expect(kinds('dropped').map(({ id }) => id)).toEqual(['c9', 'm15']);
    expect(kinds('renumbered')).toContainEqual({
      kind: 'renumbered',
      id: 'm18',
      old: '№１８',
      new: '№6',
      oldPage: 30,
      newPage: 18,
    });
    expect(kinds('unit-changed')).toEqual([{ kind: 'unit-changed', old: '円', new: '千円' }]);
    expect(pages).toContainEqual([30, 18]);
    expect([oldOnly.length, newOnly.length]).toEqual([2, 2]);
    const effect = cells.find(
      ({ label, column }) => label === 'ふるさと納税の推進 > 財政効果額 > 計' && column === '計画額',
    );
    expect(effect).toMatchObject({
      old: { text: '４６，０００，０００', unit: '円' },
      new: { text: '46,000', unit: '千円' },
    });
  });

  test('a column came into 資料１ and 資料４ in 令和４年度, and some results were restated', async () => {
    const sheets = await readTruth('資料１-2021-2022');
    expect(sheets.changes).toContainEqual({ kind: 'column-inserted', column: '達成率' });
    expect(sheets.changes.some(({ kind }) => kind === 'restated')).toBe(true);
    expect((await readTruth('資料４-2021-2022')).changes).toContainEqual({ kind: 'column-inserted', column: '予算額' });
  });

  test('the replaced revision corrects some cells and adds one line', async () => {
    const { changes, pages, cells } = await readTruth('資料１-2023-2023b');
    expect(pages).toEqual(Array.from({ length: 32 }, (_, i) => [i + 1, i + 1]));
    const corrected = changes.filter(({ kind }) => kind === 'corrected');
    expect(corrected.length).toBe(cells.filter((cell) => cell.old.text !== cell.new.text).length);
    expect(corrected.length).toBeGreaterThan(5);
    expect(changes.filter(({ kind }) => kind === 'line-added')).toEqual([
      { kind: 'line-added', label: 'ごみの減量化と資源化 > 取組実績', new: '234万円', newPage: 29 },
    ]);
  });
});
