import type { Label } from './label.ts';
import { readNumbering } from './numbering.ts';
import { FILLER_ENDINGS, TERM_JOINERS } from './vocabulary.ts';

const FILLER = new RegExp(`(?<=.{2})(?:${FILLER_ENDINGS.join('|')})$`, 'u');
/** 令和２年度の満足度, 昨年の満足度, 本市の満足度. */
const OF_YEAR_OR_CITY = /^(?:年|昨年|[本当]?[市町村])の(?=.{2})/u;
/** 歳入の内訳 and 歳入内訳. */
const LOOSE_NO = /(?<=[一-龠])の(?=[一-龠])/gu;
const SAME_BUT_FOR_FILLER = 0.92;
/** Sentences are compared by this many of their first characters. */
const LONGEST_COMPARED = 400;

/** Numbers of a key's pairs of neighbouring characters, sorted. */
export function bigramsOf(key: string): Uint32Array {
  const bigrams = new Uint32Array(Math.max(0, Math.min(key.length, LONGEST_COMPARED) - 1));
  for (let i = 0; i < bigrams.length; i += 1) bigrams[i] = key.charCodeAt(i) * 65_536 + key.charCodeAt(i + 1);
  return bigrams.sort();
}

/** What a comparison of labels asks of each again and again. */
interface ComparedLabel {
  readonly bigrams: Uint32Array;
  /** The key without a year or the city before it, an ending and a particle that say little. */
  readonly bare: string;
  readonly terms: readonly string[];
}

/** Most labels are never compared, so that only those that are take memory for it. */
const compared = new WeakMap<Label, ComparedLabel>();

function comparedLabel(label: Label): ComparedLabel {
  const known = compared.get(label);
  if (known) return known;
  const made = {
    bigrams: bigramsOf(label.key),
    bare: label.key.replace(OF_YEAR_OR_CITY, '').replace(FILLER, '').replace(LOOSE_NO, ''),
    terms: termsOf(label),
  };
  compared.set(label, made);
  return made;
}

/** What each of a label's bigramsOf tells, in their order. */
export interface Weights {
  readonly each: ArrayLike<number>;
  readonly total: number;
}

const ones = new Uint8Array(LONGEST_COMPARED).fill(1);
const alike = (label: Label): Weights => ({ each: ones, total: comparedLabel(label).bigrams.length });

/**
 * 1 for the same key, else the share of common character pairs (Dice), from 0 to 1. With `weightsOf` rare pairs count more
 * than those that half of all labels have: …条例の一部を改正する条例 is little in common.
 */
export function labelSimilarity(a: Label, b: Label, weightsOf: (label: Label) => Weights = alike): number {
  if (a.key === b.key) return 1;
  const [one, other] = [comparedLabel(a), comparedLabel(b)];
  if (a.key.length >= 3 && one.bare === other.bare) return SAME_BUT_FOR_FILLER;
  const [before, now] = [one.bigrams, other.bigrams];
  if (before.length === 0 || now.length === 0) return 0;
  const [{ each, total }, { total: rest }] = [weightsOf(a), weightsOf(b)];
  let common = 0;
  for (let i = 0, j = 0; i < before.length && j < now.length; ) {
    const left = before[i]!;
    const right = now[j]!;
    if (left === right) common += each[i]!;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return (2 * common) / (total + rest);
}

/** Less than 1 where one label has all the terms of the other and more: 手当・給料 is not 給料. */
export function termsInCommon(a: Label, b: Label): number {
  const [one, other] = [comparedLabel(a).terms, comparedLabel(b).terms];
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  return few.length < many.length && few.every((term) => many.includes(term)) ? MORE_TERMS : 1;
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
