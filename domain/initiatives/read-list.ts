import { unionOf } from '../pages/sheet/box.ts';
import { type Grid, type GridCell, haveSameColumns } from '../pages/tables/grid.ts';
import { boxOf, type Candidate, candidateOf, indicatorOf, type TableContext } from './candidate.ts';
import { type CellMap, labelCell, labelsBeside, mapCells, NO_LABELS } from './cell-labels.ts';
import type { Found } from './found.ts';
import { isNumber, readNumberedHeading } from './number.ts';
import { type Role, type Sense, senseOf } from './sense.ts';

/** How a list of initiatives is laid out, for its rows on the next page too. */
interface ListLayout {
  readonly grid: Grid;
  /** First row of the body. */
  readonly body: number;
  /** The labels over each column, the nearest first, and what stands over them without being one. */
  readonly over: readonly { readonly senses: readonly Sense[]; readonly heading: string | null }[];
  /** Null where the number stands in the name's cell. */
  readonly numberColumn: number | null;
  readonly nameColumn: number;
}

export interface ReadList {
  readonly layout: ListLayout;
  readonly rows: readonly Found[];
}

/**
 * Reads a table with a row (or a few) an initiative under headers for its number, its name and what is told of it; null for
 * every other table. `earlier` is the list before it, which may go on here without its headers.
 */
export function readList(grid: Grid, context: TableContext, earlier: ReadList | null): ReadList | null {
  const map = mapCells(grid);
  const goesOn = earlier && haveSameColumns(earlier.layout.grid, grid) ? earlier.layout : null;
  const layout = layoutOf(map) ?? (goesOn && { ...goesOn, grid, body: 0 });
  if (!layout) return null;
  const rows = rowsOf(map, layout).flatMap((row) => readRow(map, layout, row, context) ?? []);
  return rows.length > 0 ? { layout, rows } : null;
}

const ROWS_OF_TITLES = 6;

function layoutOf(map: CellMap): ListLayout | null {
  const { grid } = map;
  const rows = Math.min(grid.rowEdges.length - 1, ROWS_OF_TITLES);
  for (let row = 0; row < rows; row += 1) {
    const cells = cellsIn(map, row).filter(({ text }) => text !== '');
    const names = cells.filter((cell) => hasRole(cell, 'name'));
    const labels = cells.filter((cell) => senseOf(cell.text) !== null);
    if (names.length === 0 || labels.length < 3 || labels.length * 3 < cells.length * 2) continue;
    const layout = layoutUnder(map, row, cells, names);
    if (layout) return layout;
  }
  return null;
}

function layoutUnder(
  map: CellMap,
  row: number,
  cells: readonly GridCell[],
  names: readonly GridCell[],
): ListLayout | null {
  const body = bodyUnder(map, row, Math.max(...names.map(({ bottom }) => bottom)) + 1);
  const number = cells.find((cell) => hasRole(cell, 'number'));
  // of 施策 | 取組名 the inner one names the rows
  const name = number ? (names.find(({ left }) => left > number.right) ?? names[0]!) : names.at(-1)!;
  const columns = map.grid.columnEdges.length - 1;
  const holdsNumber = (column: number) => {
    const first = map.at(body, column);
    return first !== null && first.left === column && first.right === column && isNumber(first.text);
  };
  const numberColumn = number
    ? number.left
    : ([name.left, name.left - 1].find((column) => column >= 0 && column < columns - 1 && holdsNumber(column)) ?? null);
  const nameColumn = numberColumn === name.left ? name.left + 1 : name.left;
  const over = Array.from({ length: columns }, (_, column) => headersOver(map, row, body, column));
  const roles = new Set(over.flatMap(({ senses }) => senses.flatMap((sense) => sense.roles)));
  const tells = ['state', 'rating', 'effect', 'target', 'result'].some((role) => roles.has(role as Role));
  if (!tells && !(number && roles.has('department'))) return null;
  return { grid: map.grid, body, over, numberColumn, nameColumn };
}

/** Headers go on below the name's where a row holds nothing but labels. */
function bodyUnder(map: CellMap, top: number, from: number): number {
  let body = from;
  const covered = Math.max(...cellsIn(map, top).map(({ bottom, text }) => (senseOf(text) ? bottom : 0)));
  while (body <= covered || isOnlyLabels(cellsIn(map, body))) {
    if (body >= map.grid.rowEdges.length - 1) break;
    body += 1;
  }
  return body;
}

const isOnlyLabels = (cells: readonly GridCell[]) => {
  const filled = cells.filter(({ text }) => text !== '');
  return filled.length > 0 && filled.every(({ text }) => senseOf(text) !== null);
};

