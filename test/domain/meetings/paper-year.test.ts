import { describe, expect, test } from 'vitest';
import { type PrintedLine, yearInTitle, yearOnFirstPage } from '../../../domain/meetings/paper-year.ts';

describe('the year that a title says its paper is of', () => {
  test.each([
    ['令和８年度国民健康保険特別会計予算', 2026],
    ['令和8年度　あおば市一般会計予算書', 2026],
    ['令 和 ８ 年 度 下水道事業会計予算', 2026],
    ['令和七年度補正予算（第２号）', 2025],
    ['R6進行管理シート', 2024],
    ['H30_決算', null],
    ['Ｒ７年度実績', 2025],
    ['2026年度予算の概要', 2026],
    ['令和６年実績', 2024],
    ['決算の概要（令和６年度）', 2024],
    ['集中改革プラン（令和３年度～令和８年度）令和７年度の進捗', 2025],
    ['第３期計画（令和６～10年度）', null],
    ['令和７・８年度の委員名簿', null],
    ['令和７年度決算及び令和８年度予算', null],
    ['令和８年度予算（令和７年度との比較）', 2026],
    ['令和８年度予算と令和７年度予算比', 2026],
    ['令和７年度第３回懇談会　会議録', null],
    ['令和８年３月定例会提出議案一覧表', null],
    ['行政改革大綱（令和５年度策定）', null],
    ['令和７年版環境白書', null],
    ['令和12年度までの目標', null],
    ['令和15年度の将来像', null],
    ['提案理由（446回）', null],
    ['資料2026', null],
    ['S7 図面', null],
    ['R5.12.1 現在の組織図', null],
    ['財政の中期見通し', null],
    ['令和７年度末の市債残高', 2025],
    ['令和７年度末の市債残高（令和８年２月１日現在）', 2025],
  ])('%s', (title, year) => expect(yearInTitle(title, 2025)).toBe(year));

  test('far from its meeting it is no paper’s year', () => {
    expect(yearInTitle('令和元年度の計画', 2025)).toBe(null);
    expect(yearInTitle('令和元年度の計画', 2020)).toBe(2019);
    expect(yearInTitle('平成31年度予算', 2018)).toBe(2019);
  });
});

/** Lines from the top: 「24 令和８年度予算」 is 24 points high; a bar parts what stands in one row. */
function page(...rows: string[]): PrintedLine[] {
  let top = 60;
  return rows.flatMap((row) => {
    const [, size = '11', words = ''] = /^(\d+) (.*)$/u.exec(row) ?? [];
    const height = Number(size);
    top += height * 2;
    return words.split('｜').map((text, column) => {
      const left = 80 + column * 150;
      return { text, box: [left, top, left + text.length * height, top + height] };
    });
  });
}

const sentences = Array.from({ length: 12 }, () => '11 歳入歳出補正予算の規模は、110,893千円の減額計上であります。');

describe('the year on a first page', () => {
  test('a cover says it in spread type, line by line', () => {
    const cover = page('11 議 案　第14号', '20 令 和 ８ 年 度', '30 あおば市下水道事業会計予算書', '22 あおば市');
    expect(yearOnFirstPage(cover, '下水道事業会計', 2025)).toBe(2026);
  });

  test('a title in larger type above sentences', () => {
    expect(yearOnFirstPage(page('16 令和６年度決算の概要', ...sentences), '概要', 2025)).toBe(2024);
  });

  test('the first heading of sentences is no title', () => {
    expect(yearOnFirstPage(page('11 議案第１号：令和６年度補正予算', ...sentences), '提案理由', 2025)).toBe(null);
  });

  test('the document’s own title, though in the type of the rest', () => {
    const lines = page('11 令和６年度　取組実績', ...sentences, '11 令和５年度　資料の見方');
    expect(yearOnFirstPage(lines, '取組実績', 2025)).toBe(2024);
  });

  test('a list of papers of two years', () => {
    const rows = ['令和７年度一般会計補正予算', '令和７年度介護保険特別会計補正予算', '令和８年度一般会計予算'];
    expect(
      yearOnFirstPage(page('11 定例会提出議案一覧表', ...rows.map((row) => `11 ${row}`)), '議案一覧表', 2025),
    ).toBe(null);
  });

  test('remarks, sentences and heads of columns say nothing', () => {
    const rows = ['9 項目｜金額', ...Array.from({ length: 20 }, (_, row) => `9 事業の名前その${row}｜1,234`)];
    expect(yearOnFirstPage(page('9 ※令和６年度の額', ...rows), '一覧', 2025)).toBe(null);
    expect(yearOnFirstPage(page('12 区分｜令和６年度｜令和７年度', ...rows), '一覧', 2025)).toBe(null);
    expect(yearOnFirstPage(page('14 令和６年度から始めた取組です。', ...rows), '一覧', 2025)).toBe(null);
  });

  test('the meeting’s own heading says the meeting’s year, not the paper’s', () => {
    expect(yearOnFirstPage(page('14 令和７年度第２回懇談会', '20 令和６年度の実績', ...sentences), '実績', 2025)).toBe(
      2024,
    );
  });

  test('larger titles say more than smaller ones; two of one size say nothing', () => {
    expect(yearOnFirstPage(page('24 令和８年度予算', '16 令和７年度の見込み', ...sentences), '予算', 2025)).toBe(2026);
    expect(yearOnFirstPage(page('16 令和８年度予算', '16 令和７年度の見込み', ...sentences), '予', 2025)).toBe(null);
  });

  test('a picture says nothing', () => expect(yearOnFirstPage([], '予算', 2025)).toBe(null));
});
