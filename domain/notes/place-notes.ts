import { anchorOf, extentOfAll, groupDrawn, type NoteLine } from './anchor.ts';
import type { Extent, Size } from './geometry.ts';
import { extentOf, isStroke, type NoteContent } from './note.ts';

/** A line of the page that was written on, and where it stands in the other version. */
export interface PairedLine extends NoteLine {
  readonly other: { readonly page: number; readonly box: readonly number[] } | null;
}

/** The page that was written on. */
export interface WrittenPage {
  readonly size: Size;
  readonly lines: readonly PairedLine[];
  /** The page of the other version that looks the same, dot for dot. */
  readonly same: number | null;
  /** The page of the other version that stands beside it. */
  readonly pair: number | null;
}

/** Where a note stands in another version: x there = x · scaleX + shiftX, all in parts of the page. */
export interface Placement {
  readonly page: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

export interface WrittenNote {
  readonly id: string;
  /** Milliseconds. */
  readonly writtenAt: number;
  readonly content: NoteContent;
}

/**
 * Moves the notes of one page with their lines to another version, by id; null where the line is not found there. What was drawn in one go
 * moves as one. `sizeOf` tells the size of a page of the other version.
 */
export function placeNotes(
  notes: readonly WrittenNote[],
  page: WrittenPage,
  sizeOf: (page: number) => Size | null,
): Map<string, Placement | null> {
  const drawn = notes.map((note) => ({ ...note, extent: extentOf(note.content, page.size) }));
  const strokes = groupDrawn(drawn.filter(({ content }) => isStroke(content)));
  const others = drawn.filter(({ content }) => !isStroke(content)).map((note) => [note]);
  return new Map(
    [...strokes, ...others].flatMap((group) => {
      const isBookmark = group[0]!.content.kind === 'bookmark';
      const placement = isBookmark ? onPage(page, sizeOf) : placeExtent(extentOfAll(group), page, sizeOf);
      return group.map(({ id }) => [id, placement] as const);
    }),
  );
}

function onPage(page: WrittenPage, sizeOf: (page: number) => Size | null): Placement | null {
  const there = page.same ?? page.pair;
  return there === null ? null : shifted(there, [0, 0], page.size, sizeOf(there));
}

function placeExtent(extent: Extent, page: WrittenPage, sizeOf: (page: number) => Size | null): Placement | null {
  if (page.same !== null) return shifted(page.same, [0, 0], page.size, sizeOf(page.same));
  const line = anchorOf(extent, page.lines) ?? enclosing(extent, page.lines);
  if (!line?.other) return null;
  const [x = 0, y = 0] = line.box;
  const [otherX = 0, otherY = 0] = line.other.box;
  return shifted(line.other.page, [otherX - x, otherY - y], page.size, sizeOf(line.other.page));
}

/** What stands between two lines that went the same way goes with them. */
function enclosing([, top, , bottom]: Extent, lines: readonly PairedLine[]): PairedLine | null {
  const above = lines.filter(({ box }) => box[3]! <= top).toSorted((a, b) => b.box[3]! - a.box[3]!)[0];
  const below = lines.filter(({ box }) => box[1]! >= bottom).toSorted((a, b) => a.box[1]! - b.box[1]!)[0];
  if (!above || !below) return above ?? below ?? null;
  return above.other && below.other && above.other.page === below.other.page ? above : null;
}

/** `by` in points. */
function shifted(page: number, by: readonly [number, number], from: Size, to: Size | null): Placement | null {
  if (!to) return null;
  return {
    page,
    scaleX: from.width / to.width,
    scaleY: from.height / to.height,
    shiftX: by[0] / to.width,
    shiftY: by[1] / to.height,
  };
}

/** The note as it is drawn there. */
export function movedContent(content: NoteContent, { scaleX, scaleY, shiftX, shiftY }: Placement): NoteContent {
  const across = (x: number) => x * scaleX + shiftX;
  const down = (y: number) => y * scaleY + shiftY;
  if (content.kind === 'bookmark') return content;
  if (content.kind === 'text') return { ...content, x: inside(across(content.x)), y: inside(down(content.y)) };
  const points = content.points.map((value, at) => (at % 3 === 0 ? across(value) : at % 3 === 1 ? down(value) : value));
  return { ...content, width: content.width * scaleX, points };
}

const inside = (part: number) => Math.min(1, Math.max(0, part));
