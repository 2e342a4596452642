/**
 * The words of Japanese official papers that the comparison knows, here, in captions.ts and in header-vocabulary.ts. Each list says
 * what it is for; nothing here belongs to one particular paper.
 */
import { listed } from '../../japanese/listed.ts';
import { TOTAL_WORDS } from './captions.ts';

/** A column or row of the year the paper is about: it is compared with the same of the other paper. */
export const THIS_YEAR = listed('本年度 当年度 今年度 本年 当該年度');

/** A column or row that prints last year's numbers again: what `restated` looks at. */
export const PREVIOUS_YEAR = listed('前年度 昨年度 前年 昨年');

/** A column of the year before that. */
export const YEAR_BEFORE_LAST = listed('前々年度 前前年度 一昨年度 前々年 一昨年');

/** A column or row with the difference between the two years. */
export const DIFFERENCE = listed('比較増減 比較 増減 差引 対前年度 前年度比較 前年度比 対前年');

/** Row labels that say nothing without what they belong to: their parent decides. */
export const BOUND_LABELS = [...TOTAL_WORDS, ...listed('合 その他 区分 内訳 金額 予算額 決算額')];

/** What introduces the unit of a table above it: （単位：千円）. */
export const UNIT_CAPTION = '単位';

/** Endings of a line in brackets that says when the numbers below were counted, and heads nothing: （各年10月1日現在）. */
export const NOTE_ENDINGS = listed('現在 時点');

/** What stands in a cell where an amount would: all new, all gone, as above. */
export const INSTEAD_OF_AMOUNTS = listed('皆増 皆減 〃 " 同上');

/** The heading of a table of contents: its numbers are pages. */
export const CONTENTS_HEADINGS = listed('目次 目録');

/** The levels of a Japanese budget, printed as a word before a name in captions (款 1.総務費 項 1.総務管理費). */
export const BUDGET_LEVELS = listed('款 項 目 節');

/** What a budget prints in brackets before or behind a name for one year only: 【新規】, （拡充）. */
export const NOVELTY_MARKS = listed('新規 一部新規 拡充 一部拡充 継続 新 拡 見直し 重点 再掲');

/** What a heading says in brackets where its table goes on over the page. */
export const CONTINUATION_MARKS = ['つづき', '続き', '続'] as const;

/** Marks before a list item that number nothing. */
export const BULLETS = '・●○〇◯◎◇◆□■▪▫▶▷►※★☆*•◦‣';

/** Words that join the parts of an enumeration in running text; they belong to no name. */
export const JOINING_WORDS = listed(`
  及び 並びに および ならびに また または 又は なお 次に さらに うち このうち 内訳は それぞれ
  とともに として に加え ほか その 主なものとしまして 主なものは 主に
  から 次いで 加えて 併せて あわせて このほか そのほか このため そのため 特に まず 引き続き 新たに おかげさまで
`);

/** What closes the topic of a Japanese sentence before its first comma: 歳入におきましては、. */
export const TOPIC_ENDINGS = listed(`
  につきましては におきましては としましては といたしましては に関しましては につきまして
  におきまして としまして といたしまして については においては に関しては としては にあっては
  について において では には とは は も
`);

/** What closes a description before the name proper, which Japanese puts last: 広域連合負担金を含む｜後期高齢者医療関連事業費. */
export const DESCRIPTION_ENDINGS = listed('を含む を含めた を含み として としての のうち');

/** What ends the reason for an amount, where its name is the topic of the sentence: 補助金の減額による｜2,412千円. */
export const REASON_ENDINGS = listed('による に伴う のための によって により に伴い');

/** What joins the terms of a name: 給料改定・普通昇級に伴う増加分 is more than 普通昇級に伴う増加分. */
export const TERM_JOINERS = listed('・ 、 及び および 並びに 又は または');

/** Particles inside a name that one paper prints and another leaves out: 一般会計からの繰入金, 一般会計繰入金. */
export const LOOSE_PARTICLES = listed('からの としての に係る に伴う における');

/** Endings that a name gains or loses from year to year without naming another thing: ネーミングライツ（の導入）. */
export const FILLER_ENDINGS = listed(
  'の推進 の導入 の実施 の充実 の強化 の促進 の取組 の状況 の概要 の見直し について に関すること',
);

/** What makes another thing of a name it stands in: 水道事業 and 下水道事業, 介護サービス費 and 介護予防サービス費. */
export const CONTRARY_PARTS = listed('下 予防 非 未 不 新 旧 準 副 前 後 仮 再 外');

/** What follows a name before its amount in running text and is no part of it: Ｘに要する経費, Ｘの予算額. */
export const NAME_TAILS = listed(
  'に要する経費 に係る経費 のための経費 の経費 に要する費用 の予算額 予算額 の当初予算 の予算 の所要額 として',
);

/** Patterns of what stands between a name and its amount and says how the amount was counted: およそ300人, 延べ456人, 金三千円. */
export const ABOUT = [
  '[（(]',
  '約',
  'およそ',
  'おおよそ',
  'おおむね',
  '概ね',
  '延べ',
  'のべ',
  'それぞれ',
  '(?<=[^合小累設統推会家余時総])計',
  '(?<=^|[はをがに、])金',
];

/** What an amount of change is measured by: 前年度に比べ. */
export const COMPARED_WITH = ['前年度?', '昨年度?', '前回', '同期'].flatMap((when) =>
  ['[にと]比べ', '[にと]比較(?:し|する)', 'に対し', '比', 'より', 'から(?=$)'].map(
    (how) => `${when}(?:同期|当初予算|予算|度|末)?${how}`,
  ),
);

/** What stands behind an amount and the particle の and does not name it: 3億円の増額, 5億円の見込み. */
export const NO_NAMES_BEHIND = listed(
  '増 減 見込 計上 追加 補正 予算 黒字 赤字 規模 範囲 うち 方 皆 ほか 上昇 低下 伸び 支出 収入 実績 目標 割合 差 水準 達成 予定',
);
