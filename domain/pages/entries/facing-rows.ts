import { heightOf, middleY } from '../sheet/box.ts';
import { haveSameColumns } from '../tables/grid.ts';
import { BUDGET_LEVELS } from '../words/vocabulary.ts';
import type { Entry } from './entry.ts';
import type { TableState } from './table-entries.ts';

/** In parts of the height of the type: rows of two facing pages whose middles are this near are one row. */
const SAME_ROW = 0.7;
/** This share of the rows of one page stands beside rows of the other, where the two face each other. */
const MOST = 0.8;
const FEWEST = 2;

/**
 * A table over two facing pages (見開き) has its names on the left one: the rows of `right` get those of the rows that stand
 * at the same height in the table before; 節 of the right page go under the 目 of the left one.
 */
export function withFacingNames(
  right: readonly Entry[],
  table: TableState,
  before: TableState | null,
): readonly Entry[] {
  if (!before || before.grid.page + 1 !== table.grid.page || haveSameColumns(before.grid, table.grid)) return right;
  const rows = right.filter(({ kind }) => kind === 'row');
  const left = before.rows.filter(({ kind, isUnnamed }) => kind === 'row' && !isUnnamed);
  if (rows.length < FEWEST || left.length < FEWEST) return right;
  if (rows.every(({ isUnnamed }) => isUnnamed)) {
    const nameOf = (row: Entry) => (row.kind === 'row' ? left.find((other) => areLevel(row, other)) : undefined);
    if (rows.filter(nameOf).length < MOST * rows.length) return right;
    return right.map((entry) => {
      const name = nameOf(entry);
      if (!name) return entry;
      const { isUnnamed: _, ...named } = entry;
      return { ...named, parents: name.parents, label: name.label };
    });
  }
  const isBelow = isHeaded(table.headers.slice(0, 1)) && !isHeaded(before.headers);
  if (!isBelow || left.filter((row) => rows.some((other) => areLevel(row, other))).length < MOST * left.length)
    return right;
  return right.map((entry) => {
    const over = left.findLast((row) => areLevel(row, entry) || middleOf(row) < middleOf(entry));
    const own = entry.parents.slice(table.parents.length);
    return over ? { ...entry, parents: [...over.parents, over.label, ...own] } : entry;
  });
}

const isHeaded = (headers: TableState['headers']) =>
  headers.some(({ labels }) => labels.some(({ key }) => key === BUDGET_LEVELS.at(-1)));

const middleOf = ({ quantities, box }: Entry) => middleY(quantities[0]?.box ?? box);

function areLevel(a: Entry, b: Entry): boolean {
  const height = ({ quantities, box }: Entry) => heightOf(quantities[0]?.box ?? box);
  return Math.abs(middleOf(a) - middleOf(b)) <= SAME_ROW * Math.min(height(a), height(b));
}
