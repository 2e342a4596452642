import { BigramWeights } from '../words/bigram-weights.ts';
import { areContrary } from '../words/contrast.ts';
import type { Label } from '../words/label.ts';
import { labelSimilarity, termsInCommon } from '../words/label-similarity.ts';
import { PairMemory } from './pair-memory.ts';
import { PaperNames, SOUNDS_ALIKE } from './paper-names.ts';
import type { IsInSeries } from './paper-years.ts';
import type { NewNameOf } from './renamed-headings.ts';

/** Which of the two papers. */
export type Side = 'older' | 'newer';

/** The labels of two papers under numbers, and how similar any two of them are, worked out when first asked. */
export class NumberedLabels {
  /** The names that the papers print. */
  readonly names = new PaperNames();
  private readonly labels: Label[] = [];
  private readonly weights = new BigramWeights();
  private readonly seriesNumbers = new Set<number>();
  private readonly numbers = new Map<string, number>();
  private readonly known = new PairMemory((a, b) =>
    this.similarityOf(this.at(a), this.at(b), this.seriesNumbers.has(a) && this.seriesNumbers.has(b)),
  );
  /** Years that the newer paper is ahead of the older one. */
  private readonly yearShift: number;
  /** Of members of a series of years (令和３年度 … 令和７年度 in one table) the year itself is the name. */
  private readonly isInSeries: IsInSeries;
  private readonly newNameOf: NewNameOf;

  constructor(yearShift: number, isInSeries: IsInSeries, newNameOf: NewNameOf) {
    this.yearShift = yearShift;
    this.isInSeries = isInSeries;
    this.newNameOf = newNameOf;
  }

  /** The label of a number, its years brought to the newer paper's. */
  at(number: number): Label {
    return this.labels[number]!;
  }

  /** The number of the innermost label of a path; the same words have the same number. */
  numberOf(path: readonly Label[], side: Side): number {
    const label = (side === 'older' && this.newNameOf(path)) || path.at(-1)!;
    const inSeries = this.isInSeries(path);
    const key = this.keyOf(label, side, inSeries);
    this.names.add(label, side);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const shift = side === 'older' && !inSeries ? this.yearShift : 0;
    const number = this.labels.push(shifted(label, shift)) - 1;
    this.weights.add(label);
    if (inSeries) this.seriesNumbers.add(number);
    this.numbers.set(key, number);
    return number;
  }

  /** From 0 to 1. */
  similarity(a: number, b: number): number {
    return this.known.similarity(a, b);
  }

  /** True of two names that each paper prints both of. */
  areTwo(a: number, b: number): boolean {
    return this.names.areTwo(this.at(a), this.at(b));
  }

  /** Of names: two that each paper prints both of are two things, however alike they sound. */
  nameSimilarity(a: number, b: number): number {
    return this.phraseSimilarity(a, b) * (this.names.areTwo(this.at(a), this.at(b)) ? TWO_THINGS : 1);
  }

  /** Of the words before an amount, which may call one thing now so, now so. */
  phraseSimilarity(a: number, b: number): number {
    const words = this.similarity(a, b);
    return words < SOUNDS_ALIKE ? words : words * (areContrary(this.at(a), this.at(b)) ? CONTRARY : 1);
  }

  private similarityOf(one: Label, other: Label, inSeries: boolean): number {
    const words = labelSimilarity(one, other, this.weights.of) * termsInCommon(one, other);
    return words * (sameYears(one, other) ? 1 : inSeries ? OTHER_MEMBER : OTHER_YEAR);
  }

  private keyOf(label: Label, side: Side, inSeries: boolean): string {
    if (label.years.length === 0) return label.key;
    if (inSeries) return `${label.key}@@${label.years.join(',')}`;
    return `${label.key}@${label.years.map((year) => year + (side === 'older' ? this.yearShift : 0)).join(',')}`;
  }
}

const shifted = (label: Label, shift: number): Label =>
  label.years.length === 0 ? label : { ...label, years: label.years.map((year) => year + shift) };

/** What is left of the similarity of two labels that name different years; of two members of series. */
const OTHER_YEAR = 0.93;
const OTHER_MEMBER = 0.4;

/** What is left of it where a word in the place of another makes another thing of it. */
const CONTRARY = 0.6;

/** What is left of it for two names that stand in both papers each. */
export const TWO_THINGS = 0.4;

const sameYears = (a: Label, b: Label) =>
  a.years.length === b.years.length && a.years.every((year, i) => year === b.years[i]);
