import { foldWidths } from '../../japanese/normalise.ts';
import { isOrdinal, roleOfNumber } from '../../quantities/counter.ts';
import { BULLETS } from './vocabulary.ts';

/** How a label is numbered. Styles of a smaller rank stand above those of a larger one: 第１章 > 第１条 > 1. > (1) > ア > ①. */
export interface Numbering {
  readonly style: string;
  readonly rank: number;
  /** The number as folded text: 3, 3-7, ア. */
  readonly number: string;
  /** The label without it, as printed. */
  readonly rest: string;
}

export const UNNUMBERED_RANK = 100;

interface Style {
  readonly style: string;
  readonly rank: number;
  readonly pattern: RegExp;
}

const CIRCLED = /^([\u2460-\u2473\u3251-\u325F\u32B1-\u32BF])/u;
const ordinal = (style: string, rank: number): Style => ({
  style,
  rank,
  pattern: new RegExp(`^(第[0-9〇一二三四五六七八九十百]+${style})`, 'u'),
});

/** Patterns on the folded label, tried in this order. */
const STYLES: readonly Style[] = [
  ordinal('編', 1),
  ordinal('部', 2),
  ordinal('章', 3),
  {
    style: '第号',
    rank: 4,
    pattern: /^((?:議案|報告|諮問|発議|請願|陳情|承認|同意|認定)?第[0-9一二三四五六七八九十百]+号(?:議案)?[:]?)/u,
  },
  ordinal('節', 6),
  ordinal('条', 7),
  ordinal('表', 7),
  ordinal('款', 8),
  ordinal('項', 9),
  ordinal('目', 10),
  { style: '款', rank: 8, pattern: /^([0-9]{1,2}款)/u },
  { style: '項', rank: 9, pattern: /^([0-9]{1,2}項)/u },
  { style: '目', rank: 10, pattern: /^([0-9]{1,2}目)/u },
  { style: 'Ⅰ', rank: 8, pattern: /^([IVX]{1,4}[.．、])/u },
  { style: '№', rank: 5, pattern: /^(No\.?[0-9]+(?:-[0-9]+)*[.:]?)/iu },
  { style: '1-1.', rank: 13, pattern: /^([0-9]{1,3}(?:-[0-9]{1,3})+[.．、:)]?)(?=[^0-9,%~-])/u },
  { style: '1.', rank: 11, pattern: /^([0-9]{1,3}[.．、)])(?=[^0-9])/u },
  { style: '001', rank: 11.5, pattern: /^(0[0-9]{2,4})(?![0-9.,])/u },
  { style: '1', rank: 12, pattern: /^([0-9]{1,2})(?![0-9])/u },
  { style: '(1)', rank: 14, pattern: /^(\([0-9]{1,3}\))(?=.)/u },
  { style: 'ア', rank: 16, pattern: /^([アイウエオカキクケコサシスセソ][.．、)]?)(?=[^ァ-ヺー])/u },
  { style: 'イ', rank: 16, pattern: /^([ロハニホヘㇸトチリヌルヲ][.．、)]?)(?=[^ァ-ヺー])/u },
  { style: '(ア)', rank: 17, pattern: /^(\([ァ-ヺ]\))(?=.)/u },
  { style: '(a)', rank: 18, pattern: /^(\([a-z]\)|[a-z][.)])(?=.)/u },
];

/** Reads the numbering a label begins with; bullets are dropped and number nothing. */
export function readNumbering(label: string): Numbering {
  const circled = CIRCLED.exec(label);
  if (circled)
    return { style: '①', rank: 16.5, number: foldWidths(circled[1]!), rest: label.slice(circled[1]!.length) };
  let start = 0;
  for (const character of label) {
    if (!BULLETS.includes(character)) break;
    start += character.length;
  }
  const rest = label.slice(start);
  const folded = foldWidths(rest).replace(/\s+/gu, '');
  for (const { style, rank, pattern } of STYLES) {
    const match = pattern.exec(folded);
    if (match && isNumberOf(style, folded))
      return { style, rank, number: match[1]!.replace(/[.．、:()]/gu, ''), rest: folded.slice(match[1]!.length) };
  }
  return { style: start > 0 ? '・' : '', rank: UNNUMBERED_RANK, number: '', rest };
}

/** Whether the digits that a label begins with number it so: １目 does, １目標 and １市債 are a bare 1, １級 is a name. */
function isNumberOf(style: string, label: string): boolean {
  const after = /^[0-9]+(.*)$/su.exec(label)?.[1];
  if (after === undefined) return true;
  if (style === '1') return roleOfNumber(after, 'label') === 'numbers';
  return !['款', '項', '目'].includes(style) || isOrdinal(after);
}
