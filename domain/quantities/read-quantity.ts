import { ERA_INITIALS, ERA_LETTERS, ERA_NAMES } from '../japanese/era.ts';
import { parseKanjiNumeral } from '../japanese/numerals.ts';
import { counterBehind, roleOfNumber } from './counter.ts';
import { type FoldedText, foldText } from './folded-text.ts';
import type { FoundQuantity, Quantity } from './quantity.ts';
import { BARE_UNIT_PATTERN, counterUnit, parseUnit, REFERENCES, SCALE_PATTERN, SCALES, UNIT_PATTERN } from './unit.ts';

const DIGITS = String.raw`(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?`;
/** Minus signs of official papers; a hyphen counts only before digits. */
const SIGN = '[△▲▽Δ∆+±-]';
/** Words that may follow a number without changing it: 5％以内, 3人程度. */
const LIMIT = '(?:以内|以上|以下|未満|超|程度|余り?|弱|強)?';
const AMOUNT = `(${SIGN})?((?:${DIGITS}${SCALE_PATTERN})*${DIGITS})(${UNIT_PATTERN}|${SCALE_PATTERN})?`;

/** In a cell these say the sign of a change: 2.7％増, 12減, 300円の減. */
const CHANGE = '(?:の?(増|減)[加少額]?)?';

const WHOLE = new RegExp(`^(\\()?(?:約)?${AMOUNT}${LIMIT}${CHANGE}(\\))?$`, 'u');
/** Numerals that are no scale of their own: 百万円 is a unit, 三百万円 an amount. */
const KANJI_NUMERAL =
  '(?:[一壱二弐三参四五六七八九]|[十拾百千][一壱二弐三参四五六七八九])[〇零一壱二弐三参四五六七八九十拾百千万億兆]*';
const WHOLE_IN_KANJI = new RegExp(`^(\\()?金?(${KANJI_NUMERAL})(${BARE_UNIT_PATTERN})也?(\\))?$`, 'u');
const NO_KANJI_BEFORE = '(?<![0-9.,数何幾第〇零一二三四五六七八九十百千万億兆])';
const KANJI_IN_TEXT = new RegExp(
  `${NO_KANJI_BEFORE}(${KANJI_NUMERAL}[十拾百千万億兆]|[一二三四五六七八九][〇一二三四五六七八九]+)(円)`,
  'gu',
);
/** 三百二十人; a single numeral (千人, 百件) is often a word. */
const KANJI_COUNTED = new RegExp(
  `${NO_KANJI_BEFORE}(?=.[〇一二三四五六七八九十百千])((?=[一二三四五六七八九]*[十百千万])${KANJI_NUMERAL})(人|名|件|世帯|戸|団体|施設|[箇かヶ]所|台|棟|校|社|回)(?![一-龠々](?<![以余程増減超]))`,
  'gu',
);
const WHOLE_RANGE = new RegExp(`^(${DIGITS})(${UNIT_PATTERN})?~(${DIGITS})(${UNIT_PATTERN})?$`, 'u');
const IN_TEXT = new RegExp(`(?<![0-9.,/A-Za-z第№~])${AMOUNT}(?![0-9]*/[0-9])`, 'gu');
const RANGE_IN_TEXT = new RegExp(
  `(?<![0-9.,/A-Za-z第№])(${DIGITS})(${UNIT_PATTERN})?~(${DIGITS})(${UNIT_PATTERN})`,
  'gu',
);
const COUNTED_IN_TEXT = new RegExp(`(?<![0-9.,/A-Za-z第№~-]|${REFERENCES.join('|')})(${DIGITS})(?![0-9])`, 'gu');
/** 財政力指数は0.676で: a decimal without a unit is one where it says what its topic is. */
const INDEX_IN_TEXT = /(?<=は)[0-9]+\.[0-9]+(?=[でとにをへ、。(]|$)/gu;
/** 1人1人 and 24時間365日 count nothing. */
const IDIOM = /(?<![0-9.,])(?:1人(?:1(?:人|台|冊|つ|役|票)|ひとり)|24時間365日)/gu;
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
  if (!match) return readKanji(text, folded);
  if (Boolean(match[1]) !== Boolean(match[6])) return null;
  const [, , sign, digits, unit, change] = match;
  const read = amount(change === '減' ? '-' : sign, digits!, unit);
  if (!read) return null;
  const inner = match[1] !== undefined;
  if (inner && bracketsNumber && /^\([0-9]{1,2}\)$/.test(folded)) return null;
  return { text: text.trim(), ...read, inner };
}

/** 一億二千万円, 金三千五百円也; 一部, 千歳 and 百万円 are no amounts. */
function readKanji(text: string, folded: string): Quantity | null {
  const match = WHOLE_IN_KANJI.exec(folded);
  if (!match || Boolean(match[1]) !== Boolean(match[4])) return null;
  const [, bracket, numeral, unit] = match;
  if (unit !== '円' && !/[十拾百千万億兆]/u.test(numeral!)) return null;
  return {
    text: text.trim(),
    value: parseKanjiNumeral(numeral!)!,
    unit: parseUnit(unit!),
    inner: bracket !== undefined,
  };
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
  const idioms = [...folded.text.matchAll(IDIOM)].map(({ 0: words, index }) => [index, index + words.length] as const);
  const add = (start: number, end: number, read: Amount) => {
    if (isYearOfEra(folded.text, start) || idioms.some(([first, last]) => start < last && end > first)) return;
    const quantity = placed(text, folded, start, end, read);
    if (!found.some((other) => quantity.start < other.end && other.start < quantity.end)) found.push(quantity);
  };
  for (const ends of rangesIn(folded.text)) for (const { start, end, read } of ends) add(start, end, read);
  for (const each of [amountsIn, countsIn, kanjiIn, indexesIn]) {
    for (const { start, end, read } of each(folded.text)) add(start, end, read);
  }
  return found.sort((a, b) => a.start - b.start);
}

