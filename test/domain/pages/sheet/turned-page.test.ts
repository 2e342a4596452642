import { expect, test } from 'vitest';
import type { Box, PageContent } from '../../../../domain/pages/sheet/page-content.ts';
import { turnPage } from '../../../../domain/pages/sheet/turned-page.ts';
import { compare, draw } from '../drawn-page.ts';

const sheet = `
  令和４年度　補助金の一覧　　　　　　　　　（単位：千円）
  | 補助金名   | 担当課 | 予算額 | 前年度 |
  | 自治会活動 | 総務課 | 1,200  | 1,100  |
  | 観光協会   | 商工課 | 3,000  | △330  |
  　総額は、4億5,800万円で、前年度に比べ2.1％の増です。
`;

function lying(page: PageContent, turn: (box: Box) => Box): PageContent {
  const characters = page.characters.map(({ text, box }) => ({ text, box: turn(box), vertical: true }));
  return { ...page, width: page.height, height: page.width, characters, rules: page.rules.map(turn) };
}

test.each(['down', 'up'])('a sheet on its side, its lines running %s, is the same as upright', (direction) => {
  const upright = draw(sheet);
  const [page] = upright.pages;
  const turn = ([x0, y0, x1, y1]: Box): Box =>
    direction === 'down'
      ? [page!.height - y1, x0, page!.height - y0, x1]
      : [y0, page!.width - x1, y1, page!.width - x0];
  const { quantities, unmatched } = compare(upright, { ...upright, pages: [lying(page!, turn)] });
  expect(quantities.map((pair) => [pair.old.text, pair.new.text])).toEqual(
    ['1,200', '1,100', '3,000', '△330', '4億5,800万円', '2.1％'].map((text) => [text, text]),
  );
  for (const pair of quantities) expect(pair.new.box.map(Math.round)).toEqual(turn(pair.old.box).map(Math.round));
  expect([...unmatched.old, ...unmatched.new]).toEqual([]);
});

test('vertical writing: columns from the right, digits lying in them', () => {
  const lines = (amount: string) => [
    '一　歳入の見積り',
    `　市税につきましては、総額を${amount}千円と見込みます。地方交付税も前の年度を`,
    '上回ると見込みます。',
  ];
  const page = (amount: string): PageContent => ({
    ...{ index: 1, width: 842, height: 595, rules: [], scanned: false },
    characters: lines(amount).flatMap((line, column) =>
      [...line].map((text, at) => {
        const x = 700 - column * 20;
        return { text, box: [x, 60 + at * 10, x + 10, 70 + at * 10] as const, vertical: /[0-9]/u.test(text) };
      }),
    ),
  });
  const document = (amount: string) => ({ pages: [page(amount)], pageLabels: [null] });
  const { quantities } = compare(document('12,345'), document('67,890'));
  expect(quantities.map(({ label, old, new: neu }) => [label, old.text, neu.text])).toEqual([
    ['一歳入の見積り > 市税 > 総額', '12,345千円', '67,890千円'],
  ]);
});

test('a contents page is not turned, however its dot leaders come: column by column, down the page', () => {
  const names = Array.from({ length: 12 }, (_, row) => [`第${row + 1}款　市税`, 60 + row * 14] as const);
  const place = (text: string, x: number, y: number) => ({ text, box: [x, y, x + 9, y + 9] as const, vertical: false });
  const words = names.flatMap(([name, y]) => [...name].map((text, at) => place(text, 60 + at * 9, y)));
  const leaders = Array.from({ length: 30 }, (_, column) =>
    names.map(([, y]) => place('…', 200 + column * 9, y)),
  ).flat();
  const page = { index: 1, width: 595, height: 842, rules: [], scanned: false, characters: [...words, ...leaders] };
  expect(turnPage(page)).toBeNull();
});
