import type { Piece } from './content.ts';
import { type OpenSheet, widthOf } from './sheet.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Breaks pieces into lines of the width, never inside a number nor before a closing mark. */
export function brokenInto(pieces: readonly Piece[], width: number, size: number): Piece[][] {
  const lines: Piece[][] = [[]];
  let left = width;
  for (const piece of pieces) {
    const own = size * (piece.scale ?? 1);
    left -= (piece.indent ?? 0) * size;
    if (piece.number || piece.align === 'right') {
      const needed = widthOf(piece.text, own);
      if (needed > left && lines.at(-1)!.length > 0) {
        lines.push([]);
        left = width;
      }
      lines.at(-1)!.push(piece);
      left -= needed;
      continue;
    }
    let open = '';
    for (const character of piece.text) {
      const needed = widthOf(character, own);
      if (needed > left && !/[、。）」]/u.test(character) && (open !== '' || lines.at(-1)!.length > 0)) {
        if (open !== '') lines.at(-1)!.push({ ...piece, text: open });
        lines.push([]);
        open = '';
        left = width;
      }
      open += character;
      left -= needed;
    }
    if (open !== '') lines.at(-1)!.push({ ...piece, text: open });
  }
  return lines;
}

/** Sets one line: what is aligned to the left from the left, what is to the right from the right, the rest in the middle. */
export function setLine(
  sheet: OpenSheet,
  pieces: readonly Piece[],
  place: Place,
  size: number,
  align: Piece['align'] = 'left',
): void {
  const sideOf = (piece: Piece) => piece.align ?? align;
  const width = (piece: Piece) => widthOf(piece.text, size * (piece.scale ?? 1)) + (piece.indent ?? 0) * size;
  const total = (side: Piece['align']) =>
    pieces.filter((piece) => sideOf(piece) === side).reduce((sum, piece) => sum + width(piece), 0);
  const at = {
    left: place.x,
    right: place.x + place.width - total('right'),
    center: place.x + (place.width - total('center')) / 2,
  };
  for (const piece of pieces) {
    const side = sideOf(piece) ?? 'left';
    const own = size * (piece.scale ?? 1);
    const x = at[side] + (piece.indent ?? 0) * size;
    const textWidth = widthOf(piece.text, own);
    sheet.texts.push({
      text: piece.text,
      x,
      y: place.y + size - own,
      size: own,
      width: textWidth,
      ...(piece.number && { number: piece.number }),
    });
    if (piece.ruby) {
      const ruby = size * 0.45;
      const rubyWidth = widthOf(piece.ruby, ruby);
      sheet.texts.push({
        text: piece.ruby,
        x: x + (textWidth - rubyWidth) / 2,
        y: place.y - ruby * 0.95,
        size: ruby,
        width: rubyWidth,
      });
    }
    at[side] += width(piece);
  }
}
