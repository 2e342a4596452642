import { type Baseline, lineOf, type Run } from '../../lines/line.ts';
import { middleX, middleY, unionOf } from '../../sheet/box.ts';
import type { Box } from '../../sheet/page-content.ts';
import { readNumbering, UNNUMBERED_RANK } from '../../words/numbering.ts';
import type { GridCell } from '../grid.ts';
import { withTouchingApart } from '../touching-headers.ts';
import type { Interval } from './implied-columns.ts';

/** The headers of a table without vertical ruling lines as cells, in one row or two. */
export interface ImpliedHeader {
  /** The lines they were read from, from the top. */
  readonly lines: readonly Baseline[];
  readonly rows: 1 | 2;
  readonly cells: readonly HeaderCell[];
}

type HeaderCell = Pick<GridCell, 'top' | 'bottom' | 'left' | 'right' | 'lines'>;

/** Longer words head no column. */
const HEADER_LENGTH = 16;
/** This share of the columns of amounts has a header of its own. */
const MOST = 0.6;

/** In parts of the size of the type: words by themselves above headers span some of them where they are not further off. */
const NEAR = 0.8;

interface Word {
  readonly run: Run;
  readonly line: Baseline;
}

/**
 * Reads the lines above rows as their headers: the lowest say what each column is, wider ones above span several. Null
 * where the lines do not stand over the columns.
 */
export function readImpliedHeader(
  lines: readonly Baseline[],
  columns: readonly Interval[],
  numbers: readonly boolean[],
): ImpliedHeader | null {
  const amountsFrom = columns[numbers.indexOf(true, 1)]?.[0] ?? 0;
  for (let from = firstHeaderLine(lines, amountsFrom); from < lines.length; from += 1) {
    const own = lines.slice(from).map((line) => withTouchingApart(line, columns));
    const words = own.flatMap((line) => line.runs.map((run) => ({ run, line })));
    if (words.length < 2 || words.some(({ run }) => run.text.length > HEADER_LENGTH)) continue;
    // 負　債　の　部 and ３　固　定　負　債 are titles whose characters are spread.
    if (words.every(({ run }) => run.text.length === 1)) continue;
    const header = read(own, words, columns);
    const headed = columns.map((_, column) =>
      header.cells.some((cell) => cell.bottom === header.rows - 1 && cell.left === column && cell.lines.length > 0),
    );
    const share = numbers.filter((number, column) => number && headed[column]).length / numbers.filter(Boolean).length;
    if (share >= MOST) return header;
  }
  return null;
}

/** A numbered line is a title, and so is one by itself that begins left of the amounts or stands apart from the others. */
function firstHeaderLine(lines: readonly Baseline[], amountsFrom: number): number {
  const last = lines.findLastIndex((line, index) => {
    const below = lines[index + 1];
    const isNumbered = readNumbering(line.text).rank !== UNNUMBERED_RANK;
    if (isNumbered && line.runs.length < 3) return true;
    // Words in the middle beside two lines overlap both.
    if (below === undefined || below.box[1] < line.box[3]) return false;
    // So does the name of the first column between the lines of headers in levels, where these are further apart.
    const above = lines[index - 1];
    if (above && above.runs.length > 1 && above.box[0] > line.box[2] && above.box[0] >= amountsFrom - 2 * line.size)
      return false;
    if (line.box[2] < amountsFrom - line.size) return true;
    if (line.runs.length > 1) return false;
    const isLeft = line.box[0] < amountsFrom - 2 * line.size;
    return isLeft || below.box[1] - line.box[3] > NEAR * line.size || line.size > 1.1 * below.size;
  });
  return last + 1;
}

