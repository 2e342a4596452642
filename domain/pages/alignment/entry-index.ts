import type { Entry } from '../entries/entry.ts';
import { areContrary } from '../words/contrast.ts';
import type { Label } from '../words/label.ts';
import { bigramsOf, labelSimilarity, termsInCommon } from '../words/label-similarity.ts';
import { columnKeyOf, countBy, innermost, isBound } from './entry-keys.ts';
import { PaperNames, SOUNDS_ALIKE } from './paper-names.ts';

/** An entry with what alignment asks of it again and again, worked out once. */
export interface IndexedEntry {
  readonly entry: Entry;
  readonly side: 'old' | 'new';
  /** Place in its document. */
  readonly position: number;
  /** Numbers of its label, its remark and its line of parents; the same words have the same number. */
  readonly label: number;
  readonly remark: number;
  readonly parents: number;
  /** True where the label alone says little: 計, その他, or any that stands in many places of the paper. */
  readonly bound: boolean;
  /** True where its label stands in other places of the paper too. */
  readonly isRepeated: boolean;
  /** Everything that names it, years brought to the new paper's: equal keys are the same thing. */
  readonly fullKey: string;
  /** The label and the two nearest of its parents. */
  readonly nearKey: string;
  readonly columnKeys: readonly string[];
  /** How many entries of its paper have its full key. */
  twins: number;
}

/** The labels of two documents under numbers, and how similar any two of them are, worked out when first asked. */
export class LabelIndex {
  private readonly labels: Label[] = [];
  private readonly chains: (readonly number[])[] = [];
  /** In how many labels each pair of characters stands. */
  private readonly labelsWith = new Map<number, number>();
  /** The different lines of parents that each label stands under, in each paper. */
  private readonly placesOf = { old: new Map<number, Set<string>>(), new: new Map<number, Set<string>>() };
  private readonly names = new PaperNames();
  private readonly placed = { old: new Set<string>(), new: new Set<string>() };
  /** How many entries stand under each label, of how many in both papers. */
  private readonly entriesUnder: number[] = [];
  private entries = 0;
  private readonly seriesNumbers = new Set<number>();
  private readonly numbers = new Map<string, number>();
  private readonly chainNumbers = new Map<string, number>();
  private readonly columnKeys = new Map<string, readonly string[]>();
  private readonly labelCache = new Map<number, number>();
  private readonly chainCache = new Map<number, number>();

  /** Years that the new paper is ahead of the old one. */
  readonly yearShift: number;
  /** Labels that are members of a series of years (令和３年度 … 令和７年度 in one table): there the year itself is the name. */
  private readonly inSeries: ReadonlySet<Label>;

  constructor(yearShift: number, inSeries: readonly Label[]) {
    this.yearShift = yearShift;
    this.inSeries = new Set(inSeries);
  }

  index(entries: readonly Entry[], side: 'old' | 'new'): IndexedEntry[] {
    const times = countBy(entries.map(({ label }) => label.key));
    const indexed = entries.map((entry, position): IndexedEntry => {
      const label = this.numberOf(entry.label, side);
      const remark = this.numberOf(entry.remark, side);
      const parents = this.chainOf(entry.parents, side);
      const chain = this.chains[parents]!;
      this.entries += 1;
      for (const parent of chain) this.entriesUnder[parent] = (this.entriesUnder[parent] ?? 0) + 1;
      const columnKeys = this.columnKeysOf(entry);
      return {
        entry,
        side,
        position,
        label,
        remark,
        parents,
        bound: isBound(entry.label) || times.get(entry.label.key)! >= FREQUENT,
        isRepeated: times.get(entry.label.key)! > 1,
        fullKey: `${parents} ${label} ${remark} ${innermost(columnKeys)}`,
        nearKey: `${chain.slice(0, 2).join(',')} ${label}`,
        columnKeys,
        twins: 1,
      };
    });
    const twins = countBy(indexed.map(({ fullKey }) => fullKey));
    for (const each of indexed) each.twins = twins.get(each.fullKey)!;
    return indexed;
  }

  /** The same columns give the same array. */
  private columnKeysOf({ kind, quantities }: Entry): readonly string[] {
    // An amount in running text has no header: what it counts stands in for one.
    const keys = quantities.map(({ column, unit }) =>
      kind === 'phrase' ? `#${unit?.measure ?? ''}` : column.map(columnKeyOf).join('/'),
    );
    const joined = keys.join('\n');
    const known = this.columnKeys.get(joined);
    if (known?.length === keys.length) return known;
    this.columnKeys.set(joined, keys);
    return keys;
  }

  labelSimilarity(a: number, b: number): number {
    if (a === b) return 1;
    const key = a * 1_048_576 + b;
    const cached = this.labelCache.get(key);
    if (cached !== undefined) return cached;
    const series = this.seriesNumbers.has(a) && this.seriesNumbers.has(b);
    const words =
      labelSimilarity(this.labels[a]!, this.labels[b]!, this.weightOf) *
      termsInCommon(this.labels[a]!, this.labels[b]!);
    const years = sameYears(this.labels[a]!, this.labels[b]!) ? 1 : series ? OTHER_MEMBER : OTHER_YEAR;
    const similarity = words * years;
    this.labelCache.set(key, similarity);
    return similarity;
  }

  /** Like labelSimilarity, of names: two that each paper prints both of are two things, however alike they sound. */
  nameSimilarity(a: number, b: number): number {
    return this.phraseSimilarity(a, b) * (this.names.areTwo(this.labels[a]!, this.labels[b]!) ? TWO_THINGS : 1);
  }

