import { type Baseline, lineOf, type Run, sizeOf } from '../lines/line.ts';
import { looseItem } from '../lines/loose-line.ts';
import { type Margins, marginsOf } from '../lines/paragraph.ts';
import { middleY } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';
import type { Grid } from '../tables/grid.ts';

/** What is read by itself, in the order it is read. */
export interface Aside {
  readonly box: Box;
  readonly aside: readonly Block[];
}

/** A table, a line of text with the margins of the column it stands in, or a box of text. */
export type Block = { readonly grid: Grid } | { readonly line: Baseline; readonly margins: Margins } | Aside;

/** The tables and lines of some blocks, those in boxes of text too. */
export const tablesAndLines = (blocks: readonly Block[]): Exclude<Block, Aside>[] =>
  blocks.flatMap((block) => ('aside' in block ? tablesAndLines(block.aside) : [block]));

type Piece = { readonly grid: Grid } | { readonly line: Baseline } | Aside;

/** Running text side by side: this many lines in each column, this long on the average, and most of them full. */
const FEWEST_LINES = 5;
const MANY_LINES = 10;
const SHORTEST_LINE = 10;
const MOST = 0.7;
const FULL = 0.5;
/** In parts of the size of the type: the narrowest gap between columns, and what a full line may leave free. */
const GUTTER = 1.2;
const ROOM = 2.5;

/** The tables and lines of a page in the order they are read: of text in two columns the left one first. */
export function inReadingOrder(
  grids: readonly Grid[],
  lines: readonly Baseline[],
  asides: readonly Aside[] = [],
): Block[] {
  const pieces: Piece[] = [...asides, ...grids.map((grid) => ({ grid })), ...lines.map((line) => ({ line }))];
  return order(
    pieces.sort((a, b) => topOf(a) - topOf(b)),
    marginsOf(lines),
  );
}

const topOf = (piece: Piece) => ('line' in piece ? middleY(piece.line.box) : boxOf(piece)[1]);
const boxOf = (piece: Exclude<Piece, { readonly line: Baseline }>) => ('grid' in piece ? piece.grid.box : piece.box);

function order(pieces: readonly Piece[], margins: Margins): Block[] {
  const columns = findColumns(pieces);
  if (!columns) return pieces.map((piece) => ('line' in piece ? { ...piece, margins } : piece));
  const { from, to, gutter } = columns;
  const sides = ['left', 'right'] as const;
  const [left, right] = sides.map((side) => pieces.slice(from, to).flatMap((piece) => part(piece, gutter, side) ?? []));
  const marginsIn = (own: readonly Piece[]) => marginsOf(own.flatMap((piece) => ('line' in piece ? [piece.line] : [])));
  const [first, second] = [marginsIn(left!), marginsIn(right!)];
  return [
    ...order(pieces.slice(0, from), margins),
    ...order(left!, { ...first, offset: margins.offset }),
    ...order(right!, { ...second, offset: margins.offset + second.left - first.left }),
    ...order(pieces.slice(to), margins),
  ];
}

interface Columns {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** x of the middle of the gap. */
  readonly gutter: number;
}

/** The longest stretch of text in two columns; null where there is none. */
function findColumns(pieces: readonly Piece[]): Columns | null {
  if (pieces.some((piece) => 'line' in piece && piece.line.characters[0]?.vertical)) return null;
  const gutters = new Set(pieces.flatMap((piece) => ('line' in piece ? gapsOf(piece.line) : [])));
  let longest: Columns | null = null;
  for (const gutter of gutters) {
    let from = 0;
    for (let to = 0; to <= pieces.length; to += 1) {
      if (to < pieces.length && leavesFree(pieces[to]!, gutter)) continue;
      const columns = { from, to, gutter };
      if (to - from > (longest ? longest.to - longest.from : FEWEST_LINES - 1) && areColumns(pieces, columns))
        longest = columns;
      from = to + 1;
    }
  }
  return longest;
}

/** The middles of a line's gaps that may be gutters, in whole points. */
function gapsOf({ runs, size }: Baseline): number[] {
  return runs.slice(1).flatMap((run, index) => {
    const before = runs[index]!;
    return run.box[0] - before.box[2] >= GUTTER * size ? [Math.round((run.box[0] + before.box[2]) / 2)] : [];
  });
}

/** True where nothing of it stands in the gutter. */
function leavesFree(piece: Piece, gutter: number): boolean {
  const isClear = (box: Box, half: number) => box[2] <= gutter - half || box[0] >= gutter + half;
  if (!('line' in piece)) return isClear(boxOf(piece), 0);
  return piece.line.runs.every((run) => isClear(run.box, (GUTTER / 2 - 0.1) * piece.line.size));
}

/** Both are full lines; beside many of them a few are enough: the text ends soon after the top of its last column. */
function areColumns(pieces: readonly Piece[], { from, to, gutter }: Columns): boolean {
  const sides = (['left', 'right'] as const).map((side) => {
    const own = pieces.slice(from, to).flatMap((piece) => part(piece, gutter, side) ?? []);
    return own.flatMap((piece) => ('line' in piece ? [piece.line] : []));
  });
  const full = sides.filter(areFullLines);
  if (full.length !== 1) return full.length === 2;
  const few = sides.find((side) => side !== full[0])!;
  return full[0]!.length >= MANY_LINES && few.length > 1 && areSentences(few);
}

/** Long lines of words with kana, most of which fill their column: neither names beside amounts nor a list. */
function areFullLines(lines: readonly Baseline[]): boolean {
  if (lines.length < FEWEST_LINES || !areSentences(lines)) return false;
  const right = Math.max(...lines.map((line) => line.box[2]));
  // The last line of a paragraph ends anywhere.
  const open = lines.filter((line) => !line.text.endsWith('。'));
  const full = open.filter((line) => right - line.box[2] <= ROOM * line.size).length / Math.max(1, open.length);
  return full >= FULL;
}

function areSentences(lines: readonly Baseline[]): boolean {
  const said = lines.filter((line) => /[ぁ-ん]/u.test(line.text) && looseItem(line) === null).length;
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  return length >= SHORTEST_LINE * lines.length && said >= MOST * lines.length;
}

/** What of a piece stands on one side of the gutter. */
function part(piece: Piece, gutter: number, side: 'left' | 'right'): Piece | null {
  const isHere = (box: Box) => (side === 'left' ? box[2] <= gutter : box[0] >= gutter);
  if (!('line' in piece)) return isHere(boxOf(piece)) ? piece : null;
  const runs = piece.line.runs.filter((run: Run) => isHere(run.box));
  if (runs.length === 0) return null;
  if (runs.length === piece.line.runs.length) return piece;
  // What stands at the same height in the other column may be a heading.
  const size = sizeOf(runs.flatMap((run) => run.characters));
  return { line: lineOf(runs, { page: piece.line.page, size }) };
}
