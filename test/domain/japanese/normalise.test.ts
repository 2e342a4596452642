import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch, foldWidths } from '../../../domain/japanese/normalise.ts';
import { parseKanjiNumeral, parseWholeNumber, withDigits } from '../../../domain/japanese/numerals.ts';

test.each([
  ['ＤＸ推進計画', 'dx推進計画'],
  ['１０時〜１２時', '10時~12時'],
  ['１０時～１２時', '10時~12時'],
  ['－３．５％', '-3.5%'],
  ['−3.5%', '-3.5%'],
  ['葛\u{E0100}城', '葛城'],
  ['ｶﾞﾗｽ', 'ガラス'],
  ['タワー', 'タワー'],
  ['市⺠税', '市民税'],
  ['⻘少年・⻑寿・⻝育', '青少年・長寿・食育'],
  ['⾯積⼀覧', '面積一覧'],
  ['⼾籍', '戸籍'],
  ['⿊字', '黒字'],
])('%s folds to %s', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
});

test('every radical that looks like an ideograph becomes one', () => {
  const radicals = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, index) => String.fromCodePoint(0x2e80 + index));
  // Unassigned, or a component that is no character by itself.
  const left = radicals.filter((radical) => /[\u2E80-\u2FDF]/u.test(foldWidths(radical)));
  expect(left).toEqual(['\u2E80', '\u2E9A', ...radicals.filter((radical) => radical > '\u2EF3' && radical < '\u2F00')]);
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldWidths(foldWidths(text))).toBe(foldWidths(text));
    }),
    { seed: 20261123 },
  );
});

test.each([
  ['二十三', 23],
  ['三〇', 30],
  ['百五', 105],
  ['一億二千万', 120_000_000],
  ['六十二兆百三十五億', 62_013_500_000_000],
  ['十', 10],
])('%s is %i', (text, value) => {
  expect(parseKanjiNumeral(text)).toBe(value);
});

test('whole numbers in any digits', () => {
  expect(parseWholeNumber('１２')).toBe(12);
  expect(parseWholeNumber('元')).toBe(1);
  expect(parseWholeNumber('第三')).toBeNull();
  expect(withDigits('12円', 'full')).toBe('１２円');
});
