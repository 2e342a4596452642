import { describe, expect, test } from 'vitest';
import { layBaselines } from '../../../../domain/pages/lines/baselines.ts';
import {
  endsParagraph,
  isAside,
  isHeading,
  isNote,
  makesRoom,
  marginsOf,
  startsParagraph,
} from '../../../../domain/pages/lines/paragraph.ts';
import { draw } from '../drawn-page.ts';

const linesOf = (paper: string) =>
  layBaselines(
    draw(paper).pages[0]!.characters.map((character) => ({ ...character, page: 1 })),
    1,
  );

/** Whether the last line begins a paragraph. */
function begins(paper: string): boolean {
  const lines = linesOf(paper);
  return startsParagraph(lines.at(-1)!, lines.at(-2), marginsOf(lines));
}

/** Whether the last line but one is short only for the number behind it. */
function hasMadeRoom(paper: string): boolean {
  const lines = linesOf(paper);
  return makesRoom(lines.at(-2)!, lines.at(-1)!, marginsOf(lines));
}

describe('a paragraph begins', () => {
  const full = '市の財政の状況を示す指標のうち、財政力指数はこのところ改善が続いており、';

  test('behind a sentence where the line is numbered or set in; behind half a sentence it goes on', () => {
    expect(begins(`${full}\n詳しくは次のとおりです。\n1　市税は増えました`)).toBe(true);
    expect(begins(`${full}\n対象となる人は約\n1　万人に上ります`)).toBe(false);
    expect(begins(`${full}\nこれからも続けます。\n　公債費も減りました`)).toBe(true);
    expect(begins(`${full}\nこれからも続ける見込みで\n　公債費も減りました`)).toBe(false);
  });

  test('but not in the middle of a number that goes on in the next line', () => {
    const broken = `前の年度を上回り、指数の三か年の平均は、目標とした値を超える０．５６`;
    expect(begins(`${broken}\n(1)　公債費も減りました`)).toBe(true);
    expect(begins(`${broken}\n５、公債費も減りました`)).toBe(false);
  });

  test('not behind a comma, however short the line is', () => {
    const ends = (last: string) => {
      const lines = linesOf(`${full}\n${last}`);
      return endsParagraph(lines.at(-1)!, marginsOf(lines));
    };
    expect(ends('これからも続く見込みです')).toBe(true);
    expect(ends('これからも続く見込みで、')).toBe(false);
  });

  test('behind a sentence, although the number that begins the next one had no room', () => {
    const short = '市の財政の状況を示す指標のうち、財政力指数はこのところ改善が';
    expect(hasMadeRoom(`${full}\n${short}\n1,120,609千円の黒字でした。`)).toBe(true);
    expect(hasMadeRoom(`${full}\n${short.slice(0, -1)}。\n1,120,609千円の黒字でした。`)).toBe(false);
  });
});

test.each([
  ['歳入の状況', true],
  ['市税が増えた', true],
  ['市税が増えました', false],
  ['市税は増えています', false],
  ['市税の増加による', false],
  ['市税、交付金', false],
])('%s: heads what follows (%s)', (text, heads) => {
  expect(isHeading(linesOf(text))).toBe(heads);
});

test.each([
  ['（各年10月1日現在）', true],
  ['（ 各年 10月1日 現在 ）', true],
  ['（　）内は前年度', true],
  ['（1）歳入', false],
])('%s: says something of the numbers below (%s)', (text, says) => {
  expect(isNote(text)).toBe(says);
});

test.each([
  ['（前年度　956千円）', true],
  ['前年度　956千円', false],
  ['（前年度のとおり）', false],
])('%s: says more of the row above (%s)', (text, says) => {
  expect(isAside(text)).toBe(says);
});
