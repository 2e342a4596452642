import { describe, expect, test } from 'vitest';
import type { EntryPlace } from '../../../../domain/pages/alignment/corrections.ts';
import { compareDocuments, type ExplainedComparison } from '../../../../domain/pages/comparison/compare-documents.ts';
import type { Entry } from '../../../../domain/pages/entries/entry.ts';
import { labelText } from '../../../../domain/pages/entries/entry.ts';
import { draw } from '../drawn-page.ts';

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

const rowsOf = ({ rows }: ExplainedComparison) =>
  rows
    .filter((row) => row.older.entry.kind === 'row')
    .map((row) => [row.older.entry.label.printed, row.newer.entry.label.printed, row.corrected]);
const placeOf = ({ page, box }: Entry, label: string): EntryPlace => ({ page, box, label });
const plain = compareDocuments(older, newer);
const placeIn = (entries: readonly Entry[], name: string): EntryPlace => {
  const entry = entries.find(({ label }) => label.printed === name)!;
  return placeOf(entry, labelText(entry));
};
const inOlder = (name: string) => placeIn(plain.entries.older, name);
const inNewer = (name: string) => placeIn(plain.entries.newer, name);

describe('lines', () => {
  test('two that a person called the same are, with all their amounts', () => {
    const corrected = compareDocuments(older, newer, {
      corrections: [{ older: inOlder('図書館費'), newer: inNewer('生涯学習拠点費') }],
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
    const corrected = compareDocuments(older, newer, {
      corrections: [{ older: inOlder('公民館費'), newer: inNewer('体育館費') }],
    });
    expect(rowsOf(corrected)).toEqual([['公民館費', '体育館費', true]]);
  });

  test('one that has no counterpart gets none, in either paper', () => {
    const corrected = compareDocuments(older, newer, {
      corrections: [
        { older: inOlder('公民館費'), newer: null },
        { older: null, newer: inNewer('体育館費') },
      ],
    });
    expect(rowsOf(corrected)).toEqual([]);
    expect(corrected.unmatched.old.map(({ text }) => text)).toEqual(['100', '90', '200', '210', '300', '310']);
  });

  test('of two about the same line the later holds', () => {
    const corrected = compareDocuments(older, newer, {
      corrections: [
        { older: inOlder('図書館費'), newer: inNewer('体育館費') },
        { older: inOlder('図書館費'), newer: inNewer('生涯学習拠点費') },
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
      rowsOf(compareDocuments(older, newer, { corrections: [{ older: a, newer: b }] })).some(([, , c]) => c);
    expect(pairedWith({ ...a, page: 7, box: [0, 0, 9, 9] }, b)).toBe(true);
    expect(pairedWith({ ...a, label: '別の見出し > 図書館費' }, b)).toBe(true);
    expect(pairedWith({ ...a, label: '別の見出し > 図書館費', page: 7 }, b)).toBe(false);
    expect(pairedWith({ ...a, label: '別の見出し > 博物館費' }, b)).toBe(false);
  });

  test('of several with the same path the nearest is meant', () => {
    const list = draw(`
      　今年度は、講座１０回を開きました。
      　今年度は、講座２０回を開きました。
      ---
      　今年度は、講座３０回を開きました。
    `);
    const { entries } = compareDocuments(list, list);
    const [first, second, third] = entries.older.map((entry) => placeOf(entry, labelText(entry)));
    expect(first!.label).toBe(third!.label);
    const { quantities } = compareDocuments(list, list, {
      corrections: [
        { older: first!, newer: third! },
        { older: second!, newer: { ...second!, box: [...second!.box] } },
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
  expect(compareDocuments(paper, paper).pages.map(String)).toEqual(['1,1', '2,2', '3,3']);
  const corrected = compareDocuments(paper, paper, { pageCorrections: [[1, 2]] });
  expect(corrected.pages.map(String)).toEqual(['1,2', '3,3']);
});
