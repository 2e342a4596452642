import type { Character, PageContent } from '../../domain/pages/sheet/page-content.ts';
import { type Sheet, widthOf } from './sheet.ts';

/** The sheets as the pages that the reader would make of them, without a PDF between: for quick tests. */
export function drawSheets(sheets: readonly Sheet[]): PageContent[] {
  return sheets.map(({ width, height, texts, lines }, index) => ({
    index: index + 1,
    width,
    height,
    characters: texts.flatMap(charactersOf),
    rules: lines
      .filter(({ from, to }) => Math.abs(from[0] - to[0]) < 0.1 || Math.abs(from[1] - to[1]) < 0.1)
      .map(
        ({ from, to }) => [from[0], from[1], Math.max(to[0], from[0] + 0.5), Math.max(to[1], from[1] + 0.5)] as const,
      ),
    scanned: false,
  }));
}

function charactersOf({ text, x, y, size }: Sheet['texts'][number]): Character[] {
  let at = x;
  const characters: Character[] = [];
  for (const character of text) {
    const width = widthOf(character, size);
    if (character.trim() !== '')
      characters.push({ text: character, box: [at, y, at + width, y + size], vertical: false });
    at += width;
  }
  return characters;
}
