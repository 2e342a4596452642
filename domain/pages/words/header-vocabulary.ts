/** Words over the columns of tables that only the comparison asks for; see captions.ts for those that the register knows too. */
import { listed } from '../../japanese/listed.ts';
import { CIRCUMSTANCE_ENDINGS, DEPARTMENT_WORDS, INDICATOR_WORDS, RATING_ENDINGS, STATE_ENDINGS } from './captions.ts';
import { BUDGET_LEVELS } from './vocabulary.ts';

/** Header words whose column only repeats the unit or the kind of number; they distinguish nothing between papers. */
export const PLAIN_COLUMNS = listed('金額 予算額 予定額 当初予算額 当初 予算 説明 節 数量 額');

/** Header endings whose numbers are shares, so that the caption's 千円 is not theirs. */
export const RATE_ENDINGS = listed('率 割合 構成比 比率 伸率 伸び率');

/** What a header ending in 数 counts, where the word before 数 is no unit itself: 職員数 counts 人. */
export const COUNTED: Readonly<Record<string, string>> = {
  職員: '人',
  定員: '人',
  利用者: '人',
  委員: '人',
  児童: '人',
  生徒: '人',
};

/** Headers of columns that say which year a row is of, also where they print 5 for 令和５年度. */
export const YEAR_HEADERS = listed('年度 年 年次 年別 事業年度');

/** Units that number columns where the numbers count up from one to the next: 1年 | 2年 | 3年, 1期 | 2期. */
export const ORDINAL_UNITS = listed('年 学年 期 回 組 班');

/** Headers over the names of rows where these are bare numbers: 級 | 人員 | 割合. */
export const ROW_NAME_HEADERS = [...BUDGET_LEVELS, ...listed('級 号給 号 年齢 歳 月 期 回 学年 順位 階層')];

/** Endings of headers over names that are parts of what a row to their left is about: 目 | 節 | 説明. */
export const INNER_NAME_HEADERS = listed('節 細節 区分 内訳 説明 積算基礎 財源');

/** Words of two characters that headers spread over their column: 比　　較. */
export const SPREAD_HEADERS = listed(
  '比較 説明 区分 内訳 金額 数量 単価 摘要 備考 科目 項目 種別 名称 合計 人員 期間 目的 方法 財源 増減 要求 査定 単位',
);

/**
 * Header endings of columns that describe a row and do not name it: 所管課, 進捗状況. They help to tell rows apart, and the
 * numbers to their right belong to the row all the same.
 */
export const DESCRIBING_ENDINGS = [
  ...[...DEPARTMENT_WORDS, ...listed('課 部局')],
  ...[...STATE_ENDINGS, ...RATING_ENDINGS, ...INDICATOR_WORDS, ...CIRCUMSTANCE_ENDINGS],
];

/** Endings of headers over numbers; a value beside 事業名 does not end so. */
export const NUMBER_HEADER_ENDINGS = listed(
  '額 数 値 率 実績 目標 費 計 見込 量 内容 概要 説明 目的 方向 区分 番号 頁',
);

/** How far the numbers of a year had come when they were printed; a later paper prints a later stage of the same column. */
export const STAGES = listed('当初予算 補正予算 決算見込 実績見込 決算 予算 見込 推計 見通し 速報');
