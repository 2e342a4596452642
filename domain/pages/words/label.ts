import { foldForSearch } from '../../japanese/normalise.ts';
import { withoutRadicals } from '../../japanese/radicals.ts';
import { UNIT_PATTERN } from '../../quantities/unit.ts';
import { readNumbering } from './numbering.ts';
import { BULLETS, CONTINUATION_MARKS, LOOSE_PARTICLES, NOVELTY_MARKS } from './vocabulary.ts';
import { maskYears } from './years-in-label.ts';

/** A label made comparable. Two labels with the same `key` name the same thing as far as words can say. */
export interface Label {
  readonly printed: string;
  /** Folded, without numbering, spaces and punctuation, with years masked: 令和８年度予算 and 令和４年度予算 agree. */
  readonly key: string;
  readonly number: string;
  /** The years it names, as western numbers, in the order they are printed. */
  readonly years: readonly number[];
}

/** Which meeting or which supplementary budget it is changes from paper to paper: 第446回定例会, 補正予算（第３号）. */
const COUNTED_TITLE = /(?<=第)[0-9]{3,}(?=回)|(?<=補正予算)\(第[0-9]+号\)/gu;
/** What a name counts in brackets changes too: 特別会計（５件）. */
const COUNTED_THINGS = new RegExp(`(?<=.)\\([0-9,]+${UNIT_PATTERN}\\)$`, 'u');
const NOVELTY = new RegExp(
  `(?<=^[${BULLETS}]?)[【〔［(（](?:${NOVELTY_MARKS.join('|')})[)）］〕】](?=.)|(?<=.)[【〔［(（](?:${NOVELTY_MARKS.join('|')})[)）］〕】]$`,
  'u',
);
const CONTINUATION = new RegExp(`(?<=.)[（(〔［](?:${CONTINUATION_MARKS.join('|')})[)）〕］]$`, 'u');
const PARTICLES = new RegExp(`(?<=.)(?:${LOOSE_PARTICLES.join('|')})(?=.)`, 'gu');
const PUNCTUATION = /[…‥·\s、。，．,.・:;「」『』()[\]{}〈〉《》【】~'"*=_|/-]/gu;

/** The comparable form of a printed label. */
export function labelOf(printed: string): Label {
  if (printed === '') return NO_LABEL;
  const { number, rest } = readNumbering(printed.replace(CONTINUATION, '').replace(NOVELTY, ''));
  const { masked, years } = maskYears(foldForSearch(rest));
  const key = masked
    .replace(COUNTED_TITLE, '')
    .replace(COUNTED_THINGS, '')
    .replace(PUNCTUATION, '')
    .replace(PARTICLES, '');
  return { printed: withoutRadicals(printed), key, number, years: years.length > 0 ? years : NO_YEARS };
}

const NO_YEARS: readonly number[] = [];
export const NO_LABEL: Label = { printed: '', key: '', number: '', years: NO_YEARS };
