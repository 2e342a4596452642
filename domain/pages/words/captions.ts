/**
 * What stands over a column or beside a value, by what it says the values are: the comparison and the register both go by these.
 * `…_WORDS` are whole captions, `…_ENDINGS` end one; widths folded, small letters.
 */
import { listed } from '../../japanese/listed.ts';

/** The number of a row or of an initiative: № | 取組名. */
export const NUMBER_WORDS = listed(`
  no no. # 番号 項番 連番 通番 整理番号 通し番号 取組番号 取組no 施策番号 施策no 事業番号 項目番号 実施項目番号
  改革項目番号 計画番号 管理番号 推進項目番号 個票番号
`);

/** What a whole form or a row is about: 事業名 | 放課後児童クラブ運営事業. */
export const NAME_WORDS = listed(`
  取組名 取組名称 取組項目 取組項目名 取組タイトル 重点取組名 施策名 施策名称 基本施策名 個別施策名 推進項目名 実施項目
  実施項目名 改革項目名 項目名 事業名 事業名称 事務事業 事務事業名 細事業名 計画名 施設名 施設名称 会計名 団体名 件名
  名称 プロジェクト名
`);

/** Sections of the city; over or beside one the whole word stands, since 税務課 itself ends in 課. */
export const DEPARTMENT_WORDS = listed(`
  担当課 担当 担当部署 担当課名 担当所属 担当部局 担当部課 担当課等 担当所管 担当室 担当係 所管課 所管 所管部署
  所管課名 所管部局 所管課等 主管課 主担当課 実施課 関係課 推進課名 課名 所属 所属名 部署 実施主体 担当組織
  主管部署 責任部署
`);

/** What is measured. */
export const INDICATOR_WORDS = listed(`
  指標 指標名 数値指標 成果指標 活動指標 評価指標 達成指標 目標指標 管理指標 指標項目 kpi 指標内容 目標項目
  成果目標指標 測定指標
`);

/** How far it is. */
export const STATE_ENDINGS = listed(`
  進捗 進捗状況 進捗度 進捗区分 進捗状況等 進ちょく 進ちょく状況 進行状況 達成状況 達成区分 達成度 実施状況
  取組状況 実施区分 ステータス 状態 状況 進度
`);

/** How good it is. */
export const RATING_ENDINGS = listed('評価 判定 評価区分 評価結果 自己評価 総合評価 ランク 評定');

/** What tells more of a row and is neither its name nor an amount. */
export const CIRCUMSTANCE_ENDINGS = listed(`
  方向性 単位 時期 期間 期限 備考 摘要 根拠 会計 種別 場所 開始年度 終了年度 完了年度 年月日 月日 曜日
`);

/** What sums up the rest: it belongs to the group above and opens none of its own. */
export const TOTAL_WORDS = listed('計 合計 小計 総計 累計 総額 総数');
