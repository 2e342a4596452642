import type { MadeNumber } from './content.ts';
import type { Sheet } from './sheet.ts';

/** A number of the truth where it is printed. */
export interface PrintedNumber {
  readonly number: MadeNumber;
  /** 1-based. */
  readonly page: number;
  readonly text: string;
  readonly middle: readonly [x: number, y: number];
}

export interface Truth {
  readonly older: readonly PrintedNumber[];
  readonly newer: readonly PrintedNumber[];
}

export function numbersOn(sheets: readonly Sheet[]): PrintedNumber[] {
  return sheets.flatMap(({ texts }, index) =>
    texts.flatMap(({ number, text, x, y, width, size }) =>
      number ? [{ number, page: index + 1, text, middle: [x + width / 2, y + size / 2] as const }] : [],
    ),
  );
}

/** The truth of a pair of papers in the form that a score of labels reads: pages, and cells with both places. */
export function labelsOf(name: string, { older, newer }: Truth) {
  const before = new Map(older.map((printed) => [printed.number.id, printed]));
  const side = ({ page, text, number }: PrintedNumber) => ({ page, text, value: number.value });
  const both = newer.flatMap((printed) => {
    const there = before.get(printed.number.id);
    return there ? [{ printed, there }] : [];
  });
  const pages = pagePairs(both.map(({ printed, there }) => [there.page, printed.page]));
  return {
    name,
    pages: pages.map(({ pair }) => pair),
    labelled: pages.map(({ pair }) => pair),
    pageOverlap: pages.map(({ pair, shared }) => [...pair, shared]),
    cells: both
      .filter(({ printed }) => printed.number.role === undefined)
      .map(({ printed, there }) => ({
        label: printed.number.label,
        column: printed.number.column,
        unit: printed.number.unit,
        old: side(there),
        new: side(printed),
      })),
  };
}

/** Pairs of pages with how many numbers they share. */
export function pagePairs(pairs: readonly (readonly [older: number, newer: number])[]) {
  const counts = new Map<string, { pair: readonly [number, number]; shared: number }>();
  for (const pair of pairs) {
    const key = pair.join();
    counts.set(key, { pair, shared: (counts.get(key)?.shared ?? 0) + 1 });
  }
  return [...counts.values()];
}
