import type { Character, PageContent, Rule } from '../../../domain/pages/sheet/page-content.ts';

/** Points: the size of the type; a half-width character, and an empty place of the drawing, takes half. */
const em = 10;
const step = 12;

/**
 * A page from a drawing of its rows: `│` is a vertical ruling line, a row of `─` a horizontal one, which blanks may set in, a
 * blank is empty, `_` is a typed space.
 */
export function drawPage(rows: readonly string[], options: Partial<PageContent> = {}): PageContent {
  const characters: Character[] = [];
  const rules: Rule[] = [];
  for (const [row, drawing] of rows.entries()) {
    const y = row * step;
    let x = 0;
    const rule = /^( *)(─+)$/.exec(drawing);
    if (rule) {
      const from = (rule[1]!.length * em) / 2;
      rules.push([from, y + step / 2, from + rule[2]!.length * em, y + step / 2]);
    }
    for (const text of rule ? [] : drawing) {
      const width = text === '│' ? 0 : /[ -~]/.test(text) ? em / 2 : em;
      if (text === '│') rules.push([x, y - 1, x, y + step]);
      else if (text !== ' ') {
        characters.push({ text: text === '_' ? ' ' : text, box: [x, y, x + width, y + em], vertical: false });
      }
      x += width;
    }
  }
  return { index: 1, width: 600, height: 840, characters, rules, scanned: false, ...options };
}

/** The same page lying on its side: its rows are columns of vertical writing, from the right. */
export function drawVerticalPage(rows: readonly string[]): PageContent {
  const lying = drawPage(rows);
  const turn = ([x0, y0, x1, y1]: Rule): Rule => [600 - y1, x0, 600 - y0, x1];
  return {
    ...lying,
    rules: lying.rules.map(turn),
    characters: lying.characters.map(({ text, box }) => ({ text, box: turn(box), vertical: true })),
  };
}
