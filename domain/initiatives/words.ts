/**
 * The words by which a paper tells of its initiatives, beside those of pages/words/captions.ts. Each says what it is for; nothing here belongs to one particular paper.
 * They are compared with Label.key: widths folded, without numbering, punctuation, brackets and years.
 */
import { listed } from '../japanese/listed.ts';
import { CIRCUMSTANCE_ENDINGS, NAME_WORDS, TOTAL_WORDS } from '../pages/words/captions.ts';
import type { StateKind } from './initiative.ts';

/** Over or beside the name of an initiative; the bare ones stand over too much else to name a form in the comparison. */
export const INITIATIVE_NAME_WORDS = [
  ...NAME_WORDS,
  ...listed(`
    取組 取り組み 取組事項 具体的取組 個別取組 施策 具体的施策 個別施策 推進項目 推進施策 実施事項 改革項目 改革事項 項目
    事業 プロジェクト アクションプラン 行動計画 措置事項
  `),
];

/** Endings of what stands over names: 具体的な取組, 令和５年度の取組. */
export const NAME_ENDINGS = listed('取組 取組名 施策 施策名 事業名 項目名');

/** Endings over or beside what is aimed at. */
export const TARGET_ENDINGS = listed(`
  目標 目標値 目標額 目標数 目標内容 計画 計画値 計画額 計画数 見込 見込額 見込値 予定
`);

/** Endings over or beside what was reached. */
export const RESULT_ENDINGS = listed(`
  実績 実績値 実績額 実績数 達成値 実績内容 結果 確定値 実績等
`);

/** Inside a label over or beside the money that was saved or gained. */
export const EFFECT_WORDS = listed(`
  効果額 効果見込 財政効果 財政的効果 削減額 増収額 節減額 効果 縮減額
`);

/** Over or beside what the initiative belongs to. */
export const GROUP_WORDS = listed(`
  基本方針 重点取組 重点項目 基本目標 基本施策 大項目 中項目 分野 体系 改革の柱 柱 方針 推進方針 基本項目 区分名
  取組の柱 視点 重点分野 施策体系 改革の視点 テーマ
`);

/** The rows of an effect that sum the others up. */
export const EFFECT_TOTAL_WORDS = [...TOTAL_WORDS, ...listed('合計額 効果額計 効果額合計')];

/**
 * Labels whose values the register does not hold. They are known so that a value beside one is not taken for the value of the
 * label before it.
 */
export const ASIDE_ENDINGS = [
  ...CIRCUMSTANCE_ENDINGS,
  ...listed(`
    年度 区分 達成率 進捗率 割合 比較増減 増減 差引 差 事業費 予算額 決算額 予算 決算 経費 説明 内容
    概要 課題 目的 今後の方針 今後の取組 理由 スケジュール 工程 基準値 現状値 当初値 初期値 現状
    今後の予定 改善点 意見 分析 要因 成果 効果の内容 実施内容 取組内容 取組実績 備考欄 コメント 総括
    次年度の予定 算出根拠 算定根拠 財源 一般財源
  `),
];

/** In a numbered heading these make it a section of a sheet and no initiative: １ 数値目標及び実績. */
export const SECTION_WORDS = listed(`
  目標 実績 効果 課題 内容 概要 状況 評価 予定 方針 指標 スケジュール 今後 年度 背景 目的 結果 総括 説明
  区分 一覧 経緯 現状 について 次第 議題 議事 報告
`);

/** Before a number these say that it numbers an initiative: №3-7, 取組３－７, 施策１－２. */
export const NUMBER_MARKS = listed(`
  (?:№|Ｎｏ|No)[.．]? 取組(?:番号|№|No\\.?|項目)? 施策(?:番号|№|No\\.?)?
  (?:実施|推進|改革|取組|重点)項目(?:番号|№|No\\.?)? 整理番号 項目番号 事業番号 管理番号
  個票(?:番号|№|No\\.?)? プロジェクト(?:№|No\\.?)? アクション(?:№|No\\.?)?
`);

/** What begins or ends the rest of a line of running text that speaks of an initiative by its number: №3-1以下に掲げる… */
export const NO_NAME_BEGINS = listed('に は が を の と で から まで 以下 以上 以外 及び および ほか 、 。 ～');
export const NO_NAME_ENDS = listed('。 、 に は が を の と で て ある した する である ます です 及び');

/** The words of each kind, the more telling first: やや遅れ is late before anything in it is looked at. */
export const STATE_WORDS: readonly (readonly [StateKind, readonly string[]])[] = [
  ['not-started', listed('未着手 未実施 着手前 未開始 検討前 実施なし')],
  ['late', listed('遅れ 遅延 未達成 未達 未完了 停滞 下回 不十分 要改善 難航 中断')],
  ['on-plan', listed('一部完了 一部実施 一部達成')],
  ['done', listed('完了 終了 実施済 導入済 済')],
  ['on-plan', listed('計画どおり 計画通り 予定どおり 予定通り 順調 達成 実施中 継続 進行中 推進中 取組中 着手')],
  ['on-plan', listed('計画以上 上回 オンスケジュール 実施')],
];

/** What a mark or letter mostly means where the paper has no legend of its own; a guess, and told as one. */
export const STATE_MARKS: Readonly<Record<string, StateKind>> = {
  S: 'on-plan',
  A: 'on-plan',
  '◎': 'on-plan',
  '○': 'on-plan',
  〇: 'on-plan',
  '△': 'late',
  '▲': 'late',
  C: 'late',
  D: 'not-started',
  '×': 'not-started',
  '✕': 'not-started',
  B: 'other',
};
