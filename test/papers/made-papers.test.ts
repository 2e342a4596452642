import { describe, expect, test } from 'vitest';
import { kinds } from './kinds/index.ts';
import { makePair } from './made-pair.ts';
import { measureDrawn } from './measure.ts';
import { accountOf, precisionOf, recallOf, scoreOf } from './score.ts';

const drawn = ['drawn'] as const;

/** Kinds that the engine reads well today, on one fixed seed each; what is worse is measured by `npm run bench -- papers`. */
const soundKinds = [
  'spread',
  'facing',
  'expenditures',
  'settlement',
  'facingSettlement',
  'settlementDetails',
  'balance',
  'achievements',
  'projects',
  'continued',
  'obligations',
  'supplement',
  'counts',
  'statistics',
  'bareNumbers',
  'kpi',
  'series',
  'slides',
  'prose',
];

describe('papers that a seed draws', () => {
  test('are the same for the same seed, and others for another', () => {
    const [one, again, other] = ['1', '1', '2'].map((seed) => makePair('projects', seed, drawn));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test.each(Object.keys(kinds))('%s: both papers say numbers, and some of them are the same thing', (kind) => {
    const { truth } = makePair(kind, '1', drawn);
    const ids = truth.older.map(({ number }) => number.id);
    expect(new Set(ids).size).toBe(ids.length);
    const before = new Set(ids);
    expect(truth.newer.filter(({ number }) => before.has(number.id)).length).toBeGreaterThan(5);
  });

  test.each(soundKinds)('%s: what is the same is found, and no number is lost', (kind) => {
    const { score } = measureDrawn(makePair(kind, '1', drawn));
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.99);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.99);
    expect(accountOf(score)).toBe(1);
  });
});

describe('the score', () => {
  const { truth } = makePair('projects', '1', drawn);

  test('a comparison that finds nothing has no recall and loses every number', () => {
    const score = scoreOf({ pages: [], quantities: [], unmatched: { old: [], new: [] } }, truth);
    expect([recallOf(score), accountOf(score)]).toEqual([0, 0]);
  });

  test('two numbers of other rows put together are wrong, however equal they are', () => {
    const { pair } = measureDrawn(makePair('projects', '1', drawn));
    const [first, second] = [pair.truth.older[0]!, pair.truth.newer[3]!];
    const side = ({ page, text, number, middle: [x, y] }: typeof first) => ({
      page,
      text,
      value: number.value,
      unit: null,
      pageLabel: null,
      box: [x - 5, y - 5, x + 5, y + 5] as const,
    });
    const found = {
      label: '',
      column: '',
      unit: null,
      old: side(first),
      new: side(second),
      difference: null,
      rate: null,
      confidence: 1,
      moved: false,
      corrected: false,
    };
    const score = scoreOf({ pages: [], quantities: [found], unmatched: { old: [], new: [] } }, truth);
    expect(precisionOf(score)).toBe(0);
  });
});
