import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits } from '../../../domain/search/find-hits.ts';
import { foldWords } from '../../../domain/search/fold.ts';
import { gramsOfText, gramsOfWord, isToldByGrams } from '../../../domain/search/grams.ts';
import { readQuery } from '../../../domain/search/query.ts';

describe('what readers take for the same', () => {
  test.each([
    ['ＤＸ 推進', 'dx推進'],
    ['國民健康保險', '国民健康保険'],
    ['納稅の說明', '納税の説明'],
    ['庁內、敎育費', '庁内、教育費'],
    ['佐々木', '佐佐木'],
    ['ヴァイオリン', 'バイオリン'],
    ['ｳﾞｨｰﾅｽ', 'ビーナス'],
    ['サーヴィス', 'サービス'],
    ['霞ヶ関', '霞ケ関'],
    ['サーバー', 'サーバ'],
    ['コンピューターの', 'コンピュータの'],
    ['葛\u{E0100}城', '葛城'],
    ['か\u3099いこく', 'がいこく'],
    ['高齢者センタ−', '高齢者センタ'],
  ])('%s is %s', (one, other) => {
    expect(foldWords(one).text).toBe(foldWords(other).text);
  });

  test.each([
    ['バー', 'バ'],
    ['タワー', 'タワ'],
    ['ボール', 'ボル'],
    ['3-7', '37'],
  ])('%s is not %s', (one, other) => {
    expect(foldWords(one).text).not.toBe(foldWords(other).text);
  });

  test('folding twice changes nothing, and each unit has its place', () => {
    const kana = fc.constantFrom(...'アヴァィェォヶー々國国サバ1-a ');
    fc.assert(
      fc.property(fc.array(fc.oneof(kana, fc.string({ unit: 'grapheme', maxLength: 2 }))), (parts) => {
        const folded = foldWords(parts.join(''));
        expect(folded.places).toHaveLength(folded.text.length);
        expect(folded.places).toEqual([...folded.places].sort((a, b) => a - b));
      }),
      { seed: 20261126 },
    );
  });
});

test('several words, one within another asked for once', () => {
  expect(readQuery('　予算　介護予算、ＤＸ ')).toEqual(['介護予算', 'dx']);
  expect(readQuery(' 　')).toEqual([]);
});

describe('a word on a page', () => {
  /** The marked parts of each line in brackets. */
  const draw = (lines: string[], typed: string) =>
    findHits(lines, readQuery(typed)).map(({ line, marks }) => {
      const text = lines[line]!;
      return marks.reduceRight(
        (drawn, { from, to }) => `${drawn.slice(0, from)}[${drawn.slice(from, to)}]${drawn.slice(to)}`,
        text,
      );
    });

  test.each([
    [['令和８年度　予 算 書', '歳出'], '予算', ['令和８年度　[予 算] 書']],
    [['公共施設の個', '別施設計画'], '個別施設', ['公共施設の[個]', '[別施設]計画']],
    [['國民健康保險の予算', '予算'], '予算　国民', ['[國民]健康保險の[予算]', '[予算]']],
    [['サーバーの更新'], 'サーバ', ['[サーバー]の更新']],
    [['町税　540,950千円', '1,2、3'], '540950', ['町税　[540,950]千円']],
    [['町税　540950千円'], '５４０，９５０', ['町税　[540950]千円']],
    [['1,200と1,2005'], '1,200', ['[1,200]と1,2005']],
    [['介護'], '介護　予算', []],
  ])('%j, %s', (lines, typed, drawn) => {
    expect(draw(lines, typed)).toEqual(drawn);
  });
});

const digits = fc.string({ unit: fc.constantFrom(...'01９2予'), minLength: 1 });

test('a text that holds a word holds all its grams', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), digits),
      fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), digits),
      fc.oneof(fc.string(), digits),
      (a, word, b) => {
        const grams = new Set(gramsOfText(a + word + b));
        expect(gramsOfWord(word).every((gram) => grams.has(gram))).toBe(true);
        expect([...grams].every((gram) => gram === (gram | 0))).toBe(true);
      },
    ),
    { seed: 20261126 },
  );
});

test('words whose grams tell them whole are found in no other text', () => {
  const few = fc.constantFrom(...'予算額費1２3');
  const short = fc.string({ unit: few, minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.string({ unit: few, maxLength: 40 }), short, (text, word) => {
      if (!isToldByGrams(word)) return;
      const grams = new Set(gramsOfText(text));
      expect(gramsOfWord(word).every((gram) => grams.has(gram))).toBe(text.includes(word));
    }),
    { seed: 20261127, numRuns: 2000 },
  );
});
