import { foldText } from '../../../quantities/folded-text.ts';
import { parseUnit, type Unit } from '../../../quantities/unit.ts';
import { COUNTED, RATE_ENDINGS } from '../../words/header-vocabulary.ts';
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
    return headerOf(cells.map((cell) => cell.text));
  });
}

const MOST_ROWS = 3;

/** A table that the foot of the page cuts off below its headers. */
export function holdsOnlyHeaders({ rows, columns, grid, kind }: TableLayout): boolean {
  if (rows > MOST_ROWS || columns < 3) return false;
  return grid.cells.every((cell) => kind(cell) === 'text' || kind(cell) === 'empty');
}

/** Reads headers as printed: 職員数（人） has the unit 人, 構成比 is a share. */
export function headerOf(texts: readonly string[]): ColumnHeader {
  let unit: Unit | null = null;
  let ownUnit = false;
  const labels: Label[] = [];
  for (const text of texts) {
    const { words, unit: printed } = withoutUnit(text);
    const implied = printed ?? impliedUnit(words);
    if (implied) unit = implied;
    ownUnit ||= implied !== null || foldText(words).text.endsWith('数');
    const label = labelOf(words);
    if (label.key !== '') labels.push(label);
  }
  return { labels, unit, ownUnit };
}

function impliedUnit(words: string): Unit | null {
  const folded = foldText(words).text;
  if (RATE_ENDINGS.some((ending) => folded.endsWith(ending))) return parseUnit('%');
  if (!folded.endsWith('数')) return null;
  const counted = folded.slice(0, -1);
  const known = Object.entries(COUNTED).find(([word]) => counted.endsWith(word));
  if (known) return parseUnit(known[1]);
  return [3, 2, 1].map((length) => parseUnit(counted.slice(-length))).find((unit) => unit !== null) ?? null;
}
