import { describe, expect, test } from 'vitest';
import { findQuantities } from '../../../../domain/quantities/read-quantity.ts';
import { compare, draw, pairs, unmatched } from '../drawn-page.ts';

const speech = (year: number, ...sentences: readonly string[]) => `
      令和${year}年度　施政方針
      行財政運営について
      ${sentences.map((sentence) => `　${sentence}`).join('\n      ')}`;
const shown = (older: readonly string[], newer: readonly string[]) =>
  pairs(speech(5, ...older), speech(6, ...newer)).map((pair) => pair.split(' > ').at(-1)!.replace(' | : ', ': '));

describe('the same said in other words', () => {
  test('what an item costs, whether its budget, its expenses or the item itself is named', () => {
    expect(
      shown(
        [
          '河川整備事業の予算額は1,200万円です。',
          '図書館管理費として、340万円を措置しました。',
          '公園整備費に50万円を計上しました。',
        ],
        [
          '河川整備事業に1,500万円を計上しました。',
          '図書館管理費につきましては、360万円です。',
          '公園整備費に要する経費60万円を計上しました。',
        ],
      ),
    ).toEqual([
      '河川整備事業: 1,200万円 → 1,500万円',
      '図書館管理費: 340万円 → 360万円',
      '公園整備費: 50万円 → 60万円',
    ]);
  });

  test('a name that stands behind its amount', () => {
    expect(
      shown(
        ['加えて、80万円の農地支援事業を実施します。', 'このため、本年度も90万円を投じ、林道整備事業を進めます。'],
        ['農地支援事業に85万円を計上しました。', '林道整備事業は95万円です。'],
      ),
    ).toEqual(['農地支援事業: 80万円 → 85万円', '林道整備事業: 90万円 → 95万円']);
  });

  test('from what and by how much it changed is not what it is', () => {
    expect(
      shown(
        ['待機児童数は、20人から24人へと変化しました。', '講座の参加者数は、前年度に比べ5.1％増の310人となりました。'],
        ['待機児童数は18人となりました。', '講座の参加者数は320人となりました。'],
      ),
    ).toEqual(['待機児童数: 24人 → 18人', '講座の参加者数: 310人 → 320人']);
  });
});

test('amounts of which nothing says what they are pair only where the same is said of them', () => {
  const older = speech(5, 'このため、500万円を準備しました。');
  const newer = speech(6, 'このため、7,300万円にとどまりました。');
  expect(unmatched(older, newer)).toEqual({
    old: ['行財政運営について: 500万円'],
    new: ['行財政運営について: 7,300万円'],
  });
});

test('a line that is short since the next one begins with a number goes on in it', () => {
  const paper = (year: number, amount: string) => {
    const full = 'これまでの成果を踏まえ、引き続き着実に取り組みます。あわせて、御要望の多い地区の';
    return draw(`
      令和${year}年度　施政方針
      行財政運営について
      　${full}
      改修や点検を着実に進めるため、本年度の河川推進費の予算額は前年を上回る
      ${amount}（前年度は26,580万円）です。`);
  };
  expect(pairs(paper(5, '1,120,609,100万円'), paper(6, '1,123,562,100万円'))[0]).toContain(
    '河川推進費 | : 1,120,609,100万円 → 1,123,562,100万円',
  );
});

test('a sentence goes on with its number in the next line, however much room is left', () => {
  const paper = (year: number, amount: string, count: string) => `
      令和${year}年度　施政方針
      行財政運営について
      　引き続き着実に取り組み、御要望の多い地区の改修や点検を進めてまいります。
      さらに、国の制度を活用し、林道運営事業に要する経費
      ${amount}を予算化いたしました。
      里親登録世帯数は
      ${count}となりました。
      ２　産業について
      　引き続き着実に取り組み、御要望の多い地区の改修や点検を進めてまいります。`;
  expect(pairs(paper(5, '1,503万円', '28世帯'), paper(6, '1,987万円', '30世帯'))).toEqual([
    '行財政運営について > 林道運営事業 | : 1,503万円 → 1,987万円',
    '行財政運営について > 里親登録世帯数 | : 28世帯 → 30世帯',
  ]);
});

test('what is named once in each speech is the same under another heading; out of its order it is in doubt', () => {
  const paper = (year: number, first: readonly string[], second: readonly string[]) =>
    draw(`
      令和${year}年度　施政方針
      行財政運営について
      　${first.join('\n      　')}
      未来への投資について
      　${second.join('\n      　')}`);
  const [cost, park, ward] = [
    '水辺管理費に20万円を計上しました。',
    '公園推進費は30万円です。',
    '里山対策費は40万円です。',
  ];
  const { quantities } = compare(paper(5, [cost!, park!], [ward!]), paper(6, [park!], [ward!, cost!]));
  expect(quantities.map(({ label, confidence }) => [label.split(' > ').at(-1), confidence > 0.9])).toEqual([
    ['水辺管理費', false],
    ['公園推進費', true],
    ['里山対策費', true],
  ]);
});

test('a result of last year by its year, or by its name alone', () => {
  expect(shown(['令和４年度の満足度は、52.5％となりました。'], ['満足度は60.5％となりました。'])).toEqual([
    '満足度: 52.5％ → 60.5％',
  ]);
});

