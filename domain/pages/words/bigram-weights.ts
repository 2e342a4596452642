import type { Label } from './label.ts';
import { bigramsOf, type Weights } from './label-similarity.ts';

/** A pair of characters in this share of all labels counts log 2, in fewer more. */
const COMMON_PART = 0.25;

/** What each pair of neighbouring characters tells: one that many labels have little. */
export class BigramWeights {
  private readonly labelsWith = new Map<number, number>();
  private labels = 0;
  private known = new WeakMap<Label, Weights>();

  add(label: Label): void {
    for (const bigram of new Set(bigramsOf(label.key)))
      this.labelsWith.set(bigram, (this.labelsWith.get(bigram) ?? 0) + 1);
    this.labels += 1;
    this.known = new WeakMap();
  }

  readonly of = (label: Label): Weights => {
    const known = this.known.get(label);
    if (known) return known;
    const each = Float64Array.from(bigramsOf(label.key), (bigram) =>
      Math.log(1 + (COMMON_PART * this.labels) / (this.labelsWith.get(bigram) ?? 1)),
    );
    const weights = { each, total: each.reduce((sum, weight) => sum + weight, 0) };
    this.known.set(label, weights);
    return weights;
  };
}
