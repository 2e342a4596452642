import { foldForSearch } from '../japanese/normalise.ts';
import { withoutOldForm } from './old-characters.ts';

/** Text as search compares it, in UTF-16 units, without spaces. `places[i]` is where what folded to unit i begins in the text. */
export interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

interface Unit {
  readonly character: string;
  readonly place: number;
}

const CLUSTER = /.(?:\p{M}|\uFF9E|\uFF9F)*/gsu;
const KATAKANA = /[\u30A1-\u30FAー]/u;
const SMALL: Readonly<Record<string, string>> = { ヶ: 'ケ', ヵ: 'カ' };
const AFTER_VU: Readonly<Record<string, string>> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' };
/** サーバー is サーバ, but バー is not バ: JIS Z 8301 leaves the mark out from three sounds on. */
const SHORTEST_WITH_MARK = 4;

/**
 * What Japanese readers take for the same: widths, cases, 〜 and ～, variation selectors, old and new forms of characters (國 国),
 * 々 and what it repeats, ヴァ and バ, ヶ and ケ, a long-vowel mark at the end of a word (サーバー サーバ), 540,950 and 540950. Spaces
 * and line breaks go.
 */
export function foldWords(text: string): Folded {
  const units: Unit[] = [];
  for (const unit of charactersOf(text)) {
    const before = units.at(-1)?.character;
    const isVowel = before === 'ヴ' && AFTER_VU[unit.character];
    if (isVowel) units[units.length - 1] = { character: isVowel, place: units.at(-1)!.place };
    else units.push({ ...unit, character: unit.character === '々' && before ? before : unit.character });
  }
  const kept = units.filter((_, index) => !isLastMark(units, index) && !partsThousands(units, index));
  return {
    text: kept.map(({ character }) => (character === 'ヴ' ? 'ブ' : character)).join(''),
    places: kept.flatMap(({ character, place }) => Array<number>(character.length).fill(place)),
  };
}

function* charactersOf(text: string): Generator<Unit> {
  let before = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    for (const folded of foldForSearch(cluster)) {
      if (/\s/u.test(folded)) continue;
      const isMark = folded === '-' && KATAKANA.test(before);
      before = isMark ? 'ー' : (SMALL[folded] ?? withoutOldForm(folded));
      yield { character: before, place: index };
    }
  }
}

/** True for the long-vowel mark that ends a katakana word. */
function isLastMark(units: readonly Unit[], index: number): boolean {
  if (units[index]!.character !== 'ー' || KATAKANA.test(units[index + 1]?.character ?? '')) return false;
  return (
    units.slice(index - SHORTEST_WITH_MARK + 1, index + 1).filter((unit) => KATAKANA.test(unit.character)).length >=
    SHORTEST_WITH_MARK
  );
}

const DIGIT = /[0-9]/;

/** True for the comma between a digit and three more. */
function partsThousands(units: readonly Unit[], index: number): boolean {
  if (units[index]!.character !== ',' || !DIGIT.test(units[index - 1]?.character ?? '')) return false;
  const after = units.slice(index + 1, index + 5).map(({ character }) => DIGIT.test(character));
  return after[0] === true && after[1] === true && after[2] === true && after[3] !== true;
}
