import type { Grid, GridCell } from '../pages/tables/grid.ts';
import type { Unit } from '../quantities/unit.ts';
import { type Role, type Sense, senseOf } from './sense.ts';

/** A cell that is no label, with what the labels beside and over it say that it is. */
export interface LabelledCell {
  readonly cell: GridCell;
  readonly roles: ReadonlySet<Role>;
  readonly year: number | null;
  readonly unit: Unit | null;
  /** In the row that sums the others up. */
  readonly total: boolean;
  /** Words over its labels, or at the beginning of its row, that are none themselves: mostly what is measured. */
  readonly heading: string | null;
}

/** A grid with its cells looked up by row and column; null outside. */
export interface CellMap {
  readonly grid: Grid;
  at(row: number, column: number): GridCell | null;
}

export function mapCells(grid: Grid): CellMap {
  const columns = grid.columnEdges.length - 1;
  const rows = grid.rowEdges.length - 1;
  const at: GridCell[] = [];
  for (const cell of grid.cells)
    for (let row = cell.top; row <= cell.bottom; row += 1)
      for (let column = cell.left; column <= cell.right; column += 1) at[row * columns + column] = cell;
  return {
    grid,
    at: (row, column) =>
      row < 0 || column < 0 || row >= rows || column >= columns ? null : (at[row * columns + column] ?? null),
  };
}

/** What a cell says as a label; null where it is a value: 指標 | 工程進捗率. */
export function labelIn(map: CellMap, cell: GridCell): Sense | null {
  const sense = senseOf(cell.text);
  if (!sense || sense.exact) return sense;
  const beside = map.at(cell.top, cell.left - 1);
  return beside && senseOf(beside.text)?.roles.includes('indicator') ? null : sense;
}

export interface Labels {
  /** From the nearest one outwards. */
  readonly senses: readonly Sense[];
  /** Cells that are no labels between. */
  readonly passed: readonly GridCell[];
  readonly heading: string | null;
}

const OF_THE_WHOLE: readonly Role[] = ['number', 'name', 'department', 'group'];

export const NO_LABELS: Labels = { senses: [], passed: [], heading: null };

/** The labels to the left of a cell in its row. */
export function labelsBeside(map: CellMap, cell: GridCell, isLabel: (cell: GridCell) => boolean = () => true): Labels {
  const passed: GridCell[] = [];
  const senses: Sense[] = [];
  for (let column = cell.left - 1; column >= 0; ) {
    const other = map.at(cell.top, column);
    if (!other) break;
    const sense = isLabel(other) ? labelIn(map, other) : null;
    if (sense) senses.push(sense);
    else if (senses.length > 0) break;
    else if (other.text !== '') passed.push(other);
    column = other.left - 1;
  }
  const outermost = passed.at(-1)?.text ?? '';
  const heading =
    senses.length === 0 && /\p{L}{2}/u.test(outermost) && !/^[0-9０-９]/u.test(outermost) ? outermost : null;
  return { senses, passed, heading };
}

const headingIn = ({ text, left, right }: GridCell) => (text !== '' && right > left ? text : null);

/** The cells over a cell that are at least as wide, from the nearest upwards. */
function* cellsOver(map: CellMap, cell: GridCell): Generator<GridCell> {
  let other = map.at(cell.top - 1, cell.left);
  while (other && other.left <= cell.left && other.right >= cell.right) {
    yield other;
    other = map.at(other.top - 1, cell.left);
  }
}

/** The labels over a cell, as far as its column goes up without another division. */
export function labelsOver(map: CellMap, cell: GridCell): Labels {
  const passed: GridCell[] = [];
  const senses: Sense[] = [];
  for (const other of cellsOver(map, cell)) {
    const sense = labelIn(map, other);
    // what a form says of the whole initiative belongs to no table below it
    if (senses.length > 0 && sense?.roles.some((role) => OF_THE_WHOLE.includes(role))) break;
    // over 目標 | 実績 stands what is measured, even if it is called オンライン予約の割合
    if (sense && (sense.exact || senses.length === 0 || other.right === other.left)) senses.push(sense);
    else if (senses.length > 0) return { senses, passed, heading: headingIn(other) };
    else if (other.left === cell.left && other.right === cell.right) {
      if (other.text !== '') passed.push(other);
    } else return NO_LABELS;
  }
  return { senses, passed, heading: null };
}

/** 財政効果額（千円） over the first cells of the rows, as over the years of a table of effects; null where it is not. */
export function effectOver(map: CellMap, cell: GridCell): Sense | null {
  const first = map.at(cell.top, 0);
  if (first === null || first === cell) return null;
  return labelsOver(map, first).senses.find(({ roles }) => roles.includes('effect')) ?? null;
}

/** Puts together what stands beside and over a cell; null where it is nothing that an initiative's register holds. */
export function labelCell(cell: GridCell, beside: Labels, over: Labels): LabelledCell | null {
  const [left, above] = decide(cell, beside, over);
  const senses = [...left, ...above];
  if (senses.length === 0 || senses.some((sense) => sense.elsewhere)) return null;
  if (isAside(left[0]) || isAside(above[0])) return null;
  const roles = new Set(senses.flatMap((sense) => sense.roles));
  roles.delete('total');
  return {
    cell,
    roles,
    year: senses.find((sense) => sense.year !== null)?.year ?? null,
    unit: above.find((sense) => sense.unit)?.unit ?? left.find((sense) => sense.unit)?.unit ?? null,
    total: senses.some((sense) => sense.roles.includes('total')),
    heading: (above.some(({ roles }) => roles.length > 0) ? over.heading : null) ?? beside.heading,
  };
}

/** Which of the labels hold: both in a table of years or of effects, in a form the one right beside. */
function decide(cell: GridCell, beside: Labels, over: Labels): [readonly Sense[], readonly Sense[]] {
  const [left, above] = [beside.senses, over.senses];
  if (left.length === 0 || above.length === 0) {
    if (left.length > 0 && beside.passed.length > 0) return isBehindItsName(cell, beside) ? [left, []] : [[], []];
    return [left, above];
  }
  const crossed = isCrossed(left) || isCrossed(above);
  if (crossed) return [left, above];
  if (beside.passed.length === 0) return [left.slice(0, 1), []];
  return [[], above];
}

/** Labels that go together with those of the other direction. */
const isCrossed = (senses: readonly Sense[]) =>
  senses.some(({ year, roles, elsewhere }) => year !== null || elsewhere || roles.length === 0 || isSum(roles));
const isSum = (roles: readonly Role[]) => roles.includes('total') || roles.includes('effect');

/** 目標 | オンライン化率 | 30％: a number right after the name of what it measures. */
function isBehindItsName(cell: GridCell, { passed }: Labels): boolean {
  return passed.length === 1 && /[0-9０-９]/u.test(cell.text) && !/[0-9０-９]/u.test(passed[0]!.text);
}

const isAside = (sense: Sense | undefined) =>
  sense !== undefined && sense.year === null && sense.roles.length === 1 && sense.roles[0] === 'aside';
