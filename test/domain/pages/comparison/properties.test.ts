import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { longestIncreasing } from '../../../../domain/pages/alignment/longest-increasing.ts';
import { compareRead } from '../../../../domain/pages/comparison/compare-documents.ts';
import {
  type PrintedDocument,
  type ReadDocument,
  readDocument,
} from '../../../../domain/pages/entries/read-document.ts';
import { restoredDocument, storedDocument } from '../../../../domain/pages/entries/stored-document.ts';
import { changesOf } from '../../../../domain/pages/results/changes.ts';
import { comparedLinesOf } from '../compared-lines-of.ts';
import { compare, draw } from '../drawn-page.ts';

// Many papers are drawn and compared a property, which takes its time where other tests run beside.
vi.setConfig({ testTimeout: 30_000 });

const SEED = 20261123;
const NAMES = [
  '総務',
  '民生',
  '衛生',
  '労働',
  '農林',
  '商工',
  '土木',
  '消防',
  '教育',
  '公債',
  '議会',
  '災害',
  '環境',
  '福祉',
  '都市',
];
const KINDS = ['管理費', '事業費', '補助金', '委託料', '負担金', '整備費'];

interface Row {
  readonly name: string;
  readonly amounts: readonly number[];
}

/** Sections of a paper, each a table of rows with different names. */
const paper = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }).chain((sections) =>
  fc.tuple(
    ...sections.map((section) =>
      fc.tuple(
        fc.constant(section),
        fc.uniqueArray(
          fc.record({
            name: fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...KINDS)).map((parts) => parts.join('')),
            amounts: fc.tuple(fc.nat(999_999), fc.nat(999_999), fc.integer({ min: -999, max: 999 })),
          }),
          { minLength: 1, maxLength: 6, selector: ({ name }) => name },
        ),
      ),
    ),
  ),
);
type Paper = [section: string, rows: Row[]][];

const amount = (value: number) => `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('en-US')}`;

function print(sections: Paper): PrintedDocument {
  const tables = sections.map(([section, rows], i) => [
    `第${i + 1}款　${section}に関する支出　　　　　　（単位：千円）`,
    '| 目 | 本年度 | 前年度 | 比較 |',
    ...rows.map(({ name, amounts }, n) => `| ${n + 1}.${name} | ${amounts.map(amount).join(' | ')} |`),
  ]);
  return draw(tables.map((lines) => lines.join('\n')).join('\n---\n'));
}

const place = ({ page, box }: { page: number; box: readonly number[] }) => `${page}:${box.join()}`;

