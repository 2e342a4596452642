import type { Unit } from '../../quantities/unit.ts';
import { kindOf } from '../tables/cell-kind.ts';
import { type Grid, type GridCell, haveSameColumns, repeatsHeaders, withColumnsOf } from '../tables/grid.ts';
import {
  type ColumnGroup,
  groupColumns,
  groupOf,
  pushLabels,
  remarkIn,
  sameLabels,
  stacksFrom,
  startsWithoutLabel,
} from '../tables/meaning/column-groups.ts';
import {
  type ColumnHeader,
  holdsOnlyHeaders,
  NO_HEADER,
  readHeaders,
  withUnitsOf,
} from '../tables/meaning/column-header.ts';
import type { LabelStack } from '../tables/meaning/label-stack.ts';
import { withOwnWays } from '../tables/meaning/own-ways.ts';
import { layOutRows, type RowLayout } from '../tables/meaning/row-layout.ts';
import { type ColumnKind, layOutTable, type TableLayout } from '../tables/meaning/table-layout.ts';
import { type Label, labelOf } from '../words/label.ts';
import type { Entry } from './entry.ts';
import { readNumbers } from './row-numbers.ts';
import { bareLabels, textEntries } from './row-texts.ts';
import type { OpenItems, TablePlace, TableReading } from './table-reading.ts';

/** What a table leaves behind for one that goes on with it over the page or below a caption. */
export interface TableState {
  readonly grid: Grid;
  readonly parents: readonly Label[];
  readonly columnKinds: readonly ColumnKind[];
  readonly groups: readonly ColumnGroup[];
  readonly headers: readonly ColumnHeader[];
  readonly stacks: readonly LabelStack[];
  readonly unit: Unit | null;
  readonly number: number;
  readonly rows: readonly Entry[];
  readonly items: OpenItems;
  /** True where it holds nothing but what may be headers: only rows of numbers on the next page go on with it. */
  readonly isCutOff: boolean;
}

/** Reads a ruled table; `earlier` is the table read before it, `formName` what the form it is part of is about. */
export function entriesOfTable(
  ruled: RowLayout,
  place: TablePlace,
  earlier: TableState | null,
): { entries: Entry[]; state: TableState; formName: GridCell | null } {
  const widened = earlier && withColumnsOf(earlier.grid, ruled.grid);
  const grid = widened ?? ruled.grid;
  const isLike = earlier && (haveSameColumns(earlier.grid, grid) || repeatsHeaders(earlier.grid, grid));
  const shared = isLike && goesOnBelow(earlier, grid) ? earlier : null;
  const table = layOutTable(widened ? layOutRows(widened) : ruled, shared?.columnKinds ?? null);
  const groups = withOwnWays(table, groupColumns(table.columnKinds), shared?.groups ?? null);
  const goesOn = shared && sameLabels(shared.parents, place.parents) ? shared : null;
  const isInside = goesOn !== null && startsWithoutLabel(table, groups);
  const reading: TableReading = {
    table,
    place,
    unit: place.unit ?? shared?.unit ?? null,
    groups,
    stacks: stacksFrom(goesOn, table, groups, isInside),
    headers: shared?.headers ?? [],
    items: isInside ? new Map(goesOn.items) : new Map(),
  };
  const { entries, formName } = readRows(reading);
  const { stacks, unit } = reading;
  const { parents } = place;
  const isCutOff = holdsOnlyHeaders(table) && formName === null;
  const headers = isCutOff ? readHeaders(table, 0, table.rows - 1) : reading.headers;
  const { columnKinds } = table;
  const number = shared && !table.headerRows[0] ? shared.number : place.number;
  const rows = entries.map((entry) => ({ ...entry, table: number }));
  const state = {
    grid,
    parents,
    columnKinds,
    groups,
    headers,
    stacks,
    unit,
    number,
    rows,
    items: reading.items,
    isCutOff,
  };
  return { entries: rows, state, formName };
}

/** All rows from the top; headers, labels and names hold for those below them. */
function readRows(reading: TableReading): { entries: Entry[]; formName: GridCell | null } {
  const { table, groups, stacks, place } = reading;
  const entries: Entry[] = [];
  let formName: GridCell | null = null;
  for (let row = 0; row < table.rows; row += 1) {
    formName = table.formNames[row] ?? formName;
    if (formName && formName.top === row)
      reading.place = { ...place, parents: [...place.outsideForm, labelOf(formName.text)] };
    if (!table.headerRows[row]) {
      entries.push(...readRow(reading, row));
      takeHeadersBeside(reading, row);
      continue;
    }
    const from = row;
    while (table.headerRows[row + 1]) row += 1;
    reading.headers = readHeaders(table, from, row);
    // 事業費 | 予算額 | 決算額: a cell that begins among the headers may reach down and name rows.
    const reaching = table.grid.cells.filter(({ top, bottom }) => top >= from && top <= row && bottom > row);
    pushLabels(table, reaching, groups, stacks);
  }
  return { entries, formName };
}

const goesOnBelow = ({ isCutOff, grid }: TableState, { page, cells }: Grid) =>
  !isCutOff || (page > grid.page && cells.some((cell) => cell.top === 0 && kindOf(cell) === 'number'));

/** Headers that begin beside numbers hold from there on, under what spans them above. */
function takeHeadersBeside(reading: TableReading, row: number): void {
  const { table, headers } = reading;
  const from = table.headersFrom[row] ?? null;
  if (from === null) return;
  let top = row;
  while (table.headerRows[top - 1]) top -= 1;
  reading.headers = readHeaders(table, top, row).map((header, column) =>
    column < from ? (headers[column] ?? NO_HEADER) : header,
  );
}

function readRow(reading: TableReading, row: number): Entry[] {
  const { table, groups, stacks } = reading;
  const end = table.headersFrom[row] ?? table.columns;
  const cells = table.grid.cells.filter((cell) => cell.top === row && cell.left < end).sort((a, b) => a.left - b.left);
  reading.headers = withUnitsOf(cells, reading.headers);
  pushLabels(table, cells, groups, stacks);
  const remark = labelOf(remarkIn(table, cells, groups));
  const numbered = new Set<number>();
  const entries: Entry[] = [];
  for (const cell of cells) {
    if (!isNumber(table, cell)) {
      entries.push(...textEntries(reading, cell, cells));
      continue;
    }
    const group = groupOf(groups, cell.left);
    if (numbered.has(group)) continue;
    numbered.add(group);
    const own = cells.filter((other) => groupOf(groups, other.left) === group && isNumber(table, other));
    entries.push(...readNumbers(reading, own, group, remark));
  }
  return entries.length > 0 ? entries : bareLabels(reading, cells);
}

const isNumber = (table: TableLayout, cell: GridCell) =>
  table.kind(cell) === 'number' && table.columnKinds[cell.left] !== 'numbering';
