import type { Label } from '../words/label.ts';
import { type NumberedLabels, type Side, TWO_THINGS } from './numbered-labels.ts';
import { PairMemory } from './pair-memory.ts';
import { SOUNDS_ALIKE } from './paper-names.ts';

/** The numbers of a label and of its line of parents. */
interface Placed {
  readonly label: number;
  readonly parents: number;
}

/** The lines of parents of two papers under numbers, innermost label first, and how well any two agree. */
export class ParentChains {
  private readonly labels: NumberedLabels;
  private readonly chains: (readonly number[])[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly known = new PairMemory((a, b) => this.similarityOf(this.at(a), this.at(b)));
  /** The different lines of parents that each label stands under, in each paper. */
  private readonly placesOf = { older: new Map<number, Set<string>>(), newer: new Map<number, Set<string>>() };
  /** The different lines of parents of the entries with each label. */
  private readonly rowsOf = { older: new Map<number, Set<string>>(), newer: new Map<number, Set<string>>() };
  private readonly placed = { older: new Set<string>(), newer: new Set<string>() };
  /** How many entries stand under each label, of how many in both papers. */
  private readonly entriesUnder: number[] = [];
  private entries = 0;

  constructor(labels: NumberedLabels) {
    this.labels = labels;
  }

  /** The labels of a number. */
  at(number: number): readonly number[] {
    return this.chains[number]!;
  }

  /**
   * The number of an entry's parents, which are given outermost first; counts the entry below each of them. `own` is the number of
   * its label.
   */
  numberOf(parents: readonly Label[], own: number, side: Side): number {
    const chain = parents.map((_, depth) => this.labels.numberOf(parents.slice(0, depth + 1), side)).reverse();
    this.entries += 1;
    for (const label of chain) this.entriesUnder[label] = (this.entriesUnder[label] ?? 0) + 1;
    const key = chain.join();
    this.rowsOf[side].set(own, (this.rowsOf[side].get(own) ?? new Set()).add(key));
    if (!this.placed[side].has(key)) {
      this.placed[side].add(key);
      chain.forEach((label, i) => {
        const places = this.placesOf[side].get(label) ?? new Set();
        this.placesOf[side].set(label, places.add(chain.slice(i + 1).join()));
      });
    }
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.chains.push(chain) - 1;
    this.numbers.set(key, number);
    return number;
  }

  /** How well two lines of parents agree, near ones and rare ones counting most: the title over everything tells nothing. */
  similarity(a: number, b: number): number {
    return this.known.similarity(a, b);
  }

  /** True where two lines of parents are the same but for one that is another thing. */
  differInOne(a: number, b: number): boolean {
    const [one, other] = [this.at(a), this.at(b)];
    if (one.length !== other.length) return false;
    const sure = one.findIndex((label, i) => label === other[i] && this.standsOnce(label));
    const inner = sure < 0 ? one : one.slice(0, sure);
    const apart = inner.flatMap((label, i) => (label === other[i] ? [] : [[label, other[i]!] as const]));
    return apart.length === 1 && this.labels.similarity(...apart[0]!) < SOUNDS_ALIKE;
  }

  /** True where one label's line of parents is the other's with one more inside it, and below the shorter it stands once in each paper. */
  skipOne(a: Placed, b: Placed): boolean {
    const [short, long] = [this.at(a.parents), this.at(b.parents)].sort((one, other) => one.length - other.length);
    if (a.label !== b.label || short!.length === 0 || long!.length !== short!.length + 1) return false;
    const end = short!.join();
    const isOnce = (side: Side) =>
      [...(this.rowsOf[side].get(a.label) ?? [])].filter((key) => key === end || key.endsWith(`,${end}`)).length === 1;
    return long!.slice(1).join() === end && isOnce('older') && isOnce('newer');
  }

  private similarityOf(one: readonly number[], other: readonly number[]): number {
    const alike = (this.agreement(one, other) + this.agreement(other, one)) / 2;
    const apart = this.labels.names.contradict(this.upToSure(one, other), this.upToSure(other, one));
    return alike * (apart ? TWO_THINGS : 1);
  }

  /**
   * The labels of a chain inside the first that stands once in each paper, also among the rows, and says where it is by itself:
   * 報償費 does not, which has parts in one place and none in another.
   */
  private upToSure(chain: readonly number[], other: readonly number[]): Label[] {
    const { older, newer } = this.rowsOf;
    const isOneRow = (label: number) => Math.max(older.get(label)?.size ?? 0, newer.get(label)?.size ?? 0) < 2;
    const sure = chain.findIndex((label) => this.standsOnce(label) && isOneRow(label) && other.includes(label));
    return (sure < 0 ? chain : chain.slice(0, sure)).map((label) => this.labels.at(label));
  }

  private agreement(a: readonly number[], b: readonly number[]): number {
    if (a.length === 0) return b.length === 0 ? 1 : 0.5;
    let sum = 0;
    let weights = 0;
    let nearness = 1;
    for (let i = 0; i < a.length; i += 1) {
      const weight = nearness * Math.log(1 + this.entries / (this.entriesUnder[a[i]!] ?? 1));
      let best = 0;
      for (let j = Math.max(0, i - 2); j < Math.min(b.length, i + 3); j += 1) {
        best = Math.max(best, this.labels.nameSimilarity(a[i]!, b[j]!) - 0.04 * Math.abs(i - j));
      }
      sum += weight * best;
      weights += weight;
      // What stands once in each paper says where it is by itself, whatever is above it.
      if (this.standsOnce(a[i]!) && b.includes(a[i]!)) break;
      nearness *= NEARER;
    }
    return sum / weights;
  }

  private standsOnce(label: number): boolean {
    const { older, newer } = this.placesOf;
    return older.get(label)?.size === 1 && newer.get(label)?.size === 1;
  }
}

/** Each parent further out counts this much of the one inside it. */
const NEARER = 0.62;
