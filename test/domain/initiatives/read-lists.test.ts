import { expect, test } from 'vitest';
import { read } from './drawn-paper.ts';

test('a list with circled numbers in the names, and words for targets', () => {
  const paper = `
    |施策名|所管|令和５年度目標|令和５年度実績|達成状況|
    |①条例の改正|総務課|改正案の提出|９月議会に提出|達成|
    |②様式の統一|総務課|30様式|12様式|未達成|
    |③押印の廃止|総務課|全様式|全様式|〇|
  `;
  expect(read(paper)).toEqual([
    '① 条例の改正 | 総務課 | 改正案の提出 | ９月議会に提出 | 達成=on-plan | –',
    '② 様式の統一 | 総務課 | 30様式 | 12様式 | 未達成=late | –',
    '③ 押印の廃止 | 総務課 | 全様式 | 全様式 | 〇=on-plan (mark) | –',
  ]);
});

test('a list with two rows an initiative, targets over results, years across, over a page break', () => {
  const paper = `
    |番号|取組項目|担当部署|区分|R4|R5|R6|進捗|
    |1|広報紙の見直し|秘書広報課|目標|12回|10回|10回|順調|
    |^|^|^|実績|12回|10回||^|
    |2|空き家の活用|建築住宅課|目標|20件|30件|40件|遅れ|
    |^|^|^|実績|8件|11件||^|
    ---
    |3|ごみの減量|環境課|目標|900g|880g|860g|着手|
    |^|^|^|実績|905g|899g||^|
  `;
  expect(read(paper)).toEqual([
    '1 広報紙の見直し | 秘書広報課 | 10回 | 10回 | 順調=on-plan | –',
    '2 空き家の活用 | 建築住宅課 | 30件 | 11件 | 遅れ=late | –',
    '3 ごみの減量 | 環境課 | 880g | 899g | 着手=on-plan | –',
  ]);
});

test('a list of effects, planned and reached, with a sum below', () => {
  const paper = `
    |No.|改革項目|主管課|取組状況|財政効果額（千円）|<|
    |^|^|^|^|計画|実績|
    |1-1|補助金の見直し|財政課|実施済|3,000|2,400|
    |1-2|庁舎の貸付け|資産経営課|検討中|500||
    |計|<|<|<|3,500|2,400|
  `;
  expect(read(paper)).toEqual([
    '1-1 補助金の見直し | 財政課 | – | – | 実施済=done | 2,400[千円]',
    '1-2 庁舎の貸付け | 資産経営課 | – | – | 検討中=other (mark) | 500[千円] (planned)',
  ]);
});

test('a list with rows of groups between, short years in its headers, and a legend of its signs', () => {
  const paper = `
    |番号|具体的な取組|担当課|R5計画|R5実績|評価|
    |基本方針１　歳入の確保|<|<|<|<|<|
    |1|滞納整理の強化|税務課|98.0％|98.2％|◎|
    |2|広告事業の拡充|広報課|50枠|46枠|△|
    |基本方針２　歳出の削減|<|<|<|<|<|
    |3|照明のＬＥＤ化|資産課|20施設|20施設|○|
    凡例　◎：完了　○：計画どおり　△：遅れ
  `;
  expect(read(paper)).toEqual([
    '1 滞納整理の強化 | 税務課 | 98.0％ | 98.2％ | ◎=done | –',
    '2 広告事業の拡充 | 広報課 | 50枠 | 46枠 | △=late | –',
    '3 照明のＬＥＤ化 | 資産課 | 20施設 | 20施設 | ○=on-plan | –',
  ]);
});
