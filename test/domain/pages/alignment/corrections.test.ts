import { describe, expect, test } from 'vitest';
import type { EntryPlace } from '../../../../domain/pages/alignment/corrections.ts';
import type { Comparison } from '../../../../domain/pages/comparison/compare-documents.ts';
import { type Entry, pathOf } from '../../../../domain/pages/entries/entry.ts';
import { compare, draw } from '../drawn-page.ts';

const older = draw(`
  令和４年度予算
  | 目         | 本年度 | 前年度 |
  | 図書館費   | 100    | 90     |
  | 公民館費   | 200    | 210    |
  | 体育館費   | 300    | 310    |
`);
const newer = draw(`
  令和５年度予算
  | 目             | 前年度 | 本年度 |
  | 生涯学習拠点費 | 100    | 120    |
  | 公民館費       | 200    | 230    |
  | 体育館費       | 300    | 330    |
`);

const rowsOf = ({ rows }: Pick<Comparison, 'rows'>) =>
  rows
    .filter((row) => row.older.entry.kind === 'row')
    .map((row) => [row.older.entry.label.printed, row.newer.entry.label.printed, row.correction !== null]);
const placeOf = (entry: Entry): EntryPlace => ({ page: entry.page, box: entry.box, path: pathOf(entry) });
const plain = compare(older, newer);
const placeIn = (entries: readonly Entry[], name: string): EntryPlace => {
  return placeOf(entries.find(({ label }) => label.printed === name)!);
};
const inOlder = (name: string) => placeIn(plain.papers.older.entries, name);
const inNewer = (name: string) => placeIn(plain.papers.newer.entries, name);

describe('lines', () => {
  test('two that a person called the same are, with all their amounts', () => {
    const corrected = compare(older, newer, {
      corrections: [{ id: 1, older: inOlder('図書館費'), newer: inNewer('生涯学習拠点費') }],
    });
    expect(rowsOf(plain)).not.toContainEqual(['図書館費', '生涯学習拠点費', false]);
    expect(rowsOf(corrected)).toEqual([
      ['図書館費', '生涯学習拠点費', true],
      ['公民館費', '公民館費', false],
      ['体育館費', '体育館費', false],
    ]);
    const quantities = corrected.quantities.filter((pair) => pair.corrected);
    expect(quantities.map((pair) => [pair.column, pair.old.text, pair.new.text, pair.confidence])).toEqual([
      ['本年度', '100', '120', 1],
      ['前年度', '90', '100', 1],
    ]);
  });

  test('their former counterparts are free again', () => {
    const corrected = compare(older, newer, {
      corrections: [{ id: 2, older: inOlder('公民館費'), newer: inNewer('体育館費') }],
    });
    expect(rowsOf(corrected)).toEqual([['公民館費', '体育館費', true]]);
  });

  test('one that has no counterpart gets none, in either paper', () => {
    const corrected = compare(older, newer, {
      corrections: [
        { id: 3, older: inOlder('公民館費'), newer: null },
        { id: 4, older: null, newer: inNewer('体育館費') },
      ],
    });
    expect(rowsOf(corrected)).toEqual([]);
    expect(corrected.unmatched.old.map(({ text }) => text)).toEqual(['100', '90', '200', '210', '300', '310']);
  });

  test('of two about the same line the later holds', () => {
    const corrected = compare(older, newer, {
      corrections: [
        { id: 5, older: inOlder('図書館費'), newer: inNewer('体育館費') },
        { id: 6, older: inOlder('図書館費'), newer: inNewer('生涯学習拠点費') },
      ],
    });
    expect(rowsOf(corrected)).toEqual([
      ['図書館費', '生涯学習拠点費', true],
      ['公民館費', '公民館費', false],
      ['体育館費', '体育館費', false],
    ]);
  });

  test('a line is found by its path wherever it is now, by its place and name under another path, else not at all', () => {
    const [a, b] = [inOlder('図書館費'), inNewer('生涯学習拠点費')];
    const pairedWith = (a: EntryPlace, b: EntryPlace) =>
      rowsOf(compare(older, newer, { corrections: [{ id: 7, older: a, newer: b }] })).some(([, , c]) => c);
    expect(pairedWith({ ...a, page: 7, box: [0, 0, 9, 9] }, b)).toBe(true);
    expect(pairedWith({ ...a, path: ['別の見出し', '図書館費'] }, b)).toBe(true);
    expect(pairedWith({ ...a, path: ['別の見出し', '図書館費'], page: 7 }, b)).toBe(false);
    expect(pairedWith({ ...a, path: ['別の見出し', '博物館費'] }, b)).toBe(false);
  });

  test('of several with the same path the nearest is meant', () => {
    const list = draw(`
      　今年度は、講座１０回を開きました。
      　今年度は、講座２０回を開きました。
      ---
      　今年度は、講座３０回を開きました。
    `);
    const { papers } = compare(list, list);
    const [first, second, third] = papers.older.entries.map(placeOf);
    expect(first!.path).toEqual(third!.path);
    const { quantities } = compare(list, list, {
      corrections: [
        { id: 8, older: first!, newer: third! },
        { id: 9, older: second!, newer: { ...second!, box: [...second!.box] } },
      ],
    });
    const values = quantities.filter(({ corrected }) => corrected).map(({ old, new: neu }) => [old.value, neu.value]);
    expect(values).toEqual([
      [10, 30],
      [20, 20],
    ]);
  });
});

test('pages that a person put beside each other replace what was found for them', () => {
  const page = (name: string) => `| 目 | 本年度 |\n| ${name}一 | 100 |\n| ${name}二 | 200 |`;
  const paper = draw([page('総務'), page('民生'), page('土木')].join('\n---\n'));
  expect(compare(paper, paper).pages.map(String)).toEqual(['1,1', '2,2', '3,3']);
  const corrected = compare(paper, paper, { pageCorrections: [[1, 2]] });
  expect(corrected.pages.map(String)).toEqual(['1,2', '3,3']);
});
