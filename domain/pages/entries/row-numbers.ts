import { foldText } from '../../quantities/folded-text.ts';
import { parseUnit, type Unit } from '../../quantities/unit.ts';
import { numbersIn } from '../tables/cell-kind.ts';
import type { GridCell } from '../tables/grid.ts';
import { labelCellOf, outerLabels } from '../tables/meaning/column-groups.ts';
import { NO_HEADER } from '../tables/meaning/column-header.ts';
import type { Label } from '../words/label.ts';
import { withoutUnit } from '../words/unit-caption.ts';
import { UNIT_CAPTION } from '../words/vocabulary.ts';
import { placeNumbers } from './cell-items.ts';
import type { Entry } from './entry.ts';
import { rowEntries } from './row-entries.ts';
import { splitByLine } from './split-by-line.ts';
import type { TableReading } from './table-reading.ts';

/** One entry for the numbers of a group in a row, or one for each line where the cells hold several lines. */
export function readNumbers(reading: TableReading, cells: readonly GridCell[], group: number, remark: Label): Entry[] {
  const { table, place, groups, stacks, unit } = reading;
  const first = cells[0]!;
  const outer = [...place.parents, ...outerLabels(table, first, reading, group)];
  const labels = [...outer, ...stacks[group]!.labels];
  const labelCell = labelCellOf(table, groups[group]!, first.top);
  const rowUnit = unitBeside(reading, first) ?? withoutUnit(labels.at(-1)?.printed ?? '').unit;
  const quantities = cells.flatMap((cell) => {
    const header = reading.headers[cell.left] ?? NO_HEADER;
    const place = { header, columnIndex: cell.left, caption: rowUnit ?? unit };
    return numbersIn(cell).flatMap(({ page, numbers }) => placeNumbers(numbers, { ...place, page }));
  });
  const mostLines = Math.max(...cells.map((cell) => numbersIn(cell).length));
  if (mostLines > 1 && labelCell && labelCell.lines.length > 1 && labelCell.lines.length >= mostLines) {
    return splitByLine(labelCell, quantities, [...outer, ...stacks[group]!.labels.slice(0, -1)], remark);
  }
  return rowEntries(quantities, {
    labels,
    isUnnamed: labels.length === place.parents.length,
    remark,
    labelCell,
    first,
  });
}

/** What a column of units says of a row: the nearest to the left of its numbers, else the nearest to the right. */
function unitBeside({ table, headers }: TableReading, first: GridCell): Unit | null {
  const columns = headers.flatMap(({ labels }, column) => (labels.at(-1)?.key === UNIT_CAPTION ? [column] : []));
  const column = columns.findLast((each) => each < first.left) ?? columns[0];
  if (column === undefined) return null;
  const cell = table.cellAt(first.top, column);
  return table.kind(cell) === 'text' ? parseUnit(foldText(cell.text).text) : null;
}
