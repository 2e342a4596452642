import { seeded } from '../../scripts/demo-city/seeded.ts';

/** A stream of choices that its seed decides alone. */
export class Draw {
  private readonly seed: string;
  private drawn = 0;

  constructor(seed: string) {
    this.seed = seed;
  }

  /** In [0, 1). */
  next(): number {
    this.drawn += 1;
    return seeded(`${this.seed} ${this.drawn}`);
  }

  /** From `from` to `to`, both among the outcomes. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  oneOf<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)]!;
  }

  /** So many of them, in their order. */
  some<T>(choices: readonly T[], count: number): T[] {
    const left = choices.map((_, index) => index);
    const kept = Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(this.integer(0, left.length - 1), 1)[0]!,
    );
    return kept.sort((a, b) => a - b).map((index) => choices[index]!);
  }

  /** A stream of its own, which no other choice before it moves. */
  of(part: string): Draw {
    return new Draw(`${this.seed} ${part}`);
  }
}

/** What a thing costs or counts in a fiscal year: last year's paper and this year's say the same of the same year. */
export function amountIn(key: string, year: number, from: number, to: number): number {
  if (seeded(`${key} ${year} stays`) < 0.12) return amountIn(key, year - 1, from, to);
  const base = from * (to / from) ** seeded(`${key} size`);
  return Math.max(1, Math.round(base * (0.8 + 0.4 * seeded(`${key} ${year}`))));
}
