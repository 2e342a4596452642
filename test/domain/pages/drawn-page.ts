import {
  type Comparison,
  type ComparisonOptions,
  compareDocuments,
} from '../../../domain/pages/comparison/compare-documents.ts';
import type { PrintedDocument } from '../../../domain/pages/entries/read-document.ts';
import { type PrintedComparison, printedComparison } from '../../../domain/pages/results/printed-comparison.ts';
import type { Box, Character, PageContent, Rule } from '../../../domain/pages/sheet/page-content.ts';

const HALF = 5;
const SIZE = 10;
const PITCH = 16;
const LEFT = 50;
const TOP = 80;

/**
 * Pages drawn as text. A line that begins with | is a row of a ruled table; in its cells ^ goes on from the cell above,
 * < from the cell to the left, and / parts two lines. A line of --- begins a new page, an empty line is a gap, and every
 * other line is set as it stands: a half-width character is 5 points wide, a full-width one 10.
 */
export function draw(
  text: string,
  size: { width: number; height: number } = { width: 842, height: 595 },
): PrintedDocument {
  const widths: number[] = [];
  const pages = dedent(text)
    .split(/\n---\n/u)
    .map((page, index) => drawPage(page.split('\n'), index + 1, size, widths));
  return { pages, pageLabels: pages.map(() => null) };
}

/** Two printed pages on each sheet, as wide as both together. */
export function besideOnSheets(left: string, right: string): PrintedDocument {
  const size = { width: 421, height: 595 };
  const [one, other] = [draw(left, size), draw(right, size)];
  const pages = one.pages.map((page, index): PageContent => {
    const half = other.pages[index]!;
    const moved = ([x0, y0, x1, y1]: Box): Box => [x0 + size.width, y0, x1 + size.width, y1];
    return {
      ...page,
      width: 2 * size.width,
      characters: [...page.characters, ...half.characters.map((each) => ({ ...each, box: moved(each.box) }))],
      rules: [...page.rules, ...half.rules.map(moved)],
    };
  });
  return { pages, pageLabels: pages.map(() => null) };
}

/** The page as if its sheet lay on its side: type runs down it. */
export function onItsSide(page: PageContent): PageContent {
  const turned = ([x0, y0, x1, y1]: Box): Box => [page.height - y1, x0, page.height - y0, x1];
  const characters = page.characters.map((each) => ({ ...each, box: turned(each.box) }));
  return { ...page, width: page.height, height: page.width, characters, rules: page.rules.map(turned) };
}

/** A page that is a picture. */
export const scannedPage = (index: number): PageContent => ({
  index,
  width: 595,
  height: 842,
  characters: [],
  rules: [],
  scanned: true,
});

function dedent(text: string): string {
  const lines = text.replace(/^\n|\n\s*$/gu, '').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

function drawPage(
  lines: readonly string[],
  index: number,
  { width, height }: { width: number; height: number },
  widths: number[],
): PageContent {
  const characters: Character[] = [];
  const rules: Rule[] = [];
  let y = TOP;
  for (let at = 0; at < lines.length; at += 1) {
    if (!lines[at]!.startsWith('|')) {
      write(lines[at]!, LEFT, y, characters);
      y += PITCH;
      continue;
    }
    let end = at;
    while (lines[end + 1]?.startsWith('|')) end += 1;
    const rows = lines.slice(at, end + 1).map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
    y = drawTable(rows, y, characters, rules, widths) + PITCH / 2;
    at = end;
  }
  return { index, width, height, characters, rules, scanned: false };
}

function drawTable(
  rows: readonly (readonly string[])[],
  top: number,
  characters: Character[],
  rules: Rule[],
  widths: number[],
): number {
  // A table goes on over the page with the columns it had before.
  const columns = rows[0]!.map((_, c) => Math.max(...rows.map((row) => 24 + widest(row[c] ?? ''))));
  if (widths.length === columns.length)
    widths.forEach((width, c) => {
      columns[c] = Math.max(width, columns[c]!);
    });
  widths.splice(0, widths.length, ...columns);
  const x = edgesOf(LEFT, columns);
  const y = edgesOf(
    top,
    rows.map((row) => PITCH * Math.max(...row.map((cell) => cell.split('/').length)) + 6),
  );
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== '^') rules.push([x[c]!, y[r]!, x[c + 1]!, y[r]! + 0.5]);
      if (cell !== '<') rules.push([x[c]!, y[r]!, x[c]! + 0.5, y[r + 1]!]);
      if (cell === '^' || cell === '<') return;
      cell.split('/').forEach((line, i) => {
        const isNumber = /^[△▲－()（）0-9０-９,，.．%％]+[円人千万億]*$/u.test(line);
        const start = isNumber ? x[c + 1]! - 6 - widest(line) : x[c]! + 6;
        write(line, start, y[r]! + 4 + i * PITCH, characters);
      });
    });
  });
  const [right, bottom] = [x.at(-1)!, y.at(-1)!];
  rules.push([LEFT, bottom, right, bottom + 0.5], [right, top, right + 0.5, bottom]);
  return bottom;
}

function edgesOf(start: number, lengths: readonly number[]): number[] {
  const edges = [start];
  for (const length of lengths) edges.push(edges.at(-1)! + length);
  return edges;
}

const isFull = (character: string) => character.codePointAt(0)! > 0xff && !/[｡-ﾟ]/u.test(character);
const widthOf = (character: string) => (isFull(character) ? 2 * HALF : HALF);
const widest = (cell: string) =>
  Math.max(...cell.split('/').map((line) => [...line].reduce((sum, each) => sum + widthOf(each), 0)));

function write(line: string, left: number, top: number, characters: Character[]): void {
  let x = left;
  for (const text of line) {
    const box: Box = [x, top, x + widthOf(text), top + SIZE];
    if (text.trim() !== '') characters.push({ text, box, vertical: false });
    x += widthOf(text);
  }
}

/** A comparison with its quantities as they are printed. */
export function compare(
  older: PrintedDocument,
  newer: PrintedDocument,
  options?: ComparisonOptions,
): Omit<Comparison, keyof PrintedComparison> & PrintedComparison {
  const comparison = compareDocuments(older, newer, options);
  return { ...comparison, ...printedComparison(comparison) };
}

/** Each pair as `row | column: old → new`, in the order of the old paper. */
export function pairs(older: string | PrintedDocument, newer: string | PrintedDocument): string[] {
  return compare(drawn(older), drawn(newer)).quantities.map(
    ({ label, column, old, new: neu }) =>
      `${label.split(' > ').slice(-2).join(' > ')} | ${column}: ${old.text} → ${neu.text}`,
  );
}

const drawn = (paper: string | PrintedDocument) => (typeof paper === 'string' ? draw(paper) : paper);

/** What stands in one paper only, as `row: text`. */
export function unmatched(older: string, newer: string): { old: string[]; new: string[] } {
  const result = compare(draw(older), draw(newer)).unmatched;
  const show = (each: { label: string; text: string }) => `${each.label.split(' > ').at(-1)}: ${each.text}`;
  return { old: result.old.map(show), new: result.new.map(show) };
}
