import { expect, test } from 'vitest';
import { layBaselines } from '../../../../domain/pages/lines/baselines.ts';
import { findMarginRuns } from '../../../../domain/pages/lines/page-margins.ts';
import type { PageContent } from '../../../../domain/pages/sheet/page-content.ts';

interface Line {
  readonly text: string;
  /** Points from the left and the top of a page of 842 × 595. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

function pageOf(index: number, lines: readonly Line[]): PageContent {
  const characters = lines.flatMap(({ text, x, y, size = 10 }) =>
    [...text].map((character, place) => {
      const box = [x + size * place, y, x + size * place + size, y + size] as const;
      return { text: character, box, size, vertical: false };
    }),
  );
  return { index, width: 842, height: 595, rules: [], scanned: false, characters } as unknown as PageContent;
}

/** The lines that are left, by page. */
function left(pages: readonly PageContent[]): string[] {
  const isMargin = findMarginRuns(pages);
  return pages.map((page) => {
    const lines = layBaselines(
      page.characters.map((character) => ({ ...character, page: page.index })),
      page.index,
    );
    return lines.flatMap((line) => line.runs.filter((run) => !isMargin(run, page)).map((run) => run.text)).join('/');
  });
}

/** A sheet on its side: the number and the running head stand at a tenth of the height, right above the heading. */
const sheet = (index: number, number: string, heading: string) =>
  pageOf(index, [
    { text: '令和８年度予算', x: 60, y: 55 },
    { text: number, x: 760, y: 55 },
    { text: heading, x: 60, y: 72 },
    { text: '市民税', x: 60, y: 300 },
  ]);

test('a number that counts along with the pages and the running head beside it are no words of the page', () => {
  const pages = ['歳入', '歳出', '基金', '市債'].map((heading, index) =>
    sheet(index + 1, String(148 + index), heading),
  );
  expect(left(pages)).toEqual(['歳入/市民税', '歳出/市民税', '基金/市民税', '市債/市民税']);
});

test('numbers there that do not count, and heads of a table that repeat without a number beside them, stay', () => {
  const pages = ['12', '95', '41', '7'].map((number, index) => sheet(index + 1, number, '款項目'));
  expect(left(pages)[1]).toBe('令和８年度予算/95/款項目/市民税');
});

test('what stands in the margin of every page in larger type is their title, no running head', () => {
  const pages = [1, 2, 3].map((index) =>
    pageOf(index, [
      { text: '財政課資料', x: 700, y: 20 },
      { text: '事業別予算一覧', x: 60, y: 25, size: 14 },
      { text: '市民税', x: 60, y: 300 },
      { text: '固定資産税と都市計画税', x: 60, y: 320 },
    ]),
  );
  expect(left(pages)[1]).toBe('事業別予算一覧/市民税/固定資産税と都市計画税');
});