  /** Like labelSimilarity, of the words before an amount, which may call one thing now so, now so. */
  phraseSimilarity(a: number, b: number): number {
    const words = this.labelSimilarity(a, b);
    return words < SOUNDS_ALIKE ? words : words * (areContrary(this.labels[a]!, this.labels[b]!) ? CONTRARY : 1);
  }

  /** How well two lines of parents agree, near ones and rare ones counting most: the title over everything tells nothing. */
  parentsSimilarity(a: number, b: number): number {
    if (a === b) return 1;
    const key = a * 1_048_576 + b;
    const cached = this.chainCache.get(key);
    if (cached !== undefined) return cached;
    const [one, other] = [this.chains[a]!, this.chains[b]!];
    const alike = (this.chainIn(one, other) + this.chainIn(other, one)) / 2;
    const apart = this.names.contradict(this.upToSure(one, other), this.upToSure(other, one));
    const similarity = alike * (apart ? TWO_THINGS : 1);
    this.chainCache.set(key, similarity);
    return similarity;
  }

  /** True where two lines of parents are the same but for one that is another thing. */
  differInOne(a: number, b: number): boolean {
    const [one, other] = [this.chains[a]!, this.chains[b]!];
    if (one.length !== other.length) return false;
    const sure = one.findIndex((label, i) => label === other[i] && this.standsOnce(label));
    const inner = sure < 0 ? one : one.slice(0, sure);
    const apart = inner.flatMap((label, i) => (label === other[i] ? [] : [[label, other[i]!] as const]));
    return apart.length === 1 && this.labelSimilarity(...apart[0]!) < SOUNDS_ALIKE;
  }

  /** The labels of a chain inside the first that stands once in each paper and says where it is by itself. */
  private upToSure(chain: readonly number[], other: readonly number[]): Label[] {
    const sure = chain.findIndex((label) => this.standsOnce(label) && other.includes(label));
    return (sure < 0 ? chain : chain.slice(0, sure)).map((label) => this.labels[label]!);
  }

  private chainIn(a: readonly number[], b: readonly number[]): number {
    if (a.length === 0) return b.length === 0 ? 1 : 0.5;
    let sum = 0;
    let weights = 0;
    let nearness = 1;
    for (let i = 0; i < a.length; i += 1) {
      const weight = nearness * Math.log(1 + this.entries / (this.entriesUnder[a[i]!] ?? 1));
      let best = 0;
      for (let j = Math.max(0, i - 2); j < Math.min(b.length, i + 3); j += 1) {
        best = Math.max(best, this.nameSimilarity(a[i]!, b[j]!) - 0.04 * Math.abs(i - j));
      }
      sum += weight * best;
      weights += weight;
      // What stands once in each paper says where it is by itself, whatever is above it.
      if (this.standsOnce(a[i]!) && b.includes(a[i]!)) break;
      nearness *= NEARER;
    }
    return sum / weights;
  }

  /** A pair of characters that many labels have tells little. */
  private readonly weightOf = (bigram: number): number =>
    Math.log(1 + (COMMON_PART * this.labels.length) / (this.labelsWith.get(bigram) ?? 1));

  private standsOnce(label: number): boolean {
    const { old, new: newer } = this.placesOf;
    return old.get(label)?.size === 1 && newer.get(label)?.size === 1;
  }

  private keyOf(label: Label, side: 'old' | 'new'): string {
    if (label.years.length === 0) return label.key;
    if (this.inSeries.has(label)) return `${label.key}@@${label.years.join(',')}`;
    return `${label.key}@${label.years.map((year) => year + (side === 'old' ? this.yearShift : 0)).join(',')}`;
  }

  private numberOf(label: Label, side: 'old' | 'new'): number {
    const key = this.keyOf(label, side);
    this.names.add(label, side);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const shift = side === 'old' && !this.inSeries.has(label) ? this.yearShift : 0;
    const number = this.labels.push(shifted(label, shift)) - 1;
    for (const bigram of new Set(bigramsOf(label.key)))
      this.labelsWith.set(bigram, (this.labelsWith.get(bigram) ?? 0) + 1);
    if (this.inSeries.has(label)) this.seriesNumbers.add(number);
    this.numbers.set(key, number);
    return number;
  }

  private chainOf(parents: readonly Label[], side: 'old' | 'new'): number {
    const chain = parents.map((label) => this.numberOf(label, side)).reverse();
    const key = chain.join();
    if (!this.placed[side].has(key)) {
      this.placed[side].add(key);
      chain.forEach((label, i) => {
        const places = this.placesOf[side].get(label) ?? new Set();
        this.placesOf[side].set(label, places.add(chain.slice(i + 1).join()));
      });
    }
    const known = this.chainNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.chains.push(chain) - 1;
    this.chainNumbers.set(key, number);
    return number;
  }
}

/** Each parent further out counts this much of the one inside it. */
const NEARER = 0.62;

const shifted = (label: Label, shift: number): Label =>
  label.years.length === 0 ? label : { ...label, years: label.years.map((year) => year + shift) };

/** A pair of characters in this share of all labels counts log 2, in fewer more. */
const COMMON_PART = 0.25;

/** A label that stands this often in a paper names nothing by itself. */
const FREQUENT = 4;

/** What is left of the similarity of two labels that name different years; of two members of series. */
const OTHER_YEAR = 0.93;
const OTHER_MEMBER = 0.4;

/** What is left of it where a word in the place of another makes another thing of it. */
const CONTRARY = 0.6;

/** What is left of it for two names that stand in both papers each. */
const TWO_THINGS = 0.4;

const sameYears = (a: Label, b: Label) =>
  a.years.length === b.years.length && a.years.every((year, i) => year === b.years[i]);
