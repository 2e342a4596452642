import { eraNamed } from '../japanese/era.ts';
import { foldForSearch } from '../japanese/normalise.ts';
import { PLAIN_COLUMNS } from './header-vocabulary.ts';
import { readNumbering } from './numbering.ts';
import {
  BULLETS,
  DIFFERENCE,
  FILLER_ENDINGS,
  LOOSE_PARTICLES,
  NOVELTY_MARKS,
  PREVIOUS_YEAR,
  TERM_JOINERS,
  THIS_YEAR,
  TOTAL_ENDINGS,
} from './vocabulary.ts';

/** A label made comparable. Two labels with the same `key` name the same thing as far as words can say. */
export interface Label {
  readonly printed: string;
  /** Folded, without numbering, spaces and punctuation, with years masked: 令和８年度予算 and 令和４年度予算 agree. */
  readonly key: string;
  readonly number: string;
  /** The years it names, as western numbers, in the order they are printed. */
  readonly years: readonly number[];
}

const YEAR =
  /(令和|平成|昭和|(?<![a-z])[rhs]\.?)(元|[0-9]{1,2})(?:年度?|(?=[.)末決予実見目計推当補]|$))|((?:19|20)[0-9]{2})年度?|(?<![0-9第])([0-9]{1,2})年度(?![目間内])/gu;
/** ５年度 without its era is one of 令和 up to this, else of 平成. */
const LATEST_REIWA = 20;
/** Which meeting or which supplementary budget it is changes from paper to paper: 第446回定例会, 補正予算（第３号）. */
const COUNTED_TITLE = /(?<=第)[0-9]{3,}(?=回)|(?<=補正予算)\(第[0-9]+号\)/gu;
const NOVELTY = new RegExp(
  `(?<=^[${BULLETS}]?)[【〔［(（](?:${NOVELTY_MARKS.join('|')})[)）］〕】](?=.)|(?<=.)[【〔［(（](?:${NOVELTY_MARKS.join('|')})[)）］〕】]$`,
  'u',
);
const PARTICLES = new RegExp(`(?<=.)(?:${LOOSE_PARTICLES.join('|')})(?=.)`, 'gu');
const FILLER = new RegExp(`(?<=.{2})(?:${FILLER_ENDINGS.join('|')})$`, 'u');
const SAME_BUT_FOR_FILLER = 0.92;
const PUNCTUATION = /[…‥·\s、。，．,.・:;「」『』()[\]{}〈〉《》【】~'"*=_|/-]/gu;

/** The comparable form of a printed label. */
export function labelOf(printed: string): Label {
  if (printed === '') return NO_LABEL;
  const { number, rest } = readNumbering(printed.replace(/\s+/gu, '').replace(NOVELTY, ''));
  const years: number[] = [];
  const folded = foldForSearch(rest).replace(
    YEAR,
    (_, era: string | undefined, year: string, western: string | undefined, bare: string | undefined) => {
      if (western) years.push(Number(western));
      else if (bare) years.push(yearOfEra(Number(bare) <= LATEST_REIWA ? '令和' : '平成', Number(bare)));
      else years.push(yearOfEra(era!.replace('.', ''), year === '元' ? 1 : Number(year)));
      return '年';
    },
  );
  const key = folded.replace(COUNTED_TITLE, '').replace(PUNCTUATION, '').replace(PARTICLES, '');
  return { printed, key, number, years: years.length > 0 ? years : NO_YEARS };
}

const yearOfEra = (era: string, year: number) => eraNamed(era)!.firstYear + year - 1;

/** Sentences are compared by this many of their first characters. */
const LONGEST_COMPARED = 400;

const NO_YEARS: readonly number[] = [];
export const NO_LABEL: Label = { printed: '', key: '', number: '', years: NO_YEARS };

/** Numbers of a key's pairs of neighbouring characters, sorted. */
export function bigramsOf(key: string): Uint32Array {
  const bigrams = new Uint32Array(Math.max(0, Math.min(key.length, LONGEST_COMPARED) - 1));
  for (let i = 0; i < bigrams.length; i += 1) bigrams[i] = key.charCodeAt(i) * 65_536 + key.charCodeAt(i + 1);
  return bigrams.sort();
}

/** Most labels are never compared, so that only those that are have their pairs of characters in memory. */
const compared = new WeakMap<Label, Uint32Array>();

function comparedBigrams(label: Label): Uint32Array {
  const known = compared.get(label);
  if (known) return known;
  const bigrams = bigramsOf(label.key);
  compared.set(label, bigrams);
  return bigrams;
}

/**
 * 1 for the same key, else the share of common character pairs (Dice), from 0 to 1. With `weightOf` rare pairs count more
 * than those that half of all labels have: …条例の一部を改正する条例 is little in common.
 */
export function labelSimilarity(a: Label, b: Label, weightOf: (bigram: number) => number = () => 1): number {
  if (a.key === b.key) return 1;
  if (a.key.length >= 3 && a.key.replace(FILLER, '') === b.key.replace(FILLER, '')) return SAME_BUT_FOR_FILLER;
  const [before, now] = [comparedBigrams(a), comparedBigrams(b)];
  if (before.length === 0 || now.length === 0) return 0;
  let i = 0;
  let j = 0;
  let common = 0;
  let total = 0;
  while (i < before.length || j < now.length) {
    const left = before[i] ?? Number.POSITIVE_INFINITY;
    const right = now[j] ?? Number.POSITIVE_INFINITY;
    const weight = weightOf(Math.min(left, right));
    total += left === right ? 2 * weight : weight;
    if (left === right) common += weight;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return (2 * common) / total;
}

/** Less than 1 where one label has all the terms of the other and more: 手当・給料 is not 給料. */
export function termsInCommon(a: Label, b: Label): number {
  const [few, many] = [termsOf(a), termsOf(b)].sort((one, other) => one.length - other.length);
  return few!.length < many!.length && few!.every((term) => many!.includes(term)) ? MORE_TERMS : 1;
}

const MORE_TERMS = 0.85;
const JOINERS = new RegExp(TERM_JOINERS.join('|'), 'u');
const termsOf = ({ printed }: Label) =>
  printed.length > LONGEST_NAME
    ? []
    : readNumbering(printed)
        .rest.split(JOINERS)
        .filter((term) => term !== '');
/** Longer labels are sentences. */
const LONGEST_NAME = 40;

export type YearRole = 'this' | 'previous' | 'difference';

const ROLES: readonly (readonly [YearRole, readonly string[]])[] = [
  ['difference', DIFFERENCE],
  ['previous', PREVIOUS_YEAR],
  ['this', THIS_YEAR],
];

/** What a header says: the year its numbers are of, and its words without that and without words that say nothing. */
export interface HeaderSense {
  readonly role: YearRole | null;
  readonly stem: string;
}

/** 本年度予算額 and 本年度 are both this year's; 本年度予算額の財源内訳 is a heading of its own. */
export function headerSense(label: Label): HeaderSense {
  for (const [role, words] of ROLES) {
    const word = words.find((candidate) => label.key.startsWith(candidate));
    if (word && !label.key.includes('の')) return { role, stem: withoutPlain(label.key.slice(word.length)) };
  }
  return { role: null, stem: withoutPlain(label.key) };
}

const withoutPlain = (key: string) => (PLAIN_COLUMNS.some((word) => word === key) ? '' : key);

export const isTotal = (label: Label): boolean => TOTAL_ENDINGS.some((ending) => label.key.endsWith(ending));
