import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goTo, linkHere, type PageLink, turn } from '../../web/features/compare/page-link.ts';
import type { Places } from '../../web/features/compare/sides.ts';

const lengths = { own: 5, beside: 7 };
const offset = (by: number): PageLink => ({ kind: 'offset', offset: by });

/** 「3|4」 is page 3 beside page 4. */
function drawn(places: Places): string {
  return `${places.own}|${places.beside}`;
}

function read(text: string): Places {
  const [own, beside] = text.split('|').map(Number);
  return { own: own!, beside: beside! };
}

describe('turning both', () => {
  test.each([
    ['1|1', 0, ['2|2', '3|3', '4|4', '5|5', '5|6', '5|7', '5|7']],
    ['1|3', 2, ['2|4', '3|5', '4|6', '5|7', '5|7']],
    ['3|1', -2, ['4|2', '5|3', '5|4']],
  ])('forward from %s with an offset of %i', (from, by, expected) => {
    let places = read(from);
    const seen = expected.map(() => {
      places = turn(places, 1, lengths, offset(by));
      return drawn(places);
    });
    expect(seen).toEqual(expected);
  });

  test('back again the first waits at its end until the other has come back', () => {
    let places = read('5|7');
    const seen = [1, 2, 3, 4].map(() => {
      places = turn(places, -1, lengths, offset(0));
      return drawn(places);
    });
    expect(seen).toEqual(['5|6', '5|5', '4|4', '3|3']);
  });

  test('every page of both sides is reached', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -12, max: 12 }),
        (pages, others, by) => {
          let places = goTo({ own: 1, beside: 1 }, 'own', 1, { own: pages, beside: others }, offset(by));
          for (let step = 0; step < 60; step += 1)
            places = turn(places, -1, { own: pages, beside: others }, offset(by));
          expect(drawn(places)).toBe('1|1');
          for (let step = 0; step < 60; step += 1) places = turn(places, 1, { own: pages, beside: others }, offset(by));
          expect(drawn(places)).toBe(`${pages}|${others}`);
        },
      ),
      { seed: 5 },
    );
  });
});

test('either side leads', () => {
  expect(drawn(goTo(read('1|1'), 'own', 4, lengths, offset(2)))).toBe('4|6');
  expect(drawn(goTo(read('1|1'), 'beside', 6, lengths, offset(2)))).toBe('4|6');
});

test('unlinked, one side stays', () => {
  expect(drawn(goTo(read('2|3'), 'own', 5, lengths, null))).toBe('5|3');
  expect(drawn(goTo(read('2|3'), 'beside', 9, lengths, null))).toBe('2|7');
});

test('linking again keeps the difference of where both stand', () => {
  expect(drawn(turn(read('2|5'), 1, lengths, linkHere(read('2|5'))))).toBe('3|6');
});

test('an alignment drives the other side; a page without a partner stays beside the earlier one', () => {
  const link: PageLink = {
    kind: 'pairs',
    pairs: [
      [1, 1],
      [2, 4],
      [4, 5],
    ],
  };
  expect([1, 2, 3, 4, 5].map((page) => drawn(goTo(read('1|1'), 'own', page, lengths, link)))).toEqual([
    '1|1',
    '2|4',
    '3|4',
    '4|5',
    '5|5',
  ]);
  expect(drawn(goTo(read('1|1'), 'beside', 6, lengths, link))).toBe('4|6');
});