describe('what each amount of a sentence is of', () => {
  const said: readonly (readonly [older: string, newer: string, pairs: readonly string[]])[] = [
    [
      '小学校費、中学校費及び幼稚園費は、それぞれ1億円、8,000万円及び600万円です。',
      '小学校費、幼稚園費及び中学校費は、それぞれ2億円、700万円及び8,100万円です。',
      ['小学校費: 1億円 → 2億円', '中学校費: 8,000万円 → 8,100万円', '幼稚園費: 600万円 → 700万円'],
    ],
    [
      '小学校と中学校の耐震化率は、それぞれ98.2％、97.5％となりました。',
      '中学校の耐震化率は98.0％、小学校の耐震化率は98.9％となりました。',
      ['小学校の耐震化率: 98.2％ → 98.9％', '中学校の耐震化率: 97.5％ → 98.0％'],
    ],
    [
      '一般会計が120億円、特別会計が45億円の合計165億円です。',
      '特別会計が44億円、一般会計が125億円の合計169億円です。',
      ['一般会計: 120億円 → 125億円', '特別会計: 45億円 → 44億円', '合計: 165億円 → 169億円'],
    ],
    [
      '参加者数は310人（男性120人、女性190人）でした。',
      '参加者数は330人（女性200人、男性130人）でした。',
      ['参加者数: 310人 → 330人', '男性: 120人 → 130人', '女性: 190人 → 200人'],
    ],
    [
      '予算額は、120億円で、前年度に比べ3億円、2.6％の増となっております。',
      '予算額は、125億円（前年度比5億円、4.2％増）です。',
      ['予算額: 120億円 → 125億円', '予算額 | 増減: 3億円 → 5億円', '予算額 | 増減: 2.6％ → 4.2％'],
    ],
    [
      '登録件数は、昨年度の3件から5件に増えました。',
      '登録件数は8件となり、着実に成果が現れております。',
      ['登録件数: 5件 → 8件'],
    ],
    [
      '待機児童数は令和4年度が20人、令和5年度が12人でした。',
      '待機児童数は、令和5年度の12人から令和6年度は5人に減りました。',
      ['令和5年度: 20人 → 12人', '令和6年度: 12人 → 5人'],
    ],
    ['講座の参加者は延べ300人でした。', '講座の参加者はおよそ320人でした。', ['講座の参加者: 300人 → 320人']],
    [
      '整備費は一億二千万円、会員は三百二十人です。',
      '整備費は1億円、会員は300人です。',
      ['整備費: 一億二千万円 → 1億円', '会員: 三百二十人 → 300人'],
    ],
    [
      '昨年は30件の相談があり、うち12件が解決しました。',
      '昨年は35件の相談があり、うち15件が解決しました。',
      ['相談: 30件 → 35件', 'うち: 12件 → 15件'],
    ],
    ['歳入のうち市税は55億円です。', '歳入のうち、市税は57億円です。', ['市税: 55億円 → 57億円']],
    ['入園児のうち、3歳児は40人です。', '3歳児は42人となり、着実に成果が現れております。', ['3歳児: 40人 → 42人']],
  ];
  test.each(said)('%s', (older, newer, expected) => {
    expect(shown([older], [newer]).map((pair) => pair.replace(' | : ', ': '))).toEqual(expected);
  });
});

test('１人１人 and 24時間365日 count nothing', () => {
  const counted = (text: string) => findQuantities(text).map((quantity) => quantity.text);
  expect(counted('市民１人１人が輝くまち。１人１台端末を活用します。')).toEqual([]);
  expect(counted('24時間365日、11人で対応します。')).toEqual(['11人']);
});

test('a short line that ends in an amount says it and heads what more is said; an amount within a name is part of it', () => {
  const slide = (year: number, [care, before, homes, tax]: readonly [string, string, string, string]) => `
      令和${year}年度　こどもまんなか社会
      　人口減少が進む中、安心してこどもを産み育てることができるまちを目指し、国の制度も活用しながら次のとおり取り組みます。
      【新規】保育所整備事業　${care}千円（前年度：${before}千円）
      　対象となる${homes}世帯に対し、必要な経費を助成します。
      【拡充】学校給食無償化事業　5${care}千円（前年度：5${before}千円）
      　対象となる1${homes}世帯に対し、必要な経費を助成します。
      市民税は前年度並みの${tax}万円
      住民税非課税世帯への3万円給付
      　対象となる2${homes}世帯に対し、必要な経費を助成します。`;
  const [older, newer] = [slide(5, ['810', '75', '31', '758']), slide(6, ['824', '81', '53', '768'])];
  expect(pairs(older, newer)).toEqual([
    '【新規】保育所整備事業 | : 810千円 → 824千円',
    '【新規】保育所整備事業 > 前年度： | : 75千円 → 81千円',
    '【新規】保育所整備事業 > 対象となる | : 31世帯 → 53世帯',
    '【拡充】学校給食無償化事業 | : 5810千円 → 5824千円',
    '【拡充】学校給食無償化事業 > 前年度： | : 575千円 → 581千円',
    '【拡充】学校給食無償化事業 > 対象となる | : 131世帯 → 153世帯',
    '市民税 | : 758万円 → 768万円',
    '住民税非課税世帯への3万円給付 > 対象となる | : 231世帯 → 253世帯',
  ]);
});
