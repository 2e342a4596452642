import { turnOf } from '../sheet/box.ts';
import type { Box, Character, Rule } from '../sheet/page-content.ts';
import { groupRuns, type WidestGap } from './group-runs.ts';
import type { PlainRun } from './run.ts';

/** From the right, each from the top; where the page lies does not matter. */
const turn = turnOf('down', { width: 0, height: 0 });

/**
 * Groups the characters of vertical writing, given in any order, into runs; `floors` are the horizontal ruling lines. It is
 * horizontal writing on a page that is turned: down becomes right, leftwards becomes down.
 */
export function groupColumns<T extends Character>(
  characters: readonly T[],
  floors: readonly Rule[],
  widestGap?: WidestGap,
): PlainRun<T>[] {
  const places = new Map<Box, number>();
  const turned = characters.map((character, index) => {
    const box = turn.there(character.box);
    places.set(box, index);
    return { ...character, box };
  });
  return groupRuns(turned, floors.map(turn.there), widestGap).map((run) => {
    const indexes = run.characters.map(({ box }) => places.get(box)!);
    // Type that is turned to be read upwards arrives in the order of reading.
    if (indexes.length > 1 && indexes.every((index, at) => at === 0 || index < indexes[at - 1]!)) indexes.reverse();
    return { characters: indexes.map((index) => characters[index]!), box: turn.back(run.box) };
  });
}
