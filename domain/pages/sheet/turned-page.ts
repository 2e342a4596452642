import { heightOf, middleX, middleY, turnOf, widthOf } from './box.ts';
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
/** Dot leaders of a contents page stand below one another, closer than they follow each other. */
const LEADER = /^[\s.．・･·•․‥…⋯‧]*$/u;

/** The page turned, where most of its type runs down or up; null for any other page. */
export function turnPage(page: PageContent): TurnedPage | null {
  const direction = directionOf(page.characters);
  if (direction === null) return null;
  const { there, back } = turnOf(direction, page);
  const { width, height } = page;
  const characters = page.characters.map(({ text, box }) => ({ text, box: there(box), vertical: false }));
  return { page: { ...page, width: height, height: width, characters, rules: page.rules.map(there) }, back };
}

function directionOf(characters: readonly Character[]): Direction | null {
  const printed = characters.filter(({ text }) => !LEADER.test(text));
  const count = { down: 0, up: 0, right: 0 };
  for (let i = 1; i < printed.length; i += 1) {
    const [before, now] = [printed[i - 1]!.box, printed[i]!.box];
    const size = Math.max(widthOf(now), heightOf(now));
    const across = middleX(now) - middleX(before);
    const along = middleY(now) - middleY(before);
    if (Math.abs(across) <= BESIDE * size && Math.abs(along) <= NEXT * size) count[along > 0 ? 'down' : 'up'] += 1;
    else if (Math.abs(along) <= BESIDE * size && across > 0 && across <= NEXT * size) count.right += 1;
  }
  const direction = count.down >= count.up ? 'down' : 'up';
  return count[direction] >= FEWEST && count[direction] > MOST * count.right ? direction : null;
}
