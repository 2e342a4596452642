import { extentOf, isStroke, type NoteContent, type Stroke, wordsOf } from '../../domain/notes/note.ts';
import { inks, strokePath } from '../../domain/notes/stroke-path.ts';
import { printReport } from './print-report.ts';

/** A page of a paper and what is laid over it. */
export interface NotedSheet {
  /** As people name it: 9ページ. */
  readonly name: string;
  /** Points, upright. */
  readonly width: number;
  readonly height: number;
  /** What is to be known of the page itself, at its top; mostly nothing. */
  readonly remark: string;
  readonly contents: readonly NoteContent[];
}

/** Characters of a memo that stand on its page: longer ones would cover it, and stand whole in a list at the end. */
const longest = 100;

/**
 * One transparent page a sheet, of its size, with what was drawn and written on it; after them, where words were too many for
 * their page, a list of all words in A4. Throws as `printReport`.
 */
export function printNotes(title: string, sheets: readonly NotedSheet[]): Promise<Buffer> {
  const worded = sheets.flatMap(({ name, contents }) =>
    contents.map(wordsOf).flatMap((words) => (words ? { name, words } : [])),
  );
  const list = worded.some(({ words }) => isLong(words)) ? worded : [];
  return printReport('notes', { title, list, sheets: sheets.map(printedSheet) }, 'overlay');
}

function printedSheet({ width, height, remark, contents }: NotedSheet) {
  const size = { width, height };
  const strokes = contents.filter(isStroke).map((stroke) => drawn(stroke, size));
  const memos = contents.flatMap((content) => {
    const [x, y] = extentOf(content, size);
    return content.kind === 'text' ? [{ x, y, words: shortened(content.words) }] : [];
  });
  const bookmarks = contents
    .filter(({ kind }) => kind === 'bookmark')
    .map(wordsOf)
    .map(shortened);
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${strokes.join('')}</svg>`;
  return { ...size, remark, memos, bookmarks, picture };
}

function drawn(stroke: Stroke, size: { width: number; height: number }): string {
  const [path, color] = [strokePath(stroke, size), inks[stroke.color]];
  if (stroke.kind === 'pen') return `<path d="${path}" fill="${color}"/>`;
  const width = stroke.width * size.width;
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round" opacity="0.55" style="mix-blend-mode:multiply"/>`;
}

const isLong = (words: string) => [...words].length > longest;
const shortened = (words: string) => (isLong(words) ? `${[...words].slice(0, longest - 1).join('')}…` : words);
