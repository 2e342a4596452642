import type { Cell, Piece, Row, TableBlock } from './content.ts';
import { brokenInto, setLine } from './set-text.ts';
import { type OpenSheet, widthOf } from './sheet.ts';
import type { Style } from './style.ts';

interface PlacedCell {
  readonly cell: Cell;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly broken: readonly (readonly Cell['lines'][number][number][])[];
}

/** A table with its cells placed and its rows measured; headers are the first rows. */
export interface MeasuredTable {
  readonly rows: readonly Row[];
  readonly headRows: number;
  readonly cells: readonly PlacedCell[];
  readonly heights: readonly number[];
  readonly edges: readonly number[];
  readonly ruled: boolean;
}

const PADDING = 3;

export function measureTable(table: TableBlock, x: number, width: number, style: Style): MeasuredTable {
  const sum = table.widths.reduce((a, b) => a + b, 0);
  const own = width * (table.share ?? 1);
  const edges = [x];
  for (const share of table.widths) edges.push(edges.at(-1)! + (own * share) / sum);
  const rows = [...table.head, ...table.rows];
  const cells = placeCells(rows, edges, style);
  const heights = rows.map(() => style.size * style.pitch);
  const lineHeight = style.size * 1.25;
  for (const { top, bottom, broken } of cells) {
    const needed = broken.length * lineHeight + style.size * (style.pitch - 1.25);
    if (top === bottom) heights[top] = Math.max(heights[top]!, needed);
  }
  for (const { top, bottom, broken } of cells) {
    const needed = broken.length * lineHeight + style.size * (style.pitch - 1.25);
    const there = heights.slice(top, bottom + 1).reduce((a, b) => a + b, 0);
    if (needed > there) heights[bottom]! += needed - there;
  }
  return { rows, headRows: table.head.length, cells, heights, edges, ruled: table.ruled ?? false };
}

function placeCells(rows: readonly Row[], edges: readonly number[], style: Style): PlacedCell[] {
  const taken = new Set<string>();
  const placed: PlacedCell[] = [];
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of row.cells) {
      while (taken.has(`${top} ${left}`)) left += 1;
      const right = left + (cell.across ?? 1) - 1;
      const bottom = Math.min(rows.length - 1, top + (cell.down ?? 1) - 1);
      for (let r = top; r <= bottom; r += 1) for (let c = left; c <= right; c += 1) taken.add(`${r} ${c}`);
      if (edges[right + 1] === undefined) throw new RangeError(`row ${top} has more cells than the table columns`);
      const width = edges[right + 1]! - edges[left]! - 2 * PADDING;
      const broken = cell.lines.flatMap((pieces) => brokenInto(fitted(pieces, width, style.size), width, style.size));
      placed.push({ cell, top, bottom, left, right, broken });
      left = right + 1;
    }
  });
  return placed;
}

/** An amount too long for its cell is set smaller, as spreadsheets do: it never runs into the one beside it. */
function fitted(pieces: readonly Piece[], width: number, size: number): Piece[] {
  return pieces.map((piece) => {
    const own = widthOf(piece.text, size * (piece.scale ?? 1));
    return piece.number && own > width ? { ...piece, scale: ((piece.scale ?? 1) * width) / own } : piece;
  });
}

/** Sets the rows `from` to `to` (exclusive), below the header rows where `withHead`; returns the y below them. */
export function setRows(
  sheet: OpenSheet,
  table: MeasuredTable,
  { from, to, y, withHead }: { from: number; to: number; y: number; withHead: boolean },
  style: Style,
): number {
  const shown = [...(withHead ? rowsBetween(0, table.headRows) : []), ...rowsBetween(from, to)];
  const tops = new Map<number, number>();
  let at = y;
  for (const row of shown) {
    tops.set(row, at);
    at += table.heights[row]!;
  }
  const last = shown.at(-1)!;
  for (const placed of table.cells) {
    const rows = shown.filter((row) => row >= placed.top && row <= placed.bottom);
    if (rows.length === 0) continue;
    const top = tops.get(rows[0]!)!;
    const bottom = tops.get(rows.at(-1)!)! + table.heights[rows.at(-1)!]!;
    // The name of a cell that goes on over the page is printed once.
    if (rows[0] === placed.top)
      setCell(sheet, placed, table, top, style, placed.top < table.headRows ? bottom - top : null);
    rule(sheet, placed, table, { top, bottom, isFirst: rows[0] === shown[0], isLast: rows.at(-1) === last }, style);
  }
  return at;
}

const rowsBetween = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

function setCell(
  sheet: OpenSheet,
  { cell, left, right, broken, top, bottom }: PlacedCell,
  table: MeasuredTable,
  y: number,
  style: Style,
  within: number | null,
) {
  const [x0, x1] = [table.edges[left]!, table.edges[right + 1]!];
  const lineHeight = style.size * 1.25;
  const height = within ?? table.heights[top]!;
  const isSingle = within !== null || bottom === top;
  const space = isSingle
    ? Math.max(0, (height - broken.length * lineHeight) / 2)
    : (style.size * (style.pitch - 1.25)) / 2;
  broken.forEach((pieces, index) => {
    const place = {
      x: x0 + PADDING,
      y: y + space + index * lineHeight + style.size * 0.125,
      width: x1 - x0 - 2 * PADDING,
    };
    setLine(sheet, pieces, place, style.size, cell.align);
  });
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The sides of a cell that the style draws. */
function rule(
  sheet: OpenSheet,
  placed: PlacedCell,
  table: MeasuredTable,
  { top, bottom, isFirst, isLast }: Extent,
  style: Style,
) {
  const ruling = table.ruled ? 'grid' : style.ruling;
  const [x0, x1] = [table.edges[placed.left]!, table.edges[placed.right + 1]!];
  const isHead = placed.top < table.headRows;
  const belowHead = placed.bottom === table.headRows - 1;
  if (ruling === 'shaded' && isHead) sheet.shades.push([x0, top, x1, bottom]);
  const line = (xa: number, ya: number, xb: number, yb: number) => sheet.lines.push({ from: [xa, ya], to: [xb, yb] });
  const isOpen = table.rows[placed.top]!.open === true && !isFirst;
  const nextIsOpen = table.rows[placed.bottom + 1]?.open === true && !isLast;
  const outer = ruling === 'frame' || ruling === 'grid';
  if (ruling !== 'none' && (isFirst || (ruling !== 'frame' && !isOpen))) line(x0, top, x1, top);
  if (ruling !== 'none' && (isLast || belowHead || (ruling !== 'frame' && !nextIsOpen))) line(x0, bottom, x1, bottom);
  if (ruling === 'grid' || (outer && placed.left === 0)) line(x0, top, x0, bottom);
  if (ruling === 'grid' || (outer && placed.right === table.edges.length - 2)) line(x1, top, x1, bottom);
}
