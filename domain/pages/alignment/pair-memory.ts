/** A number may be as large as this, less one. */
const LARGEST = 1_048_576;

/** How alike two numbered things are, from 0 to 1, worked out once for each two. */
export class PairMemory {
  private readonly known = new Map<number, number>();
  private readonly workOut: (a: number, b: number) => number;

  constructor(workOut: (a: number, b: number) => number) {
    this.workOut = workOut;
  }

  similarity(a: number, b: number): number {
    if (a === b) return 1;
    const key = a * LARGEST + b;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const similarity = this.workOut(a, b);
    this.known.set(key, similarity);
    return similarity;
  }
}
