import { foldText } from '../../quantities/folded-text.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { isDash, readQuantity, readRange } from '../../quantities/read-quantity.ts';
import { parseUnit, UNIT_PATTERN } from '../../quantities/unit.ts';
import { INSTEAD_OF_AMOUNTS } from '../words/vocabulary.ts';

/**
 * What a run is: amounts: nothing but quantities; dash: printed on purpose where there is no amount; instead: what else stands
 * where one would (皆増, 12 1/3人, 47歳6月); words.
 */
export interface Reading {
  readonly kind: 'amounts' | 'dash' | 'instead' | 'words';
  readonly quantities: readonly Quantity[];
}

const CIRCLED = /[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/u;
const DASH: Reading = { kind: 'dash', quantities: [] };
const INSTEAD: Reading = { kind: 'instead', quantities: [] };
const WORDS: Reading = { kind: 'words', quantities: [] };

/** Reads a run once, where it is made; all that asks "is this an amount, and which?" asks this. */
export function readingOf(printed: string): Reading {
  // ①－② says what is taken from what.
  if (CIRCLED.test(printed)) return WORDS;
  // A bracket that closes the label's to the left may stand on this side of the ruling.
  const text = printed.replace(/^[)）]/u, '');
  const single = readQuantity(text);
  const quantities = single ? [single] : (readBracketed(text) ?? readRange(text));
  if (quantities.length > 0) return { kind: 'amounts', quantities };
  if (isDash(printed)) return DASH;
  return isInsteadOfAmount(printed) ? INSTEAD : WORDS;
}

/** 1,234（56.7％）, 12(3): an amount, and in brackets behind it another that says more of the same, here also of few digits. */
function readBracketed(text: string): Quantity[] | null {
  const at = text.search(BRACKET);
  const amount = at > 0 ? readQuantity(text.slice(0, at)) : null;
  const inner = amount && readQuantity(text.slice(at), false);
  if (!amount || !inner?.inner || [amount, inner].some(({ unit }) => unit?.measure === '年')) return null;
  return [amount, inner];
}

/** What opens an inner number. */
export const BRACKET = /[(（]/u;

const COUNTED = `[△▲]?[0-9]+(?:[.,/][0-9]+)*(?:${UNIT_PATTERN}|月)?`;
/** Taken out one after another: one pattern over all of them would try every way of parting a long row of digits. */
const PARTS = new RegExp(`${COUNTED}|${INSTEAD_OF_AMOUNTS.join('|')}|[.,/△▲~%()-]`, 'gu');
/** 4月, 4~6月 head columns and name rows. */
const MONTH = /^[0-9]{1,2}(?:月?~[0-9]{1,2})?月$/u;

/** 皆増, 12 1/3人, 〃. 1個人 is a name with its number. */
function isInsteadOfAmount(text: string): boolean {
  const folded = foldText(text).text;
  const says = /[0-9]/u.test(folded) || INSTEAD_OF_AMOUNTS.some((word) => folded.includes(word));
  return says && folded.replace(PARTS, '') === '' && !MONTH.test(folded) && parseUnit(folded) === null;
}
