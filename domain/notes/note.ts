import type { Size } from './geometry.ts';

export const inkColors = ['black', 'red', 'blue', 'yellow', 'green', 'pink'] as const;
export type InkColor = (typeof inkColors)[number];

/** A line drawn by hand: never changed once it is drawn, only erased. */
export interface Stroke {
  readonly kind: 'pen' | 'marker';
  readonly color: InkColor;
  /** In parts of the page's width. */
  readonly width: number;
  /** x, y and pressure of each point in turn: parts of the page's width and height, and 0 to 1. */
  readonly points: number[];
}

/** Words at a place of the page, in parts of its width and height. */
export interface TextNote {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

/** A page to be found again, with words or none. */
export interface Bookmark {
  readonly kind: 'bookmark';
  readonly words: string;
}

export type NoteContent = Stroke | TextNote | Bookmark;
export const noteKinds = ['pen', 'marker', 'text', 'bookmark'] as const;
export type NoteKind = (typeof noteKinds)[number];

export const kindNames: Record<NoteKind, string> = {
  pen: 'ペンの書き込み',
  marker: 'マーカー',
  text: 'メモ',
  bookmark: 'しおり',
};

export const isStroke = (content: NoteContent): content is Stroke =>
  content.kind === 'pen' || content.kind === 'marker';

/** What a person typed; nothing of a stroke. */
export const wordsOf = (content: NoteContent): string => (isStroke(content) ? '' : content.words);

/** Left, top, right and bottom of what is drawn, in points of a page of this size; a bookmark hangs at the page's top. */
export function extentOf(content: NoteContent, { width, height }: Size): [number, number, number, number] {
  if (content.kind === 'bookmark') return [width, 0, width, 0];
  if (content.kind === 'text') return [content.x * width, content.y * height, content.x * width, content.y * height];
  const { points } = content;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 3) {
    const [x, y] = [points[at]! * width, points[at + 1]! * height];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
