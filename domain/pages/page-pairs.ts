import type { EntryPair } from './alignment.ts';
import type { Entry } from './entry.ts';
import type { PageContent } from './page-content.ts';

export type PagePair = readonly [older: number, newer: number];

/** A pair of pages needs this much in common: a row of a table, two lines, or a share of what the smaller of the two holds. */
const LINES_IN_COMMON = 1.5;
const SHARE_IN_COMMON = 0.3;

/** The pages that hold the same things, with scanned pages put beside each other by their place. */
export function pairPages(
  pairs: readonly EntryPair[],
  entries: { readonly older: readonly Entry[]; readonly newer: readonly Entry[] },
  pages: { readonly older: readonly PageContent[]; readonly newer: readonly PageContent[] },
): PagePair[] {
  const weights = { older: pageWeights(entries.older), newer: pageWeights(entries.newer) };
  const common = new Map<string, { pair: PagePair; weight: number }>();
  for (const { older, newer } of pairs) {
    const pair: PagePair = [older.entry.page, newer.entry.page];
    const known = common.get(pair.join()) ?? { pair, weight: 0 };
    known.weight += Math.min(weightOf(older.entry), weightOf(newer.entry));
    common.set(pair.join(), known);
  }
  const paired = [...common.values()]
    .filter(({ pair: [a, b], weight }) => {
      const smaller = Math.min(weights.older.get(a) ?? 0, weights.newer.get(b) ?? 0);
      return weight >= LINES_IN_COMMON || weight >= SHARE_IN_COMMON * smaller;
    })
    .map(({ pair }) => pair);
  return [...paired, ...pairScanned(pages.older, pages.newer, paired)].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** A heading or a sentence is one line; a row counts its numbers a little, so that notes do not outweigh tables. */
function weightOf(entry: Entry): number {
  return entry.kind === 'row' ? 1 + Math.min(entry.quantities.length, 4) * 0.5 : 1;
}

function pageWeights(entries: readonly Entry[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const entry of entries) weights.set(entry.page, (weights.get(entry.page) ?? 0) + weightOf(entry));
  return weights;
}

/** Scanned pages between the same paired neighbours are paired in order. */
function pairScanned(
  older: readonly PageContent[],
  newer: readonly PageContent[],
  paired: readonly PagePair[],
): PagePair[] {
  const scannedNewer = newer.filter((page) => page.scanned);
  if (scannedNewer.length === 0) return [];
  const used = new Set<number>();
  const found: PagePair[] = [];
  for (const page of older.filter(({ scanned }) => scanned)) {
    const before = lastBefore(paired, page.index);
    const after = paired.find(([a]) => a > page.index);
    const candidate = scannedNewer.find(
      ({ index }) =>
        !used.has(index) && (before === undefined || index > before[1]) && (after === undefined || index < after[1]),
    );
    if (!candidate) continue;
    used.add(candidate.index);
    found.push([page.index, candidate.index]);
  }
  return found;
}

const lastBefore = (paired: readonly PagePair[], page: number) => paired.filter(([a]) => a < page).at(-1);
