import { foldText } from '../../quantities/folded-text.ts';
import { findQuantities } from '../../quantities/read-quantity.ts';
import { parseUnit, type Unit } from '../../quantities/unit.ts';
import { kindOf, numbersIn } from '../tables/cell-kind.ts';
import { type Grid, type GridCell, haveSameColumns, repeatsHeaders, withColumnsOf } from '../tables/grid.ts';
import {
  type ColumnGroup,
  groupColumns,
  groupOf,
  isSentenceAcross,
  labelCellOf,
  outerLabels,
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
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import { withoutUnit } from '../words/unit-caption.ts';
import { UNIT_CAPTION } from '../words/vocabulary.ts';
import { placeNumbers, readItems } from './cell-items.ts';
import type { Entry } from './entry.ts';
import { holdsFormula } from './item-lines.ts';
import { ItemStack } from './item-stack.ts';
import { readProse } from './prose.ts';
import { rowEntries } from './row-entries.ts';
import { splitByLine } from './split-by-line.ts';

/** Where a table stands: what it belongs to, and the unit its caption gives. */
export interface TablePlace {
  readonly parents: readonly Label[];
  /** The same without the form read last, which another form does not belong to. */
  readonly outsideForm: readonly Label[];
  readonly unit: Unit | null;
  /** The number that its entries get, unless it goes on below the headers of an earlier one. */
  readonly number: number;
}

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

/** By its column: the items that hold, and what they are all under. */
type OpenItems = Map<number, { readonly stack: ItemStack; readonly under: readonly Label[] }>;

interface Reading {
  readonly table: TableLayout;
  place: TablePlace;
  readonly unit: Unit | null;
  readonly groups: readonly ColumnGroup[];
  readonly stacks: readonly LabelStack[];
  headers: readonly ColumnHeader[];
  readonly items: OpenItems;
}

/** A text cell this long is read as a text of its own, not only as a remark. */
const LONG_TEXT = 16;

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
  const reading: Reading = {
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
function readRows(reading: Reading): { entries: Entry[]; formName: GridCell | null } {
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
function takeHeadersBeside(reading: Reading, row: number): void {
  const { table, headers } = reading;
  const from = table.headersFrom[row] ?? null;
  if (from === null) return;
  let top = row;
  while (table.headerRows[top - 1]) top -= 1;
  reading.headers = readHeaders(table, top, row).map((header, column) =>
    column < from ? (headers[column] ?? NO_HEADER) : header,
  );
}

function readRow(reading: Reading, row: number): Entry[] {
  const { table, place, groups, stacks } = reading;
  const end = table.headersFrom[row] ?? table.columns;
  const cells = table.grid.cells.filter((cell) => cell.top === row && cell.left < end).sort((a, b) => a.left - b.left);
  reading.headers = withUnitsOf(cells, reading.headers);
  pushLabels(table, cells, groups, stacks);
  const remark = labelOf(remarkIn(table, cells, groups));
  const numbered = new Set<number>();
  const entries: Entry[] = [];
  for (const cell of cells) {
    const group = groupOf(groups, cell.left);
    const kind = table.kind(cell);
    const outer = () => [...place.parents, ...outerLabels(table, cell, reading, group)];
    if (isNumber(table, cell)) {
      if (numbered.has(group)) continue;
      numbered.add(group);
      const own = cells.filter((other) => groupOf(groups, other.left) === group && isNumber(table, other));
      entries.push(...readNumbers(reading, own, group, remark));
    } else if (kind === 'items') {
      entries.push(...itemsIn(reading, cell, [...outer(), ...rowNamesBeside(reading, cell, group)]));
    } else if (kind === 'text' && holdsFormula(cell) && group === groups.length - 1) {
      entries.push(...itemsIn(reading, cell, outer()));
    } else if (kind === 'text' && isProse(cell, groups[group]!)) {
      // A sentence below a row of numbers, and as wide, is about that row.
      const names = isSentenceAcross(cell, groups[group]!) ? stacks[group]!.labels : namesOf(reading, cell, cells);
      entries.push(...readProse(cell.lines, [...outer(), ...names]));
    }
  }
  return entries.length > 0 ? entries : bareLabels(reading, cells);
}

/** Items in a column of amounts (国 14 under 国県支出金) are the row's, those behind all amounts their own. */
const rowNamesBeside = ({ groups, stacks }: Reading, cell: GridCell, group: number) =>
  groups[group]!.numbers.includes(cell.left) ? stacks[group]!.labels : [];

/** Those of a cell beside which nothing is named go on with the ones above it, or on the page before. */
function itemsIn(reading: Reading, cell: GridCell, parents: readonly Label[]): Entry[] {
  const { table, groups, items } = reading;
  const isNamed = groups.some((group) =>
    group.labels.some((column) => column < cell.left && isNamedIn(table, cell, column)),
  );
  const above = items.get(cell.left);
  const under = isNamed ? parents : (above?.under ?? parents);
  const stack = above && sameLabels(above.under, under) ? above.stack : new ItemStack();
  items.set(cell.left, { stack, under });
  return readItems(cell, under, headerOverItems(reading, cell), reading.unit, stack);
}

/** A name stands in a column beside a cell. */
const isNamedIn = (table: TableLayout, cell: GridCell, column: number) =>
  table.grid.cells.some(
    ({ left, top, text }) => left === column && top >= cell.top && top <= cell.bottom && text !== '',
  );

/** A cell across columns of different headers stands under none of them. */
function headerOverItems({ headers }: Reading, { left, right }: GridCell): ColumnHeader {
  const [first, last] = [headers[left], headers[right]];
  return last && (!first || first.labels.length === 0 || sameLabels(first.labels, last.labels)) ? last : NO_HEADER;
}

/** Long, or with an amount in it, where the column does not name rows of numbers. */
function isProse(cell: GridCell, group: ColumnGroup): boolean {
  if (isSentenceAcross(cell, group)) return true;
  if (group.numbers.length > 0 && group.labels.includes(cell.left)) return false;
  return cell.text.length >= LONG_TEXT || findQuantities(cell.text).length > 0;
}

/** What a cell of running text is about: its column's header, or in a form or over numbers the short cell to its left. */
function namesOf(reading: Reading, cell: GridCell, cells: readonly GridCell[]): readonly Label[] {
  const { labels } = reading.headers[cell.left] ?? NO_HEADER;
  if (labels.length > 0 && reading.table.columnKinds[cell.left] !== 'number') return labels;
  const beside = cells.findLast((other) => other.right < cell.left && other.text !== '');
  return beside && beside.text.length < LONG_TEXT ? [labelOf(beside.text)] : [];
}

const isNumber = (table: TableLayout, cell: GridCell) =>
  table.kind(cell) === 'number' && table.columnKinds[cell.left] !== 'numbering';

/** One entry for the numbers of a group in a row, or one for each line where the cells hold several lines. */
function readNumbers(reading: Reading, cells: readonly GridCell[], group: number, remark: Label): Entry[] {
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
function unitBeside({ table, headers }: Reading, first: GridCell): Unit | null {
  const columns = headers.flatMap(({ labels }, column) => (labels.at(-1)?.key === UNIT_CAPTION ? [column] : []));
  const column = columns.findLast((each) => each < first.left) ?? columns[0];
  if (column === undefined) return null;
  const cell = table.cellAt(first.top, column);
  return table.kind(cell) === 'text' ? parseUnit(foldText(cell.text).text) : null;
}

/** A row without numbers still has words that the other paper may have too. */
function bareLabels(reading: Reading, cells: readonly GridCell[]): Entry[] {
  const { table, place, groups } = reading;
  return cells
    .filter((cell) => table.kind(cell) === 'text')
    .map((cell) => {
      const outer = [...place.parents, ...outerLabels(table, cell, reading, groupOf(groups, cell.left))];
      const { page } = cell.lines[0]!;
      return {
        kind: 'text',
        page,
        box: cell.box,
        parents: outer,
        label: labelOf(cell.text),
        remark: NO_LABEL,
        quantities: [],
      };
    });
}