const ERA_BEFORE = new RegExp(`(?:${ERA_NAMES}|(?<![一-龠])[${ERA_INITIALS}]|(?<![A-Za-z])['’‘])$`, 'u');

/** The 30 of 平成30末 and 平30決算, and the 23 of ’23比. */
const isYearOfEra = (text: string, start: number) =>
  /^[0-9]{1,2}(?![0-9,.])/u.test(text.slice(start)) && ERA_BEFORE.test(text.slice(Math.max(0, start - 3), start));

interface Found {
  readonly start: number;
  readonly end: number;
  readonly read: Amount;
}

/** 38~50年. */
function rangesIn(text: string): Found[][] {
  return [...text.matchAll(RANGE_IN_TEXT)].flatMap((match) => {
    const [whole, from, fromUnit, to, toUnit] = match as unknown as [string, string, string?, string?, string?];
    const end = match.index + whole.length;
    if (roleOfNumber(text.slice(end - toUnit!.length), 'within') !== 'counts') return [];
    if (isDateUnit(text, match.index, parseUnit(toUnit!)?.measure)) return [];
    const [first, second] = rangeEnds(from, fromUnit, to!, toUnit);
    const wave = match.index + whole.indexOf('~');
    return [
      [
        { start: match.index, end: wave, read: first! },
        { start: wave + 1, end, read: second! },
      ],
    ];
  });
}

/** Numbers before a known unit. */
function amountsIn(text: string): Found[] {
  return [...text.matchAll(IN_TEXT)].flatMap((match) => {
    const [whole, sign, digits, unit] = match;
    const end = match.index + whole.length;
    const read = amount(sign, digits!, unit);
    if (!read?.unit || isDateUnit(text, match.index, read.unit.measure) || PER.test(text.slice(end))) return [];
    const role = roleOfNumber(text.slice(end - unit!.length), match.index === 0 ? 'start' : 'within');
    return role === 'counts' ? [{ start: match.index, end, read }] : [];
  });
}

/** Numbers before a counter that is in no list. */
function countsIn(text: string): Found[] {
  return [...text.matchAll(COUNTED_IN_TEXT)].flatMap((match) => {
    const [whole, digits] = match;
    const end = match.index + whole.length;
    const counter = counterBehind(text.slice(end));
    if (match.index === 0 || counter === null || PER.test(counter)) return [];
    if (PER.test(text.slice(end + counter.length))) return [];
    const read = { value: Number(digits!.replaceAll(',', '')), unit: counterUnit(counter) };
    return [{ start: match.index, end: end + counter.length, read }];
  });
}

/** 三千五百円, 三百二十人; 百万円 and 市内一円 are none. */
function kanjiIn(text: string): Found[] {
  return [KANJI_IN_TEXT, KANJI_COUNTED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const [whole, numeral, unit] = match as unknown as [string, string, string];
      const read = { value: parseKanjiNumeral(numeral)!, unit: parseUnit(unit) };
      return { start: match.index, end: match.index + whole.length, read };
    }),
  );
}

function indexesIn(text: string): Found[] {
  return [...text.matchAll(INDEX_IN_TEXT)].map((match) => {
    const read = { value: Number(match[0]), unit: null };
    return { start: match.index, end: match.index + match[0].length, read };
  });
}

const GROUPS = new RegExp(`${DIGITS}|${SCALE_PATTERN}`, 'gu');
const LEADING_SCALE = new RegExp(`^${SCALE_PATTERN}`, 'u');

type Amount = Pick<Quantity, 'value' | 'unit'>;

/** 4億5,800 + 万円 → 45800 万円: the smallest printed scale is the unit's, larger ones are added in. */
function amount(sign: string | undefined, digits: string, unitText: string | undefined): Amount | null {
  const scaled = unitText === undefined ? null : (parseUnit(unitText) ?? scaleOnly(unitText));
  const groups = digits.match(GROUPS) ?? [];
  const smallest = SCALES[LEADING_SCALE.exec(unitText ?? '')?.[0] ?? ''] ?? 1;
  const scales = groups.flatMap((group, index) => (index % 2 === 1 ? [SCALES[group]!] : []));
  let value = 0;
  for (let i = 0; i < groups.length; i += 2) {
    const number = Number(groups[i]!.replaceAll(',', ''));
    const scale = scales[i / 2];
    value +=
      scale === undefined
        ? number
        : (number * scale * myriadBehind(scale, [...scales.slice(i / 2 + 1), smallest])) / smallest;
  }
  if (!Number.isFinite(value)) return null;
  return { value: sign && !'+±'.includes(sign) && value !== 0 ? -value : value, unit: scaled };
}

const MYRIAD = 1e4;

/** In 2千3百万円 the 万 behind 百 is that of 千 as well; 1 where the scale has its own, or none follows. */
function myriadBehind(scale: number, behind: readonly number[]): number {
  const next = scale < MYRIAD ? behind.find((other) => other >= MYRIAD) : undefined;
  return next === undefined ? 1 : MYRIAD ** Math.floor(Math.log10(next) / 4);
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
  if (measure === '日間') return !/^[0-9,]+日間/u.test(text.slice(start));
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
