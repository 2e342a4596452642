import type { Item } from './cell-kind.ts';
import { type Baseline, middleX, type Run } from './cell-text.ts';
import type { Box } from './page-content.ts';

/** A line of headers over rows without ruling lines, and the line above it that may span them. */
export interface HeaderLines {
  readonly inner: Baseline;
  readonly outer: Baseline | null;
  /** As how many headings the two lines were read before rows came below them. */
  readonly headings: 1 | 2;
  /** The header of each column of numbers and the right edge of the first number below it, in points. */
  readonly columns: readonly { readonly header: Run; readonly right: number }[];
}

/** The lines of a heading as they would be headers; `before` are those of the heading read just before. */
export function headerLinesOf(lines: readonly Baseline[], before: HeaderLines | null): HeaderLines {
  const inner = lines.at(-1)!;
  if (lines.length > 1) return { inner, outer: lines[0]!, headings: 1, columns: [] };
  const above = before?.inner;
  const isNear = above?.page === inner.page && inner.box[1] - above.box[3] < 1.2 * inner.size;
  return { inner, outer: above && isNear ? above : null, headings: 2, columns: [] };
}

/** What of the lines heads the rows that begin with `item`; null where nothing does. */
export function headersOfRows(lines: HeaderLines, item: Item): HeaderLines | null {
  const over = headersOver(lines.inner, item);
  if (over === null) return null;
  const columns = over.map((header, index) => ({ header, right: item.numbers[index]!.box[2] }));
  if (lines.outer !== null && headersAbove(lines.outer, over) !== null) return { ...lines, columns };
  // A title and headers that were read as one heading cannot be told apart any more.
  if (lines.outer !== null && lines.headings === 1) return null;
  return { inner: lines.inner, outer: null, headings: 1, columns };
}

/** For each amount of a row the headers over it, outermost first; null where they do not fit. */
export function headerTextsOver({ inner, outer, columns }: HeaderLines, item: Item): string[][] | null {
  const over = headersAtEdges(columns, item, inner.size) ?? headersOver(inner, item);
  const above = over && outer ? headersAbove(outer, over) : null;
  return over?.map((run, index) => [...(above ? [above[index]!.text] : []), run.text]) ?? null;
}

/** The type stands flush right in its column, also where a short number is not below its header's words. */
function headersAtEdges(columns: HeaderLines['columns'], { numbers }: Item, size: number): Run[] | null {
  const found = numbers.map(({ box }) => columns.find(({ right }) => Math.abs(right - box[2]) < size / 2)?.header);
  return found.every((header) => header !== undefined) && new Set(found).size === numbers.length ? found : null;
}

/** For each amount of a row the header over it; null where the line has not one for each. */
function headersOver(line: Baseline, item: Item): Run[] | null {
  if (line.runs.length < 2 || /[。、]/u.test(line.text)) return null;
  const over = item.numbers.map(({ box }) => {
    const near = line.runs.filter((run) => run.box[0] < box[2] + line.size && run.box[2] > box[0] - line.size);
    return near.toSorted((a, b) => distance(a.box, box) - distance(b.box, box))[0] ?? null;
  });
  const found = over.filter((run) => run !== null && run.text.length <= HEADER_LENGTH) as Run[];
  return found.length === over.length && new Set(found).size === found.length ? found : null;
}

/** For each header of numbers the one that spans it in the line above; null where that is no line of spanning headers. */
function headersAbove(outer: Baseline, inner: readonly Run[]): Run[] | null {
  if (outer.runs.length < 2 || outer.runs.length > inner.length) return null;
  const from = Math.min(...inner.map(({ box }) => box[0])) - outer.size;
  const to = Math.max(...inner.map(({ box }) => box[2])) + outer.size;
  if (outer.runs.some(({ text, box }) => text.length > HEADER_LENGTH || box[0] < from || box[2] > to)) return null;
  const apart = (a: Run, b: Run) => Math.abs(middleX(a.box) - middleX(b.box));
  const above = inner.map((run) => outer.runs.toSorted((a, b) => apart(a, run) - apart(b, run))[0]!);
  return new Set(above).size === outer.runs.length ? above : null;
}

const HEADER_LENGTH = 14;
const distance = (a: Box, b: Box) => Math.abs(a[2] - b[2]) + Math.abs(a[0] - b[0]) / 4;
