import { ERA_LETTERS, ERA_NAMES } from '../japanese/era.ts';
import { type FoldedText, foldText } from './folded-text.ts';
import type { FoundQuantity, Quantity } from './quantity.ts';
import {
  COUNTER_PATTERN,
  counterUnit,
  parseUnit,
  REFERENCES,
  SCALE_PATTERN,
  SCALES,
  UNIT_PATTERN,
  type Unit,
} from './unit.ts';

const DIGITS = String.raw`(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?`;
/** Minus signs of official papers; a hyphen counts only before digits. */
const SIGN = '[△▲▽Δ∆-]';
/** Words that may follow a number without changing it: 5％以内, 3人程度. */
const LIMIT = '(?:以内|以上|以下|未満|超|程度|余り?|弱|強)?';
const AMOUNT = `(${SIGN})?((?:${DIGITS}${SCALE_PATTERN})*${DIGITS})(${UNIT_PATTERN}|${SCALE_PATTERN})?`;

const WHOLE = new RegExp(`^(\\()?(?:約)?${AMOUNT}${LIMIT}(\\))?$`, 'u');
const WHOLE_RANGE = new RegExp(`^(${DIGITS})(${UNIT_PATTERN})?~(${DIGITS})(${UNIT_PATTERN})?$`, 'u');
const IN_TEXT = new RegExp(`(?<![0-9.,/A-Za-z第№~])${AMOUNT}(?![0-9]*/[0-9])`, 'gu');
const RANGE_IN_TEXT = new RegExp(
  `(?<![0-9.,/A-Za-z第№])(${DIGITS})(${UNIT_PATTERN})?~(${DIGITS})(${UNIT_PATTERN})`,
  'gu',
);
const COUNTED_IN_TEXT = new RegExp(
  `(?<![0-9.,/A-Za-z第№~-]|${REFERENCES.join('|')})(${DIGITS})(${COUNTER_PATTERN})`,
  'gu',
);
/** 財政力指数は0.676で: a decimal without a unit is one where it says what its topic is. */
const INDEX_IN_TEXT = /(?<=は)[0-9]+\.[0-9]+(?=[でとにをへ、。(]|$)/gu;
/** Units that are no part of a longer word; 人件費 and 歳入 begin with others. */
const ALWAYS_UNITS: ReadonlySet<string> = new Set(['円', '%', 'm2', 'm3', 'm', 't']);
/** A kanji that makes the unit the beginning of a longer word; those that say more or less, and verbs, do not. */
const WORD_GOES_ON =
  /^(?![増減超未以程分余弱強間当相規削追内外中及並又等引]|見込|計上|[一-龠々][いえきくけげしすせちっつてばびべまみむめらりるれわ])[一-龠々]/u;
/** Words that begin with a unit and may stand behind a number that does not count them. */
const LONGER_WORDS = [
  ...[
    '人件',
    '人口',
    '人権',
    '人事',
    '人材',
    '人員',
    '人工',
    '人間',
    '人物',
    '社会',
    '組織',
    '組合',
    '件数',
    '回数',
    '台帳',
    '戸籍',
  ],
  ...[
    '部長',
    '部会',
    '部局',
    '個別',
    '個人',
    '点検',
    '口座',
    '通学',
    '通知',
    '通信',
    '通常',
    '校区',
    '校舎',
    '園児',
    '年生',
    '年度',
  ],
];
/** Words that follow a number without being counted by it: dates, ranks, parts of names. */
const NOT_A_COUNTER =
  /^(?:日|時|分|秒|等|類|回目|年目|歳|才|学期|位|以|前|後|上|下|万|億|兆|千|百|十|割)|(?:目|者|法|条例|計画|事業費|費|金|税|料)$/u;
/** What a number must not be followed by to be one: dates, ordinals, fiscal years. */
const NOT_A_QUANTITY_AFTER = /^(?:度|月|号|条|項(?!目)|款|目|節|級|次|期|年|番|丁|頁|ページ|学年|歳児|つ|区(?!画))/u;
/** 1人1日当たり, 人口10万人当たり: what another number is divided by. */
const PER = /^(?:[0-9]{1,3}[一-龠々ヶか]{1,3})?(?:当た?り|あたり)/u;

/** −, － and their like alone in a cell: printed on purpose, and not zero. */
export function isDash(text: string): boolean {
  return /^(?:[-ー*]|\.{3})+$/u.test(foldText(text).text);
}

/**
 * Reads a text that is nothing but a quantity (a cell, a run at the end of a line); null for everything else. (1,234) and (△5)
 * are inner numbers; (1) and （２） number a paragraph, unless `bracketsNumber` is false.
 */
export function readQuantity(text: string, bracketsNumber = true): Quantity | null {
  const folded = foldText(text).text;
  const match = WHOLE.exec(folded);
  if (!match || Boolean(match[1]) !== Boolean(match[5])) return null;
  const read = amount(match[2], match[3]!, match[4]);
  if (!read) return null;
  const inner = match[1] !== undefined;
  if (inner && bracketsNumber && /^\([0-9]{1,2}\)$/.test(folded)) return null;
  return { text: text.trim(), ...read, inner };
}

/** Reads 38～50年 as its two ends. Empty where the text is no range. */
export function readRange(text: string): Quantity[] {
  const match = WHOLE_RANGE.exec(foldText(text).text);
  return match ? rangeEnds(match[1]!, match[2], match[3]!, match[4]).map((q) => ({ ...q, inner: false })) : [];
}

/** True for what bounds a class of things and counts nothing: 65～74歳, 85歳以上, 100人未満. */
export function isClass(text: string): boolean {
  const folded = foldText(text).text;
  return WHOLE_RANGE.test(folded) || (/(?:以上|以下|未満|超)$/u.test(folded) && WHOLE.test(folded));
}

/** The quantities in running text: only numbers with a unit; dates, ordinals, fiscal years and fractions are none. */
export function findQuantities(text: string): FoundQuantity[] {
  const folded = foldText(text);
  const found: FoundQuantity[] = [];
  for (const match of folded.text.matchAll(RANGE_IN_TEXT)) {
    const [whole, from, fromUnit, to, toUnit] = match as unknown as string[];
    if (NOT_A_QUANTITY_AFTER.test(folded.text.slice(match.index + whole!.length))) continue;
    if (isDateUnit(folded.text, match.index, parseUnit(toUnit!)?.measure)) continue;
    const [first, second] = rangeEnds(from!, fromUnit, to!, toUnit);
    const wave = whole!.indexOf('~');
    found.push(placed(text, folded, match.index, match.index + wave, first!));
    found.push(placed(text, folded, match.index + wave + 1, match.index + whole!.length, second!));
  }
  const taken = found.map(({ start, end }) => [start, end] as const);
  for (const match of folded.text.matchAll(IN_TEXT)) {
    const end = match.index + match[0].length;
    const read = amount(match[1], match[2]!, match[3]);
    if (!read?.unit || isDateUnit(folded.text, match.index, read.unit.measure)) continue;
    const after = folded.text.slice(end);
    if (NOT_A_QUANTITY_AFTER.test(after) || PER.test(after) || isPartOfWord(read.unit, match.index, after)) continue;
    const quantity = placed(text, folded, match.index, end, read);
    if (!taken.some(([from, to]) => quantity.start < to && from < quantity.end)) found.push(quantity);
  }
  for (const match of folded.text.matchAll(COUNTED_IN_TEXT)) {
    const [whole, digits, counter] = match as unknown as [string, string, string];
    // ２公共施設の最適化: a bare number at the very beginning numbers the words.
    if (match.index === 0 || NOT_A_QUANTITY_AFTER.test(counter) || NOT_A_COUNTER.test(counter)) continue;
    if (PER.test(counter) || PER.test(folded.text.slice(match.index + whole.length))) continue;
    const read = { value: Number(digits.replaceAll(',', '')), unit: counterUnit(counter) };
    const quantity = placed(text, folded, match.index, match.index + whole.length, read);
    if (!found.some(({ start, end }) => quantity.start < end && start < quantity.end)) found.push(quantity);
  }
  for (const match of folded.text.matchAll(INDEX_IN_TEXT)) {
    const read = { value: Number(match[0]), unit: null };
    const quantity = placed(text, folded, match.index, match.index + match[0].length, read);
    if (!found.some(({ start, end }) => quantity.start < end && start < quantity.end)) found.push(quantity);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** １人件費: a bare number at the very beginning numbers the words; further on only some words begin with a unit. */
function isPartOfWord(unit: Unit, start: number, after: string): boolean {
  if (ALWAYS_UNITS.has(unit.measure)) return false;
  return start === 0 ? WORD_GOES_ON.test(after) : LONGER_WORDS.some((word) => (unit.text + after).startsWith(word));
}

const GROUPS = new RegExp(`${DIGITS}|${SCALE_PATTERN}`, 'gu');
const LEADING_SCALE = new RegExp(`^${SCALE_PATTERN}`, 'u');

type Amount = Pick<Quantity, 'value' | 'unit'>;

/** 4億5,800 + 万円 → 45800 万円: the smallest printed scale is the unit's, larger ones are added in. */
function amount(sign: string | undefined, digits: string, unitText: string | undefined): Amount | null {
  const scaled = unitText === undefined ? null : (parseUnit(unitText) ?? scaleOnly(unitText));
  const groups = digits.match(GROUPS) ?? [];
  const smallest = SCALES[LEADING_SCALE.exec(unitText ?? '')?.[0] ?? ''] ?? 1;
  let value = 0;
  for (let i = 0; i < groups.length; i += 2) {
    const number = Number(groups[i]!.replaceAll(',', ''));
    const scale = groups[i + 1];
    value += scale === undefined ? number : (number * SCALES[scale]!) / smallest;
  }
  if (!Number.isFinite(value)) return null;
  return { value: sign && value !== 0 ? -value : value, unit: scaled };
}

function scaleOnly(text: string) {
  const scale = SCALES[text];
  return scale === undefined ? null : { text, measure: '', scale };
}

function rangeEnds(from: string, fromUnit: string | undefined, to: string, toUnit: string | undefined) {
  const unit = toUnit ?? fromUnit;
  const read = unit === undefined ? null : parseUnit(unit);
  return [from, to].map((end) => ({ text: end, value: Number(end.replaceAll(',', '')), unit: read }));
}

const ENDS_IN_ERA = new RegExp(`(?:${ERA_NAMES}|[${ERA_LETTERS}])$`, 'u');

/** 2月27日 and 令和5年 are dates; 38~50年 and 10日間 are not. */
function isDateUnit(text: string, start: number, measure: string | undefined): boolean {
  if (measure === '年') return !text.slice(start).includes('~') || ENDS_IN_ERA.test(text.slice(0, start));
  if (measure === '日間') return /[月日]$/u.test(text.slice(0, start)) || !/^[0-9,]+日間/u.test(text.slice(start));
  return false;
}

function placed(original: string, folded: FoldedText, start: number, end: number, read: Amount): FoundQuantity {
  const from = folded.origin[start]!;
  const to = folded.origin[end]!;
  return {
    text: original.slice(from, to).trim(),
    value: read.value,
    unit: read.unit,
    inner: false,
    start: from,
    end: to,
  };
}