test('a paper compared with itself pairs every amount with itself', () => {
  fc.assert(
    fc.property(paper, (sections) => {
      const { quantities, unmatched } = compare(print(sections), print(sections));
      expect(quantities.map((pair) => place(pair.new))).toEqual(quantities.map((pair) => place(pair.old)));
      expect(quantities).toHaveLength(sections.flatMap(([, rows]) => rows).length * 3);
      expect([...unmatched.old, ...unmatched.new]).toEqual([]);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('rows that go leave the pairs of the others as they were', () => {
  fc.assert(
    fc.property(paper, fc.infiniteStream(fc.boolean()), (sections, stream) => {
      const kept = sections
        .map(([section, rows]): [string, Row[]] => [section, rows.filter(() => stream.next().value)])
        .filter(([, rows]) => rows.length > 0);
      fc.pre(kept.length > 0);
      const { quantities, unmatched } = compare(print(sections), print(kept));
      expect(quantities).toHaveLength(kept.flatMap(([, rows]) => rows).length * 3);
      for (const pair of quantities) expect(pair.old.value).toBe(pair.new.value);
      expect(unmatched.new).toEqual([]);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('old and new the other way round give the same pairs the other way round', () => {
  fc.assert(
    fc.property(paper, paper, (older, newer) => {
      const there = compare(print(older), print(newer));
      const back = compare(print(newer), print(older));
      const forth = there.quantities.map((pair) => `${place(pair.old)} ${place(pair.new)}`);
      expect(back.quantities.map((pair) => `${place(pair.new)} ${place(pair.old)}`).sort()).toEqual(forth.sort());
    }),
    { seed: SEED, numRuns: 60 },
  );
});

const anyPage = fc
  .record({
    texts: fc.array(
      fc.record({
        text: fc.constantFrom(
          '総',
          '務',
          '費',
          '計',
          '1',
          '２',
          ',',
          '△',
          '円',
          '千',
          '。',
          '、',
          '(',
          '第',
          '章',
          '年',
          '令',
          '和',
          '・',
          '―',
        ),
        x: fc.integer({ min: -50, max: 900 }),
        y: fc.integer({ min: -50, max: 700 }),
        size: fc.integer({ min: 0, max: 40 }),
        vertical: fc.boolean(),
      }),
      { maxLength: 60 },
    ),
    rules: fc.array(fc.tuple(fc.nat(842), fc.nat(595), fc.nat(842), fc.nat(595), fc.boolean()), { maxLength: 40 }),
  })
  .map(({ texts, rules }) => ({
    characters: texts.map(({ text, x, y, size, vertical }) => ({
      text,
      vertical,
      box: [x, y, x + size, y + size] as const,
    })),
    rules: rules.map(([x0, y0, x1, y1, across]) =>
      across
        ? ([Math.min(x0, x1), y0, Math.max(x0, x1), y0 + 0.5] as const)
        : ([x0, Math.min(y0, y1), x0 + 0.5, Math.max(y0, y1)] as const),
    ),
  }));

test('any characters and lines on a page are read without fail', () => {
  const document = fc.array(anyPage, { minLength: 1, maxLength: 3 }).map((pages) => ({
    pages: pages.map((page, i) => ({ index: i + 1, width: 842, height: 595, scanned: false, ...page })),
    pageLabels: pages.map(() => null),
  }));
  fc.assert(
    fc.property(document, document, (older, newer) => {
      const { quantities } = compare(older, newer);
      for (const { old, new: neu, confidence } of quantities) {
        expect([old.value, neu.value].every(Number.isFinite)).toBe(true);
        expect(confidence > 0 && confidence <= 1).toBe(true);
      }
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('a longest increasing subsequence increases, and none is longer', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 10 }), (values) => {
      const chain = longestIncreasing(values).map((i) => values[i]!);
      expect(chain).toEqual([...chain].sort((a, b) => a - b));
      let longest = 0;
      for (let mask = 0; mask < 1 << values.length; mask += 1) {
        const picked = values.filter((_, i) => mask & (1 << i));
        if (picked.every((value, i) => i === 0 || picked[i - 1]! < value)) longest = Math.max(longest, picked.length);
      }
      expect(chain).toHaveLength(longest);
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test('papers that were read and stored as JSON compare as they would have at once', () => {
  const stored = (read: ReadDocument) => restoredDocument(JSON.parse(JSON.stringify(storedDocument(read))));
  const years = (from: number) => {
    const columns = [0, 1, 2, 3].map((n) => `令和${from + n}年度`);
    return draw(`
      決算額の推移
      | 区分   | ${columns.join(' | ')} |
      | 市税   | 1,234 | 2,345 | 3,456 | 4,567 |
      | 交付税 | 234   |       | 456   | 567   |
      人口の推移
      | 年度 | 人口 | 世帯 |
      ${columns.map((year, n) => `| ${year} | ${500 + n} | ${200 + n} |`).join('\n      ')}
    `);
  };
  const agree = (a: PrintedDocument, b: PrintedDocument) => {
    const [older, newer] = [readDocument(a), readDocument(b)];
    const [direct, again] = [compareRead(older, newer), compareRead(stored(older), stored(newer))];
    expect(changesOf(again, { revisions: true })).toEqual(changesOf(direct, { revisions: true }));
    expect(comparedLinesOf(again)).toEqual(comparedLinesOf(direct));
    expect(again.pages).toEqual(direct.pages);
  };
  agree(years(2), years(4));
  fc.assert(
    fc.property(paper, paper, (older, newer) => agree(print(older), print(newer))),
    { seed: SEED, numRuns: 30 },
  );
});
