import { extentOfAll } from './anchor.ts';
import type { Size } from './geometry.ts';
import { extentOf, type NoteContent } from './note.ts';
import type { Placement } from './place-notes.ts';

/**
 * Where notes of one page stand when their middle is laid on a point of another page (in parts of it): as large as they were, and
 * wholly on the page where they fit.
 */
export function placementAt(
  contents: readonly NoteContent[],
  from: Size,
  to: Size & { readonly page: number },
  at: { readonly x: number; readonly y: number },
): Placement {
  const [left, top, right, bottom] = extentOfAll(
    contents.map((content) => ({ extent: extentOf(content, from), writtenAt: 0 })),
  );
  return {
    page: to.page,
    scaleX: from.width / to.width,
    scaleY: from.height / to.height,
    shiftX: (start(at.x * to.width, right - left, to.width) - left) / to.width,
    shiftY: (start(at.y * to.height, bottom - top, to.height) - top) / to.height,
  };
}

/** Of something so long, with its middle there or as near as the page has room. */
const start = (middle: number, length: number, room: number) =>
  Math.max(0, Math.min(middle - length / 2, room - length));
