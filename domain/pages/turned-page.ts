import type { Entry } from './entry.ts';
import type { Box, Character, PageContent } from './page-content.ts';

/** Where lines of type run to that is not read from left to right: vertical writing, or a sheet that lies on its side. */
type Direction = 'down' | 'up';

/** A page with its type turned to run from left to right, and the way back for boxes on it. */
export interface TurnedPage {
  readonly page: PageContent;
  readonly back: (box: Box) => Box;
}

/** In parts of the size of the type: two characters in one line are not further apart, nor further beside each other. */
const NEXT = 1.6;
const BESIDE = 0.3;
/** So many times as many characters go on that way as to the right. */
const MOST = 2;
const FEWEST = 20;

/** The page turned, where most of its type runs down or up; null for any other page. */
export function turnPage(page: PageContent): TurnedPage | null {
  const direction = directionOf(page.characters);
  if (direction === null) return null;
  const { width, height } = page;
  const turn: (box: Box) => Box =
    direction === 'down'
      ? ([x0, y0, x1, y1]) => [y0, width - x1, y1, width - x0]
      : ([x0, y0, x1, y1]) => [height - y1, x0, height - y0, x1];
  const back: (box: Box) => Box =
    direction === 'down'
      ? ([x0, y0, x1, y1]) => [width - y1, x0, width - y0, x1]
      : ([x0, y0, x1, y1]) => [y0, height - x1, y1, height - x0];
  const characters = page.characters.map(({ text, box }) => ({ text, box: turn(box), vertical: false }));
  return { page: { ...page, width: height, height: width, characters, rules: page.rules.map(turn) }, back };
}

function directionOf(characters: readonly Character[]): Direction | null {
  const printed = characters.filter(({ text }) => text.trim() !== '');
  const count = { down: 0, up: 0, right: 0 };
  for (let i = 1; i < printed.length; i += 1) {
    const [before, now] = [printed[i - 1]!.box, printed[i]!.box];
    const size = Math.max(now[2] - now[0], now[3] - now[1]);
    const across = (now[0] + now[2] - before[0] - before[2]) / 2;
    const along = (now[1] + now[3] - before[1] - before[3]) / 2;
    if (Math.abs(across) <= BESIDE * size && Math.abs(along) <= NEXT * size) count[along > 0 ? 'down' : 'up'] += 1;
    else if (Math.abs(along) <= BESIDE * size && across > 0 && across <= NEXT * size) count.right += 1;
  }
  const direction = count.down >= count.up ? 'down' : 'up';
  return count[direction] >= FEWEST && count[direction] > MOST * count.right ? direction : null;
}

/** The entry with its boxes where the page shows them. */
export function turnBack(entry: Entry, pages: ReadonlyMap<number, TurnedPage>): Entry {
  const on = (page: number, box: Box) => pages.get(page)?.back(box) ?? box;
  const quantities = entry.quantities.map((placed) => ({ ...placed, box: on(placed.page, placed.box) }));
  return { ...entry, box: on(entry.page, entry.box), quantities };
}
