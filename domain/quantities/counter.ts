import { listed } from '../japanese/listed.ts';
import { SCALE_PATTERN, UNIT_PATTERN } from './unit.ts';

/** What a number does to the words behind it: it counts them, goes on with them as one name, or only numbers them. */
export type NumberRole = 'counts' | 'names' | 'numbers';

/** Where a number stands: first in a label, first in running text, or further on in it. */
export type NumberPlace = 'label' | 'start' | 'within';

/** Words that begin with a counter and are not counted by a number before them: ４市債, １個人, ２人件費. */
const NAMES_LIKE_COUNTERS = listed(`
  市債 市税 市民 市有 市営 市道 市場 市たばこ 市町村 町税 町債 町民 町会 町内 村税 村債
  県支出金 県補助金 県負担金 県委託金 県税 県債 県道 県民 学校 学童 本庁 戸籍 園芸 園児 台帳 部落 部長 部会 部局 種苗 回収 回数 件数
  歳入 歳出 次期 次世代 期末 番号 級別 号給別 人件 人口 人権 人事 人材 人員 人工 人間 人物 社会 組織 組合 個別 個人 点検 口座 通学 通知 通信 通常 校舎 種別 年金 戸別 台風 割賦 区画整理 回線使用
`);
const NAME = new RegExp(`^(?:${NAMES_LIKE_COUNTERS.join('|')})`, 'u');

/** What makes a date, a rank or a part of something out of a number, with or without a counter before it: 5月, 3回目, 2校区. */
const ORDINAL =
  /^(?:度|月|号|条(?![例件])|項(?!目)|款|目(?![標的])|節(?![電水減])|級|次|期|年|番|丁|頁|ページ|学年|歳児|つ|区(?!画)|生(?![徒活涯産物]))/u;
/** A class of people by their age: 3歳児. */
const CLASS = /^歳児/u;
/** At the beginning of a label a number before one of these is part of the name: １級, ２号給, 3人世帯. */
const IN_NAMES =
  /^(?:[級号年月日人名件回次期歳才番区丁組班階種類等割部校園戸台円千万億兆%つヶか箇市町村県学世帯本枚以]|項目(?![別名]))/u;
/** What a number that stands alone may be followed by: another of its digits, or a sign. */
const ALONE = /^(?:$|[0-9,.、)~/:-])/u;

const COUNTER = /^[一-龠々ァ-ヺー]{1,4}(?=[、。,.)(とにでがをのはへやもか]|$)/u;
/** Words of that form that no number counts: dates, ranks, parts of names. */
const NO_COUNTER =
  /^(?:日|時|分|秒|等|類|回目|年目|歳|才|学期|位|以|前|後|上|下|万|億|兆|千|百|十|割)|(?:目|者|法|条例|計画|事業費|費|金|税|料)$/u;

const LEADING_UNIT = new RegExp(`^(?:${UNIT_PATTERN}|${SCALE_PATTERN})`, 'u');
/** Units that are no part of a longer word; 人件費 and 歳入 begin with others. */
const ALWAYS_UNIT = new RegExp(`^${SCALE_PATTERN}?(?:円|%|m2|m3|m|t)$`, 'u');
/** A kanji that makes the unit the beginning of a longer word; those that say more or less, and verbs, do not. */
const WORD_GOES_ON =
  /^(?![増減超未以程分余弱強間当相規削追内外中及並又等引]|見込|計上|[一-龠々][いえきくけげしすせちっつてばびべまみむめらりるれわ])[一-龠々]/u;

/** What a number does to `after`, the text behind its last digit with widths folded. */
export function roleOfNumber(after: string, place: NumberPlace): NumberRole {
  if (NAME.test(after)) return place === 'within' ? 'names' : 'numbers';
  if (place === 'label') return ALONE.test(after) ? 'counts' : IN_NAMES.test(after) ? 'names' : 'numbers';
  if (CLASS.test(after)) return 'names';
  const unit = LEADING_UNIT.exec(after)?.[0] ?? '';
  const rest = after.slice(unit.length);
  if (ORDINAL.test(rest)) return 'names';
  // １歳入の確保: a bare number at the very beginning numbers the words.
  if (unit !== '')
    return place === 'start' && !ALWAYS_UNIT.test(unit) && WORD_GOES_ON.test(rest) ? 'numbers' : 'counts';
  const counter = counterBehind(after);
  if (counter === null) return 'names';
  return place === 'start' ? 'numbers' : 'counts';
}

/** True where `after`, the text behind a number's last digit, makes a part of something of it: 3款, 2項, 5月; not 2項目, 1目標. */
export const isOrdinal = (after: string): boolean => !NAME.test(after) && ORDINAL.test(after);

/** A counter that no list of units knows (４館, 51枠): a few kanji or katakana that a particle, a comma or the end follows. */
export function counterBehind(after: string): string | null {
  const word = COUNTER.exec(after)?.[0];
  return word === undefined || ORDINAL.test(word) || NO_COUNTER.test(word) ? null : word;
}
