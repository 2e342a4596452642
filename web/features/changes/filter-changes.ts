import type { Change } from '../../../contract/comparisons.ts';
import { foldForSearch } from '../../../domain/japanese/normalise.ts';

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
  restated: '言い直された数値',
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

/** The changes that pass, in the order wanted; by size the largest first, whether up or down. */
export function filterChanges(changes: readonly Change[], { kind, text, threshold, order }: ChangeFilter): Change[] {
  const words = foldForSearch(text).split(/\s+/).filter(Boolean);
  const passed = changes.filter(
    (change) =>
      (kind === '' || change.kind === kind) &&
      (threshold === 0 || Math.abs(change.rate ?? 0) >= threshold) &&
      words.every((word) => searchable(change).includes(word)),
  );
  const size = ({ difference, rate }: Change) => Math.abs((order === 'rate' ? rate : difference) ?? -1);
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
