import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../domain/pages/entries/read-document.ts';
import { readPageLabels } from '../../../../domain/pages/page-labels/read-page-labels.ts';
import { accountOf, type PageAccount } from '../../../../domain/pages/results/account.ts';
import type { PageContent } from '../../../../domain/pages/sheet/page-content.ts';
import { readPdf } from '../../../../server/pdf/process-pdf.ts';
import { drawSheets } from '../../../papers/draw-sheets.ts';
import { kinds } from '../../../papers/kinds/index.ts';
import { makePair } from '../../../papers/made-pair.ts';
import { draw } from '../drawn-page.ts';

const read = (pages: readonly PageContent[]) =>
  accountOf(pages, readDocument({ pages, pageLabels: readPageLabels(pages) }).entries);

const adds = ({ printed, quantities, ignored, unread }: PageAccount) =>
  printed === quantities + ignored.length + unread.length;

test('amounts that were taken for part of a name are unread', () => {
  const [account] = read(
    draw(`
      令和７年度の予算
      管理費　　　　１,２３４　　　　５,６７８　　　　庁舎の管理
      １,０００人以上の団体
    `).pages,
  );
  expect(account!.unread.map(({ text }) => text)).toEqual(['1,234', '5,678']);
});

test('an amount is part of a name only where words go on from it, and of a date or a formula only beside its signs', () => {
  const [account] = read(
    draw(`
      | 区分 | 対象 | 人数 |
      | 旅費　3,502　道路補助金 | 市民 | 12 |
      | 謝礼　2,761円　公園補助金 | 市民 | 13 |
      | 1,000人以上の団体 | 市民 | 14 |
      | 講師　50人×6,056円　8,477　職員 | 市民 | 15 |
      | ４月　9,180　窓口 | 市民 | 16 |
      | 118,33112,3311補助金 | 市民 | 17 |
    `).pages,
  );
  expect(account!.unread.map(({ text }) => text)).toEqual(['3,502', '2,761', '8,477', '9,180', '118,33112,3311']);
  expect(account!.ignored.map(({ text, reason }) => `${text} ${reason}`)).toEqual([
    '1,000 name',
    '50 name',
    '6,056 name',
    '4 date',
  ]);
});

test('the number of a measure by itself is its name', () => {
  const [account] = read(
    draw(`
      令和７年度の施策
      | 区分 | 本年度 |
      | 道路 | 1,234 |
      ${Array(18).fill('道路の整備を進める').join('\n      ')}
      　　　　　　　　　　　　　　　　　　　　3-1
      ${Array(18).fill('公園の整備を進める').join('\n      ')}
    `).pages,
  );
  expect(account!.ignored.map(({ text, reason }) => `${text} ${reason}`)).toEqual(['7 date', '3 name', '1 name']);
});

test('each printed number is a quantity, ignored for a reason, or unread', () => {
  const [account] = read(
    draw(`
      令和７年度の予算
      | 区分 | 本年度 | 前年度 |
      | 1 市民税 | 1,234 | 5,678 |
      | 2 固定資産税 | 12.5％ | － |
      　　　　　　　　　　　　　　　調定見込額　404,000×98.9％
      　　　　　　　　　　　　　　　　　　　　　　　　　　　12
    `).pages,
  );
  expect(account).toMatchObject({ printed: 9, quantities: 3 });
  expect(account!.ignored.map(({ text, reason }) => `${text} ${reason}`)).toEqual([
    '7 date',
    '1 name',
    '2 name',
    '404,000 formula',
    '98.9 formula',
  ]);
  expect(account!.unread.map(({ text }) => text)).toEqual(['12']);
});

test('numbers that count the rows of a list are part of its names', () => {
  const [account] = read(
    draw(`
      | No. | 氏名 | 所属 |
      | 1 | 髙橋 | 大学 |
      | 2 | 山﨑 | 税理士 |
      | 3 | 吉田 | 商工会 |
    `).pages,
  );
  expect(account).toMatchObject({ printed: 3, unread: [] });
});

test('days and circled numbers are no amounts that were left unread', () => {
  const [account] = read(draw('①　窓口の見直し\nR5.4.1現在、令和5から').pages);
  expect(account).toMatchObject({ printed: 2, quantities: 0, unread: [] });
  expect(account!.ignored.map(({ text, reason }) => `${text} ${reason}`)).toEqual(['5.4.1 date', '5 date']);
});

test('a number that no table takes is said to be unread, with its place', () => {
  const [account] = accountOf(draw('| 市民税 | 1,234 |').pages, []);
  expect(account!.unread).toEqual([{ text: '1,234', box: expect.any(Array) }]);
});

test.each(Object.keys(kinds))('%s: the account of a made paper adds up', (kind) => {
  const { newer } = makePair(kind, 'account', ['drawn']);
  const accounts = read(drawSheets(newer.sheets));
  expect(accounts.every(adds)).toBe(true);
  expect(accounts.reduce((sum, { quantities }) => sum + quantities, 0)).toBeGreaterThan(0);
});

const corpus = new URL('../../../../../shared/corpus/pairs/', import.meta.url);

describe.skipIf(!existsSync(corpus))('papers of a city', () => {
  test.each(['kokuho', 'teian'])('%s: at most 2 %% of what is printed is unread', async (name) => {
    const { pages } = await readPdf(new URL(`${name}-r8.pdf`, corpus).pathname);
    const accounts = read(pages);
    const sum = (count: (page: PageAccount) => number) => accounts.reduce((total, page) => total + count(page), 0);
    expect(accounts.every(adds)).toBe(true);
    expect(sum(({ unread }) => unread.length)).toBeLessThanOrEqual(0.02 * sum(({ printed }) => printed));
  });
});
