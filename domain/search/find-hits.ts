import { type Folded, foldWords } from './fold.ts';
import type { Query } from './query.ts';

/** A line in which a word of the query stands; from and to (exclusive) are places in the line's text. */
export interface Hit {
  readonly line: number;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}

/** A page's lines as one folded text, so that a word broken over two lines is found. */
export interface SearchedPage {
  readonly text: string;
  /** Of each unit of the text: its line and its place in that line. */
  readonly lines: readonly number[];
  readonly places: readonly number[];
}

export function joinLines(lines: readonly string[]): SearchedPage {
  const folded = lines.map((line): Folded => foldWords(line));
  return {
    text: folded.map(({ text }) => text).join(''),
    lines: folded.flatMap(({ places }, index) => places.map(() => index)),
    places: folded.flatMap(({ places }) => places),
  };
}

/** The lines where the words stand, in the order of the page; a word over a line's end marks both lines. Empty unless all words stand. */
export function findHits(lines: readonly string[], query: Query): Hit[] {
  const page = joinLines(lines);
  const found = query.map((word) => occurrences(page.text, word));
  if (found.some((places) => places.length === 0)) return [];
  const marks = lines.map((): { from: number; to: number }[] => []);
  for (const [index, places] of found.entries()) {
    for (const at of places) {
      for (const [line, mark] of marksOf(page, lines, at, at + query[index]!.length)) marks[line]!.push(mark);
    }
  }
  return marks
    .map((ones, line) => ({ line, marks: ones.sort((a, b) => a.from - b.from) }))
    .filter((hit) => hit.marks.length > 0);
}

function occurrences(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}

/** The parts of lines that the units from `at` up to `end` come from. */
function marksOf(page: SearchedPage, lines: readonly string[], at: number, end: number) {
  const marks = new Map<number, { from: number; to: number }>();
  for (let unit = at; unit < end; unit += 1) {
    const line = page.lines[unit]!;
    const text = lines[line]!;
    const next = page.lines[unit + 1] === line ? page.places[unit + 1]! : text.length;
    const to = text.slice(0, next).trimEnd().length;
    marks.set(line, { from: marks.get(line)?.from ?? page.places[unit]!, to });
  }
  return marks;
}
