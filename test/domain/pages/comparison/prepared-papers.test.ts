import { expect, test } from 'vitest';
import { comparePrepared, compareRead } from '../../../../domain/pages/comparison/compare-documents.ts';
import { preparePapers } from '../../../../domain/pages/comparison/prepared-papers.ts';
import { pathOf } from '../../../../domain/pages/entries/entry.ts';
import { readDocument } from '../../../../domain/pages/entries/read-document.ts';
import { comparedPages } from '../../../../domain/pages/results/compared-lines.ts';
import { comparedLinesOf } from '../compared-lines-of.ts';
import { draw } from '../drawn-page.ts';

const rows = [
  ['総務管理費', 1_200, 1_100],
  ['徴税費', 2_400, 2_300],
  ['戸籍費', 3_600, 3_500],
  ['選挙費', 480, 470],
] as const;
const [older, newer] = [0, 7].map((more) =>
  readDocument(
    draw(
      ['第２款　総務費　　　　（単位：千円）', '| 目 | 本年度 | 前年度 |']
        .concat(rows.map(([name, now, before]) => `| ${name} | ${now + more} | ${before + more} |`))
        .join('\n'),
    ),
  ),
);

test('papers that were prepared once compare after each correction as papers that are compared for the first time', () => {
  const prepared = preparePapers(older!, newer!, 1);
  const places = newer!.entries.map((entry) => ({ page: entry.page, box: entry.box, path: pathOf(entry) }));
  const said = [
    [],
    ...places.map((place, id) => [{ id, older: null, newer: place }]),
    places.map((place, id) => ({ id, older: null, newer: place })),
    [],
  ];
  for (const corrections of said) {
    const again = comparedLinesOf(comparePrepared(prepared, { corrections }));
    expect(again).toEqual(comparedLinesOf(compareRead(older!, newer!, { yearsApart: 1, corrections })));
  }
});

test('a page whose marks a correction left as they were has the lines that it had', () => {
  const prepared = preparePapers(older!, newer!, 1);
  const places = newer!.entries.map((entry) => ({ page: entry.page, box: entry.box, path: pathOf(entry) }));
  const compared = [[], ...places.map((place, id) => [{ id, older: null, newer: place }])].map((corrections) =>
    comparedPages(comparePrepared(prepared, { corrections })).map(({ side, page, marks, lines }) => ({
      ...{ key: `${side} ${page}`, marks, lines: JSON.stringify(lines()) },
    })),
  );
  const all = compared.flat();
  const same = (a: readonly unknown[], b: readonly unknown[]) =>
    a.length === b.length && a.every((x, at) => x === b[at]);
  for (const one of all)
    for (const other of all)
      if (one.key === other.key) expect(same(one.marks, other.marks)).toBe(one.lines === other.lines);
});
