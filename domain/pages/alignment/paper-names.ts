import type { Label } from '../words/label.ts';
import { labelSimilarity } from '../words/label-similarity.ts';
import { readNumbering } from '../words/numbering.ts';

/** The names that each of two papers prints: what both know by its own name is nothing else. */
export class PaperNames {
  private readonly keys = { older: new Set<string>(), newer: new Set<string>() };
  private readonly styles = new Map<Label, string>();

  add({ key }: Label, side: 'older' | 'newer'): void {
    this.keys[side].add(key);
  }

  /** Two names that each paper prints both of are two things, however alike they sound: 民生費 is not 衛生費. */
  areTwo(a: Label, b: Label): boolean {
    return a.key !== b.key && this.isInBoth(a) && this.isInBoth(b);
  }

  /**
   * True where two lines of parents go through names numbered in the same way (2款, 3款) that are two things: both papers
   * have both, or they do not sound alike.
   */
  contradict(a: readonly Label[], b: readonly Label[]): boolean {
    const own = (labels: readonly Label[], others: readonly Label[]) =>
      labels.filter((label) => label.number !== '' && !others.some(({ key }) => key === label.key));
    const others = own(b, a);
    return own(a, b).some((label) =>
      others.some(
        (other) =>
          this.styleOf(label) === this.styleOf(other) &&
          (this.areTwo(label, other) || labelSimilarity(label, other) < SOUNDS_ALIKE),
      ),
    );
  }

  private isInBoth({ key }: Label): boolean {
    return this.keys.older.has(key) && this.keys.newer.has(key);
  }

  private styleOf(label: Label): string {
    const known = this.styles.get(label);
    if (known !== undefined) return known;
    const { style } = readNumbering(label.printed);
    this.styles.set(label, style);
    return style;
  }
}

/** Two names in less agreement would not be paired themselves. */
export const SOUNDS_ALIKE = 0.5;
