import { expect, test } from 'vitest';
import { drawPage } from '../draw-page.ts';
import { compare, draw, pairs } from '../drawn-page.ts';

const columns = (cells: readonly string[]) =>
  `${cells[0]!.padEnd(8, '　')}${cells
    .slice(1)
    .map((cell) => cell.padStart(14))
    .join('')}`;

test('a series ruled across goes on over the page without its headers, also with rows of rates that have no name', () => {
  const paper = (first: number) => {
    const rule = '─'.repeat(40);
    const years = [0, 1, 2].map((at) => `令和${first + at}年度`);
    const amounts = (of: number) => [0, 1, 2].map((at) => `${of},${100 + first + at}`);
    const rates = (of: number) => [0, 1, 2].map((at) => `${of}.${first + at}％増`);
    const row = (name: string, of: number) => [
      columns([name, ...amounts(of)]),
      rule,
      columns(['', ...rates(of)]),
      rule,
    ];
    const head = [rule, columns(['区分', ...years]), rule];
    return {
      pages: [
        drawPage(['市税収入の推移', ...head, ...row('市民税', 1), ...row('固定資産税', 2)]),
        drawPage([rule, ...row('軽自動車税', 3), ...row('合計', 6)], { index: 2 }),
      ],
      pageLabels: [null, null],
    };
  };
  const found = pairs(paper(3), paper(4));
  expect(found).toHaveLength(16);
  expect(found.filter((pair) => pair.includes('合計'))).toEqual([
    '市税収入の推移 > 合計 | 令和4年度: 6,104 → 6,104',
    '市税収入の推移 > 合計 | 令和5年度: 6,105 → 6,105',
    '市税収入の推移 > 合計 | 令和4年度: 6.4％増 → 6.4％増',
    '市税収入の推移 > 合計 | 令和5年度: 6.5％増 → 6.5％増',
  ]);
});

test('the years of a second band are headers also where they stand left of its amounts', () => {
  const paper = (first: number) => {
    const band = (from: number) => `
      区分         令和${from}年度              令和${from + 1}年度              令和${from + 2}年度
      東部                      10${from}                      10${from + 1}                      10${from + 2}
      西部                      20${from}                      20${from + 1}                      20${from + 2}`;
    return `
      利用者の推移
${band(first)}
${band(first + 3)}`;
  };
  const found = pairs(paper(2), paper(3)).map((pair) => pair.split(' > ').at(-1));
  expect(found.sort()).toEqual(
    ['東部', '西部'].flatMap((name, index) =>
      [3, 4, 5, 6, 7].map((year) => `${name} | 令和${year}年度: ${index + 1}0${year} → ${index + 1}0${year}`),
    ),
  );
});

test('headers of two years that nearly touch are two', () => {
  const paper = (year: number) => {
    const page = drawPage([
      '会計別の予算額',
      `会計別        R${year}年度当初予算 R${year - 1}年度当初予算`,
      `一般会計            ${year}00             ${year - 1}00`,
      `特別会計            ${year}01             ${year - 1}01`,
    ]);
    return { pages: [page], pageLabels: [null] };
  };
  expect(pairs(paper(6), paper(7)).map((pair) => pair.split(' > ').at(-1))).toEqual([
    '一般会計 | R7年度当初予算: 600 → 700',
    '一般会計 | R6年度当初予算: 500 → 600',
    '特別会計 | R7年度当初予算: 601 → 701',
    '特別会計 | R6年度当初予算: 501 → 601',
  ]);
});

test('an office in charge names no row on the next page either, where its header is not printed again', () => {
  const paper = (year: number, first: string) =>
    draw(`
      令和${year}年度　事業別予算一覧
      | 事業名 | 担当課 | 本年度 |
      | 自転車対策費 | 都市計画課 | ${year}10 |
      | ${first} | 農林課 | ${year}20 |
      ---
      | 里山対策費 | 商工観光課 | ${year}30 |
      | 港湾管理費 | 商工観光課 | ${year}40 |`);
  const other = draw(`
      令和6年度　事業別予算一覧
      | 事業名 | 担当課 | 本年度 |
      | 自転車対策費 | 都市計画課 | 610 |
      | 里山対策費 | 商工観光課 | 630 |
      | 港湾管理費 | 商工観光課 | 640 |`);
  expect(pairs(paper(5, '林道管理費'), other).map((pair) => pair.split(' > ').at(-1))).toEqual([
    '自転車対策費 | 本年度: 510 → 610',
    '里山対策費 | 本年度: 530 → 630',
    '港湾管理費 | 本年度: 540 → 640',
  ]);
});

test('pages are put side by side also where only the amounts of a series have moved from one to the other', () => {
  const paper = (first: number) => {
    const band = (from: number) => `
      | 区分 | 令和${from}年度 | 令和${from + 1}年度 | 令和${from + 2}年度 |
      | 東部 | 10${from} | 10${from + 1} | 10${from + 2} |
      | 西部 | 20${from} | 20${from + 1} | 20${from + 2} |
      | 南部 | 30${from} | 30${from + 1} | 30${from + 2} |`;
    return draw(`
      利用者の推移
${band(first)}
      ---
${band(first + 3)}`);
  };
  expect(compare(paper(2), paper(3)).pages).toEqual([
    [1, 1],
    [2, 1],
    [2, 2],
  ]);
});
