import { foldText } from '../../../quantities/folded-text.ts';
import { parseUnit, type Unit } from '../../../quantities/unit.ts';
import { COUNTED, ORDINAL_UNITS, RATE_ENDINGS } from '../../words/header-vocabulary.ts';
import { type Label, labelOf } from '../../words/label.ts';
import { withoutUnit } from '../../words/unit-caption.ts';
import type { GridCell } from '../grid.ts';
import type { TableLayout } from './table-layout.ts';

/** What stands over a column, outermost first, and the unit it says its numbers have. */
export interface ColumnHeader {
  readonly labels: readonly Label[];
  readonly unit: Unit | null;
  /** True where the header says that the caption's unit is not its own: a rate under 千円, a count of people. */
  readonly ownUnit: boolean;
}

export const NO_HEADER: ColumnHeader = { labels: [], unit: null, ownUnit: false };

/** For each column the header cells over it, from the header rows `from` … `to` (inclusive). */
export function readHeaders(table: TableLayout, from: number, to: number): ColumnHeader[] {
  return Array.from({ length: table.columns }, (_, column) => {
    const cells: GridCell[] = [];
    for (let row = from; row <= to; row += 1) {
      const cell = table.cellAt(row, column);
      if (cell.text !== '' && cells.at(-1) !== cell) cells.push(cell);
    }
    return headerOf(cells);
  });
}

/** A unit above the first amount of a column is that of all below: the headers with what a row's cells say of them. */
export function withUnitsOf(cells: readonly GridCell[], headers: readonly ColumnHeader[]): readonly ColumnHeader[] {
  const saying = cells.filter((cell) => cell.unit);
  if (saying.length === 0) return headers;
  const columns = Math.max(headers.length, ...saying.map(({ right }) => right + 1));
  return Array.from({ length: columns }, (_, column) => {
    const unit = saying.find(({ left, right }) => column >= left && column <= right)?.unit;
    const header = headers[column] ?? NO_HEADER;
    return unit ? { ...header, unit } : header;
  });
}

const MOST_ROWS = 3;

/** A table that the foot of the page cuts off below its headers. */
export function holdsOnlyHeaders({ rows, columns, grid, kind }: TableLayout): boolean {
  if (rows > MOST_ROWS || columns < 3) return false;
  return grid.cells.every((cell) => kind(cell) === 'text' || kind(cell) === 'empty');
}

/** Reads headers from the top as printed: 職員数（人） has the unit 人, so has 人 below 職員数, 構成比 is a share. */
function headerOf(cells: readonly GridCell[]): ColumnHeader {
  let unit: Unit | null = null;
  let ownUnit = false;
  const labels: Label[] = [];
  for (const cell of cells) {
    const { words, unit: printed } = withoutUnit(cell.text);
    const alone = labels.length > 0 && !isOrdinal(words) ? parseUnit(foldText(words).text) : null;
    const implied = printed ?? cell.unit ?? alone ?? impliedUnit(words);
    if (implied) unit = implied;
    ownUnit ||= implied !== null || foldText(words).text.endsWith('数');
    if (alone) continue;
    const label = labelOf(words);
    if (label.key !== '') labels.push(label);
  }
  return { labels, unit, ownUnit };
}

const isOrdinal = (words: string) => ORDINAL_UNITS.includes(words);

function impliedUnit(words: string): Unit | null {
  const folded = foldText(words).text;
  if (RATE_ENDINGS.some((ending) => folded.endsWith(ending))) return parseUnit('%');
  if (!folded.endsWith('数')) return null;
  const counted = folded.slice(0, -1);
  const known = Object.entries(COUNTED).find(([word]) => counted.endsWith(word));
  if (known) return parseUnit(known[1]);
  return [3, 2, 1].map((length) => parseUnit(counted.slice(-length))).find((unit) => unit !== null) ?? null;
}