function read(lines: readonly Baseline[], words: readonly Word[], columns: readonly Interval[]): ImpliedHeader {
  const own = columns.map((): Word[] => []);
  const wide: Word[] = [];
  for (const word of words) {
    const under = columns.flatMap((column, index) => (overlaps(word.run, column) ? [index] : []));
    // A line of as many words as there are columns has one for each, however they are set.
    if (word.line.runs.length === columns.length) own[word.line.runs.indexOf(word.run)]!.push(word);
    else if (under.length > 1) wide.push(word);
    else own[under[0] ?? nearest(word.run, columns)]!.push(word);
  }
  const bottom = Math.max(...words.map(({ line }) => middleY(line.box)));
  const isLow = ({ line }: Word) => bottom - middleY(line.box) < 0.35 * line.size;
  // Over a column with a low word beneath, a word far above spans the columns around that have none of their own there.
  const isInner = own.map((column) => lines.length > 1 && column.some(isLow));
  const spanning: Word[] = [...wide];
  own.forEach((column, index) => {
    if (!isInner[index] || column.length < 2) return;
    const neighbours = [index - 1, index + 1].filter((other) => isInner[other] && own[other]!.length === 1);
    if (neighbours.length === 0) return;
    const [top] = column.toSorted((a, b) => middleY(a.line.box) - middleY(b.line.box));
    if (isLow(top!)) return;
    spanning.push(top!);
    column.splice(column.indexOf(top!), 1);
  });
  if (spanning.length === 0) {
    const cells = own.map((column, at) => ({ top: 0, bottom: 0, left: at, right: at, lines: linesOf(column) }));
    return { lines, rows: 1, cells };
  }
  const over = spansOver(
    columns.map((column, index) => {
      const isUnder = isInner[index] || wide.some(({ run }) => overlaps(run, column));
      const heads = own[index]!.map(({ run }) => run.box);
      // Amounts stand at the right of their column, and say nothing of where its middle is.
      return isUnder ? unionOf(heads.length > 0 ? heads : [[column[0], 0, column[1], 0]]) : null;
    }),
    spanning,
  );
  return { lines, rows: 2, cells: cellsUnder(over, own) };
}

/** In two rows: `over` each column the word that spans it, and its own words. */
function cellsUnder(over: readonly (Word | null)[], own: readonly (readonly Word[])[]): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (let column = 0; column < own.length; column += 1) {
    const span = over[column] ?? null;
    // Words over one column only span nothing: 令和５年度末現在 goes on in the line below, 高.
    if (span === null || (over[column - 1] !== span && over[column + 1] !== span)) {
      const lines = linesOf(span === null ? own[column]! : [span, ...own[column]!]);
      cells.push({ top: 0, bottom: 1, left: column, right: column, lines });
      continue;
    }
    if (over[column - 1] !== span) {
      let right = column;
      while (over[right + 1] === span) right += 1;
      cells.push({ top: 0, bottom: 0, left: column, right, lines: linesOf([span]) });
    }
    cells.push({ top: 1, bottom: 1, left: column, right: column, lines: linesOf(own[column]!) });
  }
  return cells;
}

/** For each column, given as the box of its header where it may be spanned, the word that spans it. */
function spansOver(columns: readonly (Box | null)[], spanning: readonly Word[]): (Word | null)[] {
  const nearest = columns.map((box) => {
    if (box === null) return null;
    const apart = ({ run }: Word) => Math.abs(middleX(run.box) - middleX(box));
    return spanning.reduce((best, word) => (apart(word) < apart(best) ? word : best));
  });
  const over = columns.map((): Word | null => null);
  for (const word of spanning) {
    const from = nearest.indexOf(word);
    if (from < 0) continue;
    let to = from;
    while (nearest[to + 1] === word) to += 1;
    const [first, last] = widestUnder(word, columns.slice(from, to + 1) as Box[]);
    over.fill(word, from + first, from + last + 1);
  }
  return over;
}

/** The most neighbouring columns in whose middle a word stands. */
function widestUnder({ run, line }: Word, columns: readonly Box[]): readonly [first: number, last: number] {
  const ranges = columns.flatMap((left, first) =>
    columns.slice(first).map((right, more) => {
      const off = Math.abs((left[0] + right[2]) / 2 - middleX(run.box));
      return { first, last: first + more, off: Math.max(0, off - line.size), more };
    }),
  );
  const { first, last } = ranges.toSorted((a, b) => a.off - b.off || b.more - a.more)[0]!;
  return [first, last];
}

function linesOf(words: readonly Word[]): Baseline[] {
  const sorted = words.toSorted((a, b) => middleY(a.line.box) - middleY(b.line.box) || a.run.box[0] - b.run.box[0]);
  return sorted.map(({ run, line }) => lineOf([run], line));
}

const overlaps = (run: Run, [from, to]: Interval) => Math.min(run.box[2], to) - Math.max(run.box[0], from) > 1;

function nearest(run: Run, columns: readonly Interval[]): number {
  const apart = ([from, to]: Interval) => Math.max(from - run.box[2], run.box[0] - to);
  return columns.reduce((best, column, index) => (apart(column) < apart(columns[best]!) ? index : best), 0);
}
