import type { PrintedComparison as Comparison } from '../../domain/pages/results/printed-comparison.ts';
import { type PrintedNumber, pagePairs, type Truth } from './truth.ts';

type ComparedQuantity = Comparison['quantities'][number];
type ShownQuantity = ComparedQuantity['old'];

/** What a comparison made of a pair of papers. Counts, so that scores of several pairs add up. */
export interface Score {
  readonly found: number;
  readonly right: number;
  readonly wanted: number;
  readonly pagesFound: number;
  readonly pagesRight: number;
  readonly pagesWanted: number;
  /** Numbers of the truth, and those that are in neither list. */
  readonly printed: number;
  readonly lost: number;
  /** For each found pair how sure it was and whether it is right. */
  readonly pairs: readonly { readonly confidence: number; readonly right: boolean }[];
  /** A line each, for whoever mends it. */
  readonly faults: readonly string[];
}

/** Spill-overs of so few numbers over a page's edge are neither wanted nor wrong. */
const FEW = 3;

export function scoreOf(comparison: Pick<Comparison, 'pages' | 'quantities' | 'unmatched'>, truth: Truth): Score {
  const [older, newer] = [new Finder(truth.older), new Finder(truth.newer)];
  const faults: string[] = [];
  const found = comparison.quantities.map((pair) => {
    const [a, b] = [older.take(pair.old), newer.take(pair.new)];
    const right = a !== null && b !== null && a.number.id === b.number.id;
    if (!right) faults.push(`WRONG ${shown(pair)} is ${said(a)} / ${said(b)}`);
    const isAside = right && b.number.role !== undefined;
    return { confidence: pair.confidence, right, isAside, id: right ? b.number.id : null };
  });
  for (const one of comparison.unmatched.old) older.take(one);
  for (const one of comparison.unmatched.new) newer.take(one);
  const ids = new Set(found.map(({ id }) => id));
  const before = new Map(truth.older.map((printed) => [printed.number.id, printed]));
  const both = truth.newer.flatMap((printed) => {
    const there = before.get(printed.number.id);
    return there ? [{ printed, there }] : [];
  });
  const wanted = both.filter(({ printed }) => printed.number.role === undefined);
  const missed = wanted.filter(({ printed }) => !ids.has(printed.number.id));
  for (const { printed, there } of missed) faults.push(`MISSED ${said(printed)} ${there.text} → ${printed.text}`);
  const left = { older: older.left(), newer: newer.left() };
  for (const printed of left.older) faults.push(`LOST old ${said(printed)} ${printed.text}`);
  for (const printed of left.newer) faults.push(`LOST new ${said(printed)} ${printed.text}`);
  const pages = pagesOf(comparison.pages, both);
  const judged = found.filter(({ isAside }) => !isAside);
  return {
    found: judged.length,
    right: judged.filter(({ right }) => right).length,
    wanted: wanted.length,
    ...pages,
    printed: [...truth.older, ...truth.newer].filter(({ number }) => number.role !== 'aside').length,
    lost: left.older.length + left.newer.length,
    pairs: judged.map(({ confidence, right }) => ({ confidence, right })),
    faults,
  };
}

function pagesOf(found: Comparison['pages'], both: readonly { printed: PrintedNumber; there: PrintedNumber }[]) {
  const all = pagePairs(both.map(({ printed, there }) => [there.page, printed.page]));
  const isMinor = ({ pair, shared }: (typeof all)[number]) =>
    shared <= FEW &&
    all.some((other) => other.shared > shared && (other.pair[0] === pair[0] || other.pair[1] === pair[1]));
  const minor = new Set(all.filter(isMinor).map(({ pair }) => pair.join()));
  const wanted = new Set(all.map(({ pair }) => pair.join()).filter((key) => !minor.has(key)));
  const kept = found.map(([a, b]) => `${a},${b}`).filter((key) => !minor.has(key));
  return {
    pagesFound: kept.length,
    pagesRight: kept.filter((key) => wanted.has(key)).length,
    pagesWanted: wanted.size,
  };
}

/** Finds the number of the truth that a quantity is: of its value, on its page, the nearest; each is found once. */
class Finder {
  private readonly waiting: Set<PrintedNumber>;
  private readonly byKey = new Map<string, PrintedNumber[]>();

  constructor(numbers: readonly PrintedNumber[]) {
    this.waiting = new Set(numbers);
    for (const printed of numbers) {
      const key = `${printed.page} ${printed.number.value}`;
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), printed]);
    }
  }

  take({ page, value, box }: ShownQuantity): PrintedNumber | null {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const distance = ({ middle }: PrintedNumber) => Math.hypot(middle[0] - x, middle[1] - y);
    const [nearest] = (this.byKey.get(`${page} ${value}`) ?? []).toSorted((a, b) => distance(a) - distance(b));
    if (!nearest || distance(nearest) > REACH) return null;
    this.waiting.delete(nearest);
    return nearest;
  }

  left(): PrintedNumber[] {
    return [...this.waiting].filter(({ number }) => number.role !== 'aside');
  }
}

/** Points: a quantity's box may hold its unit, its line or a gap beside it. */
const REACH = 40;

const said = (printed: PrintedNumber | null) =>
  printed ? `${printed.number.label} | ${printed.number.column} (p. ${printed.page})` : 'no number of the truth';
const shown = ({ label, column, old, new: neu, confidence }: ComparedQuantity) =>
  `${confidence} ${label} | ${column}: p. ${old.page} ${old.text} → p. ${neu.page} ${neu.text}`;

export function addScores(scores: readonly Score[]): Score {
  const sum = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0);
  return {
    found: sum(({ found }) => found),
    right: sum(({ right }) => right),
    wanted: sum(({ wanted }) => wanted),
    pagesFound: sum(({ pagesFound }) => pagesFound),
    pagesRight: sum(({ pagesRight }) => pagesRight),
    pagesWanted: sum(({ pagesWanted }) => pagesWanted),
    printed: sum(({ printed }) => printed),
    lost: sum(({ lost }) => lost),
    pairs: scores.flatMap(({ pairs }) => pairs),
    faults: scores.flatMap(({ faults }) => faults),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
export const precisionOf = ({ right, found }: Score) => share(right, found);
export const recallOf = ({ right, wanted }: Score) => share(right, wanted);
export const accountOf = ({ lost, printed }: Score) => 1 - share(lost, printed);
export function pageF1Of({ pagesRight, pagesFound, pagesWanted }: Score): number {
  return share(2 * pagesRight, pagesFound + pagesWanted);
}
