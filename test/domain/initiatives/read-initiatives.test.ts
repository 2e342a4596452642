import { expect, test } from 'vitest';
import { readInitiatives } from '../../../domain/initiatives/read-initiatives.ts';
import { draw } from '../pages/drawn-page.ts';
import { read, show, tall, wide } from './drawn-paper.ts';

test('an Excel sheet in one frame: captions beside their values, years across', () => {
  const sheet = (number: string, name: string) => `
    行財政改革推進プラン　個別取組シート
    |取組番号|${number}|取組名|${name}|<|<|
    |担当課|情報政策課|<|関係課|市民課|<|
    |取組内容|窓口の予約をオンラインで受け付け、来庁の手間を減らす。|<|<|<|<|
    |指標|オンライン予約の割合（％）|<|<|<|<|
    |年度|令和３年度|令和４年度|令和５年度|令和６年度|令和７年度|
    |目標値|10|20|30|40|50|
    |実績値|12|18|33|||
    |効果額（千円）|0|1,200|2,350|||
    |進捗状況|計画どおり|やや遅れ|計画どおり|||
  `;
  const paper = [sheet('３－７', '施設予約のオンライン化'), sheet('４－１', '証明書の自動交付')].join('    ---\n');
  expect(read(paper)).toEqual([
    '３－７ 施設予約のオンライン化 | 情報政策課 | 30[%] | 33[%] | 計画どおり=on-plan | 2,350[千円]',
    '４－１ 証明書の自動交付 | 情報政策課 | 30[%] | 33[%] | 計画どおり=on-plan | 2,350[千円]',
  ]);
  expect(read(paper, wide, 2022)[0]).toContain('20[%] | 18[%] | やや遅れ=late | 1,200[千円]');
  // next year's meeting talks of the last year that has a result
  expect(readInitiatives(draw(paper, wide).pages, 2024).fiscalYear).toBe(2023);
});

test('a Word sheet: a numbered heading, lines with a colon, a letter with its legend', () => {
  const paper = `
    評価の区分　Ａ：計画どおり　Ｂ：やや遅れ　Ｃ：未着手

    施策１－２　ふるさと納税の推進
    担当課：商工観光課
    |区分|目標|実績|
    |寄附件数（件）|10,000|8,900|
    効果額：4,600万円
    評価：Ｂ

    施策１－３　広告収入の確保
    担当課：秘書広報課
    |区分|目標|実績|
    |広告枠（枠）|40|0|
    評価：Ｃ
  `;
  expect(read(paper, tall)).toEqual([
    '施策１－２ ふるさと納税の推進 | 商工観光課 | 10,000[件] | 8,900[件] | Ｂ=late | 4,600万円',
    '施策１－３ 広告収入の確保 | 秘書広報課 | 40[枠] | 0[枠] | Ｃ=not-started | –',
  ]);
});

test('a sheet whose number and name stand under their headers, with tables for targets, effects and a rating below', () => {
  const paper = `
    |No.|取組項目|所管部署|基本方針|
    |12|公用車の適正配置|総務課|経費の削減|

    １　成果指標
    |指標名|単位|基準値|R4目標|R4実績|R5目標|R5実績|
    |公用車の台数|台|142|137|138|132|133|

    ２　効果額（単位：千円）
    |区分|令和４年度|令和５年度|
    |計画額|1,100|2,250|
    |実績額|980|2,301|
  `;
  expect(read(paper)).toEqual(['12 公用車の適正配置 | 総務課 | 132 | 133 | – | 2,301[千円]']);
});

test('a sheet of a plan in steps: words across the years, effects by year with their sum at the end', () => {
  const paper = `
    取組№５　ネーミングライツの導入
    |年度|R4|R5|R6|
    |計画|検討|募集|導入|
    |実績|検討|募集||
    |進捗|順調|遅延||

    |財政効果額（千円）|歳入増|歳出減|合計|
    |令和４年度|500|0|500|
    |令和５年度|1,500|200|1,700|
  `;
  expect(read(paper)).toEqual(['取組№５ ネーミングライツの導入 | – | 募集 | 募集 | 遅延=late | 1,700[千円]']);
});

