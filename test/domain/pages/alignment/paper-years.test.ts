import { expect, test } from 'vitest';
import { yearOf } from '../../../../domain/pages/alignment/paper-years.ts';
import { readDocument } from '../../../../domain/pages/entries/read-document.ts';
import { draw, pairs } from '../drawn-page.ts';

test('a heading that names two years does not say of which the paper is', () => {
  const paper = (year: number, more = '') =>
    draw(`
      令和${year}年度　予算のあらまし
      利用者の状況
      ${more}
      | 区分 | 令和${year}年度 | 令和${year - 1}年度 |
      | 東部 | ${year}10 | ${year - 1}10 |`);
  expect(pairs(paper(6), paper(7, '令和7年度と令和6年度')).map((pair) => pair.split(' > ').at(-1))).toEqual([
    '東部 | 令和7年度: 610 → 710',
    '東部 | 令和6年度: 510 → 610',
  ]);
});

test('a paper is of the year that its headings name, whatever its sentences tell of', () => {
  const { entries } = readDocument(
    draw(`
      令和６年度 予算の説明
      国の令和７年度の補正予算の対象となったため。
      1.総務費
      県の令和７年度の計画に合わせたため。
    `),
  );
  expect(yearOf(entries)).toBe(2024);
});
