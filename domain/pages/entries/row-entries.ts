import { unionOf } from '../sheet/box.ts';
import type { GridCell } from '../tables/grid.ts';
import { type Label, NO_LABEL } from '../words/label.ts';
import type { Entry, PlacedQuantity } from './entry.ts';

/** What a table says of a row of numbers. */
interface TableRow {
  /** Outermost first, its own last. */
  readonly labels: readonly Label[];
  readonly isUnnamed: boolean;
  readonly remark: Label;
  readonly labelCell: GridCell | null;
  /** The first cell of its numbers. */
  readonly first: GridCell;
}

/** The row as an entry; one over two facing pages is one of each. */
export function rowEntries(quantities: readonly PlacedQuantity[], row: TableRow): Entry[] {
  const pages = [...new Set(quantities.map(({ page }) => page))];
  if (pages.length < 2) return [rowEntry(quantities, row)];
  return pages.map((page) =>
    rowEntry(
      quantities.filter((placed) => placed.page === page),
      row,
    ),
  );
}

function rowEntry(
  quantities: readonly PlacedQuantity[],
  { labels, isUnnamed, remark, labelCell, first }: TableRow,
): Entry {
  const label = labels.at(-1) ?? NO_LABEL;
  const page = quantities[0]?.page ?? first.lines[0]!.page;
  const own = [...(labelCell?.lines ?? []), ...quantities].filter((piece) => piece.page === page);
  const box = unionOf(own.map((piece) => piece.box));
  const unnamed = isUnnamed ? ({ isUnnamed: true } as const) : {};
  return { kind: 'row', page, box, parents: labels.slice(0, -1), label, ...unnamed, remark, quantities };
}