test('Word lines without any rules: a label, a blank and its value', () => {
  const paper = `
    取組番号　３－７
    取組名　施設予約のオンライン化
    担当課　情報政策課
    進捗状況　計画どおり
    目標　47％
    実績　52.7％

    №３－１以下に施設類型ごとに掲げる取組は、次のとおりである
  `;
  expect(read(paper)).toEqual([
    '取組番号３－７ 施設予約のオンライン化 | 情報政策課 | 47％ | 52.7％ | 計画どおり=on-plan | –',
  ]);
});

test('headings with bare numbers count only where nothing is marked, and are less sure', () => {
  const paper = `
    (1)　使用料の見直し
    |目標|12施設|
    |実績|10施設|
    |評価|Ａ|
    (2)　未利用地の売却
    |目標|3件|
    |実績|1件|
    |評価|Ｃ|
  `;
  const { initiatives } = readInitiatives(draw(paper, tall).pages, 2023);
  expect(initiatives.map(show)).toEqual([
    '(1) 使用料の見直し | – | 12施設 | 10施設 | Ａ=on-plan (mark) | –',
    '(2) 未利用地の売却 | – | 3件 | 1件 | Ｃ=late (mark) | –',
  ]);
  expect(initiatives.every(({ confidence }) => confidence < 0.8)).toBe(true);
});

test('what is unsure is told: two indicators, a list and a sheet that differ, a year that is missing', () => {
  const paper = `
    |№|取組名|所管課|実績|進捗状況|
    |1|窓口の改善|市民課|120件|完了|
    |2|電子決裁の推進|総務課|60％|順調|
    ---
    №１　窓口の改善
    |指標|目標値|実績値|
    |相談件数|100件|90件|
    |待ち時間|10分|12分|
  `;
  const [first, second] = read(paper);
  expect(first).toBe('№１ 窓口の改善 | 市民課 | 100件 (several) | 90件 (several, disagree) | 完了=done | –');
  expect(second).toBe('2 電子決裁の推進 | 総務課 | – | 60％ | 順調=on-plan | –');
});

test.for([
  [
    'a budget',
    `
    歳出　（単位：千円）
    |款|項|目|本年度予算額|前年度予算額|比較|
    |1総務費|1総務管理費|1一般管理費|790,264|773,884|16,380|
    |^|^|2文書費|5,120|5,000|120|
  `,
  ],
  [
    'a table of contents',
    `
    目次
    №１　窓口の改善…………3
    №２　電子決裁の推進…………4
  `,
  ],
  [
    'a list of papers',
    `
    |番号|件名|担当課|
    |1|窓口の改善について|市民課|
    |2|電子決裁の推進について|総務課|
  `,
  ],
  [
    'states counted by theme',
    `
    |重点取組|施策数|進捗状況|<|<|
    |^|^|完了|計画どおり|遅れ|
    |手続のオンライン化|11|3|6|2|
    |業務の効率化|9|1|5|3|
  `,
  ],
  [
    'a list of people',
    `
    |No|職名|氏名|備考|
    |1|会長|青葉太郎||
    |2|委員|青葉花子||
  `,
  ],
  [
    'indicators that are numbered themselves',
    `
    |No.|KPI|目標値（R6）|現状値（R5）|進捗率|評価|
    |1|移住者数|120人|96人|80％|B|
    |2|観光客数|30万人|33万人|110％|A|
  `,
  ],
  [
    'budgets and accounts of numbered projects',
    `
    |No.|事業名|担当課|予算額|決算額|執行率|
    |1|道路改良事業|建設課|12,000|11,400|95.0|
    |2|橋りょう維持事業|建設課|8,000|7,900|98.8|
  `,
  ],
])('%s holds no initiatives', ([, paper]) => {
  expect(read(paper!)).toEqual([]);
});
