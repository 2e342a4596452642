import type { Entry, PlacedQuantity } from '../entries/entry.ts';
import { headerSense } from '../words/header-sense.ts';
import type { Label } from '../words/label.ts';
import { BOUND_LABELS } from '../words/vocabulary.ts';

/** 本年度, 前年度予算額 and 令和５年度 are all a year's: which one goes with which is for the columns to say. */
export function columnKeyOf(label: Label): string {
  const { role } = headerSense(label);
  if (role === 'difference') return '<difference>';
  return role !== null || label.years.length > 0 ? '<year>' : label.key;
}

/** The headers over each of an entry's quantities, outermost first: in running text what it counts stands in for one. */
export const columnsOfEntry = ({ kind, quantities }: Entry): string[][] =>
  kind === 'phrase'
    ? quantities.filter((placed) => isOwn(placed, quantities)).map(({ unit }) => [`#${unit?.measure ?? ''}`])
    : quantities.map(({ column }) => column.map(columnKeyOf));

const isOwn = ({ column }: PlacedQuantity, { length }: Entry['quantities']) => column.length === 0 || length === 1;

/** The innermost headers of columns, as one key. */
export const innermost = (columns: readonly (readonly string[])[]) =>
  [...new Set(columns.map((column) => column.at(-1) ?? ''))].join();

/** True for a label that says nothing without what it belongs to. */
export function isBound(label: Label): boolean {
  return label.key === '' || BOUND_LABELS.includes(label.key);
}

/** How often each key stands there. */
export function countBy(keys: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
