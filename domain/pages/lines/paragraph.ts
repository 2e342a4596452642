import { findQuantities } from '../../quantities/read-quantity.ts';
import { UNIT_PATTERN } from '../../quantities/unit.ts';
import { middleX } from '../sheet/box.ts';
import { readNumbering, UNNUMBERED_RANK } from '../words/numbering.ts';
import { BULLETS, NOTE_ENDINGS } from '../words/vocabulary.ts';
import type { Baseline } from './line.ts';

/** Where running text begins and ends on a page, in points. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  /** How far the column stands right of the first one; 0 where there is one column. */
  readonly offset: number;
}

const HEADING_LENGTH = 48;
/** Numberings down to this rank (章, 号) stand before titles, never before a paragraph that hangs under its number. */
const HEADING_RANK = 4;

export function marginsOf(lines: readonly Baseline[]): Margins {
  const full = [...lines].sort((a, b) => b.box[2] - b.box[0] - (a.box[2] - a.box[0]));
  const widest = full.slice(0, Math.max(1, Math.ceil(full.length / 2)));
  return {
    left: widest.reduce((left, line) => Math.min(left, line.box[0]), Number.POSITIVE_INFINITY),
    right: widest.reduce((right, line) => Math.max(right, line.box[2]), 0),
    offset: 0,
  };
}

/** In parts of the size of the type: type of another size begins anew. */
const OTHER_SIZE = 0.08;

/** Indented, numbered, after a short line or a wide gap: a new paragraph. */
export function startsParagraph(line: Baseline, previous: Baseline | undefined, margins: Margins): boolean {
  if (!previous) return true;
  // Full-width digits go on in the next line: ０．５６ / ５、.
  if (/[0-9０-９][.．,，]?$/u.test(previous.text) && /^[0-9０-９]/u.test(line.text) && isFull(previous, margins))
    return false;
  const numbering = readNumbering(line.text);
  if (numbering.rank !== UNNUMBERED_RANK) {
    if (/[。]$/u.test(previous.text)) return true;
    // A bare digit or kana at the beginning of a line may as well belong to the words before the line break.
    if (!['1', 'ア', 'イ'].includes(numbering.style) && line.box[0] <= previous.box[0] + 2) return true;
  }
  if (isMarked(line, previous)) return true;
  if (Math.abs(line.size - previous.size) > OTHER_SIZE * previous.size) return true;
  if (line.page === previous.page) {
    const gap = line.box[1] - previous.box[3];
    if (gap > 2.2 * line.size) return true;
  }
  const indented = line.box[0] > margins.left + 0.7 * line.size && line.box[0] > previous.box[0] + 0.7 * line.size;
  if (!indented) return false;
  if (/[。]$/u.test(previous.text)) return true;
  // A title may run on in the next line, set in; over the page or after a short line it does not.
  const isNext = line.page !== previous.page || !isFull(previous, margins);
  return readNumbering(previous.text).rank <= HEADING_RANK && isNext;
}

/** ・道路の整備; 【新規】 behind a sentence. */
const isMarked = ({ text }: Baseline, above: Baseline) =>
  BULLETS.includes(text.charAt(0)) || (text.startsWith('【') && above.text.endsWith('。'));

const isFull = (line: Baseline, margins: Margins) => margins.right - line.box[2] < 2 * line.size;

/** A line that stops well before the right margin ends its paragraph; one that ends in 。 may. */
export function endsParagraph(line: Baseline, margins: Margins): boolean {
  const room = margins.right - line.box[2];
  return room > 3 * line.size && !/[、，]$/u.test(line.text);
}

/** What the type of a line never divides: a number with what stands on it. */
const UNDIVIDED = new RegExp(`^[（(]?[0-9０-９,，.．A-Za-z]+${UNIT_PATTERN}?[%％]?[、。，,）)]*`, 'u');

/** What a sentence goes on behind: a bracket just opened, a particle, Ｘとして. */
const LEFT_OPEN = /[（(「はがをにのでとへも]$|(?:として|つき|おき|より|から|まで)$/u;
/** True where a line leaves its sentence open, whatever room it has left. */
export const isLeftOpen = ({ text }: Baseline): boolean => LEFT_OPEN.test(text) || /、.*[^。]$/u.test(text);

/** What no line begins with but one that goes on in a sentence. */
const BEGINS_WITHIN =
  /^(?:[を、。）」]|に(?:つき|つい|おき|おい|より|よる|関し|対し|向け)|とし[てま]|まし[たて]|ます|でし[たて]|です)/u;

/** True where a line is short, and its sentence goes on in the next one, only since the number that begins the next one had no room on it. */
export function makesRoom(line: Baseline, next: Baseline, margins: Margins): boolean {
  if (/。$/u.test(line.text)) return false;
  if (BEGINS_WITHIN.test(next.text)) return true;
  if (isLeftOpen(line) && findQuantities(next.text)[0]?.start === 0) return true;
  if (next.page !== line.page) return false;
  const first = UNDIVIDED.exec(next.text)?.[0] ?? '';
  const last = next.characters[first.length - 1];
  return last !== undefined && last.box[2] - next.box[0] > margins.right - line.box[2] - 2;
}

/** In parts of the size of the type: the middles of centred lines agree, their left edges need not. */
const SAME_MIDDLE = 0.3;

/** Titles under one another, each in the middle of its line: 令和５年度 / 介護保険特別会計 / 予算説明書 / 歳入. */
export function areStackedTitles(lines: readonly Baseline[]): boolean {
  const [{ size, box }] = lines as readonly [Baseline];
  const isCentred = lines.every((line) => Math.abs(middleX(line.box) - middleX(box)) < SAME_MIDDLE * size);
  const lefts = lines.map((line) => line.box[0]);
  return (
    lines.length > 2 &&
    isCentred &&
    Math.max(...lefts) - Math.min(...lefts) > size &&
    lines.every((line) => isHeading([line]))
  );
}

/** A short paragraph that is no sentence heads what follows. */
export function isHeading(lines: readonly Baseline[]): boolean {
  const text = lines.map((line) => line.text).join('');
  if (lines.length > 2 || text.length > HEADING_LENGTH) return false;
  // ・防災訓練事業　603千円（前年度 956千円） says an amount and heads nothing.
  if (BULLETS.includes(text.charAt(0)) && findQuantities(text).length > 0) return false;
  return !/[。、，]/u.test(text) && !/(?:ます|です|した|する|ある|による)$/u.test(text);
}

/** What may stand behind the last amount of a line that says one: 程度, （前年度　956千円）. */
const AFTER_AMOUNT = /^(?:の?[増減][額加少]?|程度|余り?|以[上内下]|など|等|[（(][^（()）]*[)）]|[)）])*$/u;

/** True where a line ends in an amount that it tells; 住民税非課税世帯への3万円給付 is a name. */
export function endsInAmount(text: string): boolean {
  const last = findQuantities(text).at(-1);
  return last !== undefined && AFTER_AMOUNT.test(text.slice(last.end));
}

const NOTE = new RegExp(`^[（(][^（()）]*(?:${NOTE_ENDINGS.join('|')})[)）]$|^[（(][)）](?:内|書き?)は`, 'u');

/** （各年10月1日現在）, （　）内は前年度: a line that says something of the numbers below and is no heading of theirs. */
export const isNote = (text: string) => NOTE.test(text.replace(/\s+/gu, ''));

/** （前年度　956千円）: a line in brackets with an amount says more of the row above it. */
export const isAside = (text: string) => /^[（(][^（()）]+[)）]$/u.test(text) && findQuantities(text).length > 0;
