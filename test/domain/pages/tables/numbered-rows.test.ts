import { expect, test } from 'vitest';
import { pathOf } from '../../../../domain/pages/entries/entry.ts';
import { readDocument } from '../../../../domain/pages/entries/read-document.ts';
import { drawPage } from '../draw-page.ts';
import { compare, draw } from '../drawn-page.ts';

test('tables of rows named by numbers, one below the other and over the page, under headers in the middle of their columns', () => {
  const head = [
    '              令和６年１月１日現在　　　　令和５年１月１日現在',
    '級          職員数　　　構成比　　　　　職員数　　　構成比',
  ];
  const row = (name: string, a: number, at: number) =>
    `${name}              ${a}${at}        ${at}.${a}                  ${a}${at + 1}        ${at}.${a + 1}`;
  const paper = (a: number) => {
    const first = [
      '(1)　事務職',
      '',
      ...head,
      ...[3, 2, 1].map((level) => row(`${level} `, a, level)),
      '',
      '(2)　技術職',
      '',
      ...head,
      row('3 ', a, 5),
      row('2 ', a, 6),
    ];
    const second = [row('1 ', a, 7), row('計', a, 8)];
    const blank = Array.from({ length: 8 }, () => '');
    const pages = [first, second].map((rows, index) =>
      drawPage([...blank, ...rows], { width: 600, height: 300, index: index + 1 }),
    );
    return { pages, pageLabels: pages.map(() => null) };
  };
  const found = compare(paper(10), paper(20)).quantities.map(
    ({ label, column, old, new: now }) => `${label} | ${column}: ${old.text} → ${now.text}`,
  );
  expect(found).toHaveLength(28);
  expect(found).toContain('(1)事務職 > 3 | 令和６年１月１日現在 > 職員数: 103 → 203');
  expect(found).toContain('(1)事務職 > 1 | 令和５年１月１日現在 > 構成比: 1.11 → 1.21');
  expect(found).toContain('(2)技術職 > 1 | 令和６年１月１日現在 > 職員数: 107 → 207');
  expect(found).toContain('(2)技術職 > 計 | 令和５年１月１日現在 > 構成比: 8.11 → 8.21');
});

test('a number in a column of its own is written with one point, as it may be printed', () => {
  const rows = (mark: string) =>
    readDocument(draw(`予算\n| № | 事業 | 予算額 |\n| 1${mark} | 道路整備 | 100 |\n| 2${mark} | 公園整備 | 200 |`))
      .entries.filter(({ kind }) => kind === 'row')
      .map((entry) => pathOf(entry).at(-1));
  for (const mark of ['', '.', '．']) expect(rows(mark)).toEqual(['1.道路整備', '2.公園整備']);
});