function headersOver(map: CellMap, top: number, body: number, column: number) {
  const senses: Sense[] = [];
  let heading: string | null = null;
  let before: GridCell | null = null;
  for (let row = body - 1; row >= top; row -= 1) {
    const cell = map.at(row, column);
    if (!cell || cell === before || cell.text === '') continue;
    const sense = senseOf(cell.text);
    if (sense) senses.push(sense);
    else heading = cell.text;
    before = cell;
  }
  return { senses, heading };
}

interface RowSpan {
  readonly top: number;
  bottom: number;
  readonly key: GridCell;
}

/** The rows of the table that belong to one initiative: as far as its number or name spans, and what has neither below it. */
function rowsOf(map: CellMap, { body, numberColumn, nameColumn }: ListLayout): RowSpan[] {
  const rows = map.grid.rowEdges.length - 1;
  const spans: RowSpan[] = [];
  for (let row = body; row < rows; ) {
    const key = map.at(row, numberColumn ?? nameColumn)!;
    const name = map.at(row, nameColumn)!;
    const bottom = Math.max(key.bottom, name.text === '' ? key.bottom : name.bottom);
    const open = spans.at(-1);
    if (key.text !== '') spans.push({ top: row, bottom, key });
    else if (open && name.text === '' && open.bottom === row - 1) open.bottom = bottom;
    row = bottom + 1;
  }
  return spans;
}

function readRow(map: CellMap, layout: ListLayout, span: RowSpan, context: TableContext): Found | null {
  const { numberColumn, nameColumn } = layout;
  const nameCell = map.at(span.top, nameColumn)!;
  const heading = numberColumn === null ? readNumberedHeading(nameCell.text) : null;
  const number = numberColumn === null ? heading?.number : isNumber(span.key.text) ? span.key.text : undefined;
  const name = heading?.rest ?? nameCell.text;
  if (number === undefined || name === '' || isNumber(name) || senseOf(name)?.roles.includes('total')) return null;
  const { page } = map.grid;
  const cells = cellsBetween(map, span.top, span.bottom);
  const own = cells.filter((cell) => cell !== nameCell && cell !== span.key);
  return {
    number,
    name,
    page,
    box: unionOf([
      boxOf(span.key),
      boxOf(nameCell),
      ...own.filter(({ text, left }) => text !== '' && left > nameColumn).map(boxOf),
    ]),
    lastPage: page,
    source: 'list',
    marked: true,
    candidates: own.flatMap((cell) => candidatesIn(map, layout, cell, context)),
  };
}

function candidatesIn(map: CellMap, layout: ListLayout, cell: GridCell, context: TableContext): Candidate[] {
  const { page } = map.grid;
  const first = Math.min(layout.numberColumn ?? layout.nameColumn, layout.nameColumn);
  if (cell.right < first) {
    if (cell.text === '' || isNumber(cell.text)) return [];
    const group = { slot: 'group', text: cell.text, value: null, unit: null, year: null, total: false } as const;
    return [{ ...group, page, box: boxOf(cell) }];
  }
  const { senses, heading } = layout.over[cell.left]!;
  // under a header that says what its values are even 工程進捗率 is one
  if (!tellsKind(senses) && senseOf(cell.text)) return [];
  const isLabel = (other: GridCell) => other.left > layout.nameColumn && !tellsKind(layout.over[other.left]!.senses);
  const beside = saysAll(senses) ? NO_LABELS : { ...labelsBeside(map, cell, isLabel), passed: [] };
  const labelled = labelCell(cell, beside, { senses, passed: [], heading });
  const candidate = labelled && candidateOf(labelled, page, context);
  if (!candidate) return [];
  if (candidate.slot !== 'indicator') return [candidate];
  const { name, unit } = indicatorOf(candidate.text);
  return [{ ...candidate, text: name, unit }];
}

/** A column that says no more than a year leaves it to its rows what their values are. */
const tellsKind = (senses: readonly Sense[]) => senses.some(({ roles }) => roles.some((role) => role !== 'aside'));

/** Beside an effect the rows may still say whether it is the planned one. */
const saysAll = (senses: readonly Sense[]) =>
  tellsKind(senses) && !senses.every(({ roles }) => roles.every((role) => role === 'effect'));

const hasRole = (cell: GridCell, role: Role) => senseOf(cell.text)?.roles.includes(role) ?? false;

const cellsIn = ({ grid }: CellMap, row: number) => grid.cells.filter((cell) => cell.top <= row && cell.bottom >= row);

/** In reading order; cells that reach over several initiatives are of each. */
const cellsBetween = ({ grid }: CellMap, top: number, bottom: number) =>
  grid.cells.filter((cell) => cell.top <= bottom && cell.bottom >= top);
