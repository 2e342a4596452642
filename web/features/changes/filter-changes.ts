import type { Change } from '../../../contract/comparisons.ts';
import { foldForSearch } from '../../../domain/japanese/normalise.ts';
import { type ShownValues, shownValues } from '../../../domain/pages/results/shown-values.ts';
import { labelOf } from '../../../domain/pages/words/label.ts';

/** A change with its two numbers as they are shown, the older first. */
export interface ShownChange extends Change {
  readonly shown: ShownValues;
  /** As shown; null where there is none to show. */
  readonly shownDifference: number | null;
  readonly shownRate: number | null;
}

export function shownChange(change: Change): ShownChange {
  const quantity = (place: Change['older']) =>
    place && place.value !== null ? { text: place.text, value: place.value, unit: place.unit } : null;
  const shown = shownValues([quantity(change.older), quantity(change.newer)], change.column);
  return { ...change, shown, shownDifference: shown.difference(0, 1), shownRate: shown.rate(0, 1) };
}

export type ChangeOrder = 'page' | 'amount' | 'rate';

/** What a person wants to see of the list; it lives in the address. */
export interface ChangeFilter {
  readonly kind: Change['kind'] | '';
  readonly text: string;
  /** A fraction; 0 for all. Lines in one paper only have no rate and are left out by any. */
  readonly threshold: number;
  readonly order: ChangeOrder;
}

export const kindWords: Record<Change['kind'], string> = {
  changed: '変わった数値',
  added: '増えた行',
  removed: 'なくなった行',
  restated: '前年度の欄が変わった数値',
  reworded: '言葉が変わった行',
  moved: '場所が移った行',
};

export function readFilter(query: URLSearchParams): ChangeFilter {
  const kind = query.get('kind') ?? '';
  const order = query.get('order');
  return {
    kind: kind in kindWords ? (kind as Change['kind']) : '',
    text: query.get('text') ?? '',
    threshold: Math.max(0, Number(query.get('threshold')) || 0),
    order: order === 'amount' || order === 'rate' ? order : 'page',
  };
}

/** A heading of the papers with what changed under it; the path is said once. */
export interface ChangeGroup {
  /** Outermost first. */
  readonly path: readonly string[];
  readonly rows: readonly GroupRow[];
}

/** A change, or the name of what the changes below it belong to, which has not changed itself; `depth` below the heading. */
export type GroupRow = { readonly depth: number } & ({ readonly change: ShownChange } | { readonly name: string });

/** Farther below its heading than this a row begins a heading of its own. */
const mostLevels = 3;

/** Neighbours below one heading together: in the papers' order a 項 under its 款, by size those of one path. */
export function groupChanges(changes: readonly ShownChange[], order: ChangeOrder): ChangeGroup[] {
  const deepest = order === 'page' ? mostLevels : 0;
  const groups: { path: readonly string[]; rows: GroupRow[] }[] = [];
  let above: readonly string[] = [];
  for (const change of changes) {
    const path = change.parents.filter((parent) => parent !== '');
    const depth = path.length - (groups.at(-1)?.path.length ?? 0);
    if (!groups.at(-1) || depth > deepest || !startsWith(path, groups.at(-1)!.path)) {
      groups.push({ path, rows: [] });
      above = path;
    }
    const { path: heading, rows } = groups.at(-1)!;
    for (const [at, name] of path.entries())
      if (at >= heading.length && !startsWith(above, path.slice(0, at + 1)))
        rows.push({ name, depth: at - heading.length });
    rows.push({ change, depth: path.length - heading.length });
    above = [...path, change.label];
  }
  return groups;
}

const startsWith = (path: readonly string[], beginning: readonly string[]) =>
  beginning.every((name, at) => isSameName(path[at], name));

/** Two papers name one heading by their years: 令和４年度予算, 令和８年度予算. */
function isSameName(one: string | undefined, other: string): boolean {
  if (one === undefined || one === other) return one === other;
  const [own, its] = [labelOf(one), labelOf(other)];
  return own.key === its.key && own.number === its.number;
}

/** The changes that pass, in the order wanted; by size the largest first, whether up or down. */
export function filterChanges(
  changes: readonly ShownChange[],
  { kind, text, threshold, order }: ChangeFilter,
): ShownChange[] {
  const words = foldForSearch(text).split(/\s+/).filter(Boolean);
  const passed = changes.filter(
    (change) =>
      (kind === '' || change.kind === kind) &&
      (threshold === 0 || Math.abs(change.shownRate ?? 0) >= threshold) &&
      words.every((word) => searchable(change).includes(word)),
  );
  const size = ({ shownDifference, shownRate }: ShownChange) =>
    Math.abs((order === 'rate' ? shownRate : shownDifference) ?? -1);
  return order === 'page' ? passed : passed.sort((a, b) => size(b) - size(a));
}

const folded = new WeakMap<Change, string>();
function searchable(change: Change): string {
  const known = folded.get(change);
  if (known !== undefined) return known;
  const { parents, label, column, older, newer } = change;
  const text = foldForSearch([...parents, label, ...column, older?.text, newer?.text].join(' '));
  folded.set(change, text);
  return text;
}
