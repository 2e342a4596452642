import type { EntryPair } from '../alignment/align-entries.ts';
import type { IndexedEntry } from '../alignment/entry-index.ts';
import type { Entry } from '../entries/entry.ts';
import type { PageContent } from '../sheet/page-content.ts';

/** Headings must agree this well for the text below them to be of the same matter. */
const SAME_SECTION = 0.9;
const CHARACTERS_A_LINE = 35;
/** A section with less than this share of its entries paired was written anew. */
const REWRITTEN = 0.5;

type ScannablePage = Pick<PageContent, 'index' | 'scanned'>;

export type PagePair = readonly [older: number, newer: number];

/** A pair of pages needs this much in common: a row of a table, two lines, or a share of what the smaller of the two holds. */
const LINES_IN_COMMON = 1.5;
const SHARE_IN_COMMON = 0.3;

/** Two places of the same amount, and the rows it was found by. */
interface SameAmount {
  readonly row: EntryPair;
  readonly older: { readonly page: number };
  readonly newer: { readonly page: number };
}
/** What an amount weighs by itself, in lines. */
const AMOUNT = 0.5;

/** The pages that hold the same things, with scanned pages put beside each other by their place. */
export function pairPages(
  pairs: readonly EntryPair[],
  amounts: readonly SameAmount[],
  entries: { readonly older: readonly Entry[]; readonly newer: readonly Entry[] },
  pages: { readonly older: readonly ScannablePage[]; readonly newer: readonly ScannablePage[] },
): PagePair[] {
  const weights = { older: pageWeights(entries.older), newer: pageWeights(entries.newer) };
  const common = new Map<string, { pair: PagePair; weight: number }>();
  const add = (pair: PagePair, weight: number) => {
    const known = common.get(pair.join()) ?? { pair, weight: 0 };
    known.weight += weight;
    common.set(pair.join(), known);
  };
  for (const { older, newer } of pairs) {
    const weight = Math.min(weightOf(older.entry), weightOf(newer.entry));
    for (const { pair, share } of sharedPages(older.entry, newer.entry)) add(pair, share * weight);
  }
  // A year of a series may move to the band on the page before, away from its row.
  for (const { row, older, newer } of amounts) {
    const isOfRow = sharesOf(row.older.entry).some(([page]) => page === older.page);
    if (!isOfRow || !sharesOf(row.newer.entry).some(([page]) => page === newer.page))
      add([older.page, newer.page], AMOUNT);
  }
  addRewrittenSections(pairs, entries, add);
  const paired = [...common.values()]
    .filter(({ pair: [a, b], weight }) => {
      const smaller = Math.min(weights.older.get(a) ?? 0, weights.newer.get(b) ?? 0);
      return weight >= LINES_IN_COMMON || weight >= SHARE_IN_COMMON * smaller;
    })
    .map(({ pair }) => pair);
  return [...paired, ...pairScanned(pages.older, pages.newer, paired)].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** The pages on which the same parts of two entries stand, each with its share of them. */
function sharedPages(older: Entry, newer: Entry): { pair: PagePair; share: number }[] {
  const shared: { pair: PagePair; share: number }[] = [];
  let before = 0;
  for (const [a, shareA] of sharesOf(older)) {
    let now = 0;
    for (const [b, shareB] of sharesOf(newer)) {
      const share = Math.min(before + shareA, now + shareB) - Math.max(before, now);
      if (share > 0) shared.push({ pair: [a, b], share });
      now += shareB;
    }
    before += shareA;
  }
  return shared;
}

/** An entry's pages with their parts of it, which sum to 1. */
function sharesOf({ page, spread }: Entry): (readonly [page: number, share: number])[] {
  if (!spread) return [[page, 1]];
  const whole = spread.reduce((sum, [, characters]) => sum + characters, 0);
  return spread.map(([own, characters]) => [own, characters / whole]);
}

/**
 * Under a heading that both papers have, text that was written anew has its counterpart too: it is put beside the other in
 * proportion. Only for sections of running text in which little else was found.
 */
function addRewrittenSections(
  pairs: readonly EntryPair[],
  entries: { readonly older: readonly Entry[]; readonly newer: readonly Entry[] },
  add: (pair: PagePair, weight: number) => void,
): void {
  const paired = new Set(pairs.flatMap((pair) => [pair.older.entry, pair.newer.entry]));
  const isRewritten = (section: readonly Entry[]) =>
    section.every((entry) => entry.kind !== 'row') &&
    section.filter((entry) => paired.has(entry)).length < REWRITTEN * section.length;
  for (const { older, newer, similarity } of pairs) {
    if (older.entry.kind !== 'text' || similarity.score < SAME_SECTION) continue;
    const before = sectionBelow(older, entries.older);
    const after = sectionBelow(newer, entries.newer);
    if (before.length === 0 || after.length === 0 || !isRewritten(before) || !isRewritten(after)) continue;
    const length = Math.max(before.length, after.length);
    for (let i = 0; i < length; i += 1) {
      const [a, b] = [before, after].map((texts) => texts[Math.floor((i * texts.length) / length)]!);
      // A rewritten line is enough by itself: the heading vouches for it.
      for (const before of wholeLinesOf(a!)) for (const now of wholeLinesOf(b!)) add([before, now], LINES_IN_COMMON);
    }
  }
}

/** The pages on which at least a line of an entry stands; all that there is, where it stands on one. */
const wholeLinesOf = ({ page, spread }: Entry) =>
  spread?.filter(([, characters]) => characters >= CHARACTERS_A_LINE).map(([own]) => own) ?? [page];

/** The entries below an outermost heading, up to the next one; none for any other entry. */
function sectionBelow({ entry: heading, position }: IndexedEntry, entries: readonly Entry[]): readonly Entry[] {
  if (heading.parents.length > 0) return [];
  const first = position + 1;
  const end = entries.findIndex(({ parents }, i) => i >= first && parents[0]?.printed !== heading.label.printed);
  return entries.slice(first, end < 0 ? entries.length : end);
}

/** In lines; a row counts its numbers a little, so that notes do not outweigh tables, and a long sentence what it fills. */
function weightOf(entry: Entry): number {
  if (entry.kind === 'row') return 1 + Math.min(entry.quantities.length, 4) * 0.5;
  return Math.max(1, entry.label.key.length / CHARACTERS_A_LINE);
}

function pageWeights(entries: readonly Entry[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const entry of entries) {
    for (const [page, share] of sharesOf(entry)) weights.set(page, (weights.get(page) ?? 0) + share * weightOf(entry));
  }
  return weights;
}

/** Scanned pages between the same paired neighbours are paired in order. */
function pairScanned(
  older: readonly ScannablePage[],
  newer: readonly ScannablePage[],
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

/** What a person said of a page replaces every pair that was computed for it. */
export function correctPages(computed: readonly PagePair[], corrections: readonly PagePair[]): PagePair[] {
  const older = new Set(corrections.map(([page]) => page));
  const newer = new Set(corrections.map(([, page]) => page));
  const kept = computed.filter(([a, b]) => !older.has(a) && !newer.has(b));
  const given = new Map(corrections.map((pair) => [pair.join(), pair]));
  return [...kept, ...given.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
