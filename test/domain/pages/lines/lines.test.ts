import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupLines, readLines } from '../../../../domain/pages/lines/lines.ts';
import type { Rule } from '../../../../domain/pages/sheet/page-content.ts';
import { drawPage, drawVerticalPage } from '../draw-page.ts';

const textsOf = (rows: readonly string[]) => readLines(drawPage(rows)).map(({ text }) => text);

test.each<[name: string, rows: string[], lines: string[]]>([
  ['rows from the top', ['第１表　歳入', '第２表　歳出'], ['第１表　歳入', '第２表　歳出']],
  ['a wide gap parts columns', ['市民税      790,264     12'], ['市民税', '790,264', '12']],
  ['numbers part at a narrower gap than words', ['12  34', '予  算'], ['12', '34', '予 算']],
  ['a ruling line parts cells that touch', ['款│項│目', '１│２│３'], ['款', '項', '目', '１', '２', '３']],
  ['typed spaces are kept, but not at the ends', ['　議案第１号　予算　'], ['議案第１号　予算']],
  ['many typed spaces are a gap', ['市民税　　　　　120'], ['市民税', '120']],
  ['a gap between Latin words is a space', ['RC bug', '２ 週間'], ['RC bug', '２週間']],
  ['a quarter of an em beside Latin type is none', ['第_1_回'], ['第 1 回']],
  ['characters spread over a cell are one line', ['│ 歳    出    合    計 │'], ['歳 出 合 計']],
  ['two characters far apart may be two columns', ['款    項'], ['款', '項']],
  [
    'upright characters under one another are a column',
    ['特　│予算', '定  │決算', '財  │差引'],
    ['特定財', '予算', '決算', '差引'],
  ],
  ['cells under one another are not', ['款│', '──', '項│', '──', '目│'], ['款', '項', '目']],
])('%s', (_, rows, lines) => {
  expect(textsOf(rows)).toEqual(lines);
});

test('a long row of numbers before a word is read at once', () => {
  const row = `${'12,'.repeat(30)}予`;
  expect(textsOf([row])).toEqual([row]);
});

test('a line has the box of what is printed, without spaces at its ends', () => {
  const [line] = readLines(drawPage(['', '_予算_']));
  expect(line).toEqual({ text: '予算', box: [5, 12, 25, 22], vertical: false });
});

test('columns of vertical writing run from the right', () => {
  const lines = readLines(drawVerticalPage(['令和４年度', '予算の概要']));
  expect(lines.map(({ text, vertical }) => [text, vertical])).toEqual([
    ['令和４年度', true],
    ['予算の概要', true],
  ]);
  expect(lines[0]!.box).toEqual([590, 0, 600, 50]);
});

test('type that is turned to be read upwards is read upwards', () => {
  const page = drawVerticalPage(['上向き']);
  const upwards = page.characters.map(({ text }, at) => ({
    ...page.characters[page.characters.length - 1 - at]!,
    text,
  }));
  expect(readLines({ ...page, characters: upwards }).map(({ text }) => text)).toEqual(['上向き']);
});

describe('what a file does', () => {
  const page = drawPage(['補正額は△1,234千円である']);
  const whole = ['補正額は△1,234千円である'];

  test('drawing a line twice for bold type does not double it', () => {
    const shifted = page.characters.map((character) => {
      const [x0, y0, x1, y1] = character.box;
      return { ...character, box: [x0 + 0.3, y0, x1 + 0.3, y1] as const };
    });
    const lines = readLines({ ...page, characters: [...page.characters, ...shifted] });
    expect(lines.map(({ text }) => text)).toEqual(whole);
  });

  test('drawing characters of another font after the rest of the line', () => {
    const characters = [...page.characters.filter((_, at) => at !== 4), page.characters[4]!];
    expect(readLines({ ...page, characters }).map(({ text }) => text)).toEqual(whole);
  });

  test('drawing pieces in any order', () => {
    const order = fc.shuffledSubarray([...page.characters.keys()], { minLength: page.characters.length });
    const property = fc.property(order, (places) => {
      const characters = places.map((at) => page.characters[at]!);
      expect(readLines({ ...page, characters }).map(({ text }) => text)).toEqual(whole);
    });
    fc.assert(property, { seed: 4, numRuns: 200 });
  });
});

test('no printed character is lost or doubled', () => {
  const cell = fc.string({ unit: fc.constantFrom('予', '算', '1', '２', ' ', '│', '_'), maxLength: 12 });
  const property = fc.property(fc.array(cell, { maxLength: 8 }), (rows) => {
    const page = drawPage(rows);
    const printed = (texts: readonly string[]) => texts.filter((text) => text.trim() !== '').toSorted();
    const read = groupLines(page).flatMap(({ characters }) => characters.map(({ text }) => text));
    expect(printed(read)).toEqual(printed(page.characters.map(({ text }) => text)));
  });
  fc.assert(property, { seed: 7, numRuns: 500 });
});

test('lines end where a ruling line stands', () => {
  const cell = fc.string({ unit: fc.constantFrom('予', '1', ' '), minLength: 1, maxLength: 4 });
  const property = fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
    const page = drawPage([cells.join('│')]);
    for (const { box } of readLines(page)) {
      for (const [x] of page.rules) expect(x <= box[0] || x >= box[2]).toBe(true);
    }
  });
  fc.assert(property, { seed: 11, numRuns: 300 });
});

test('the strokes of type that is drawn as outlines part no words, ruling lines do', () => {
  const page = drawPage(['3,775年度']);
  const strokes = [20.2, 24.8, 30].map((x): Rule => [x, 1, x, 9]);
  const texts = (rules: readonly Rule[]) => readLines({ ...page, rules: [...rules] }).map(({ text }) => text);
  expect(texts(strokes)).toEqual(['3,775年度']);
  expect(texts([[25, -2, 25, 14]])).toEqual(['3,775', '年度']);
});
