import { heightOf, middleX, middleY, unionBox } from '../sheet/box.ts';
import type { Box, Rule } from '../sheet/page-content.ts';
import { isDigit, type PlainRun } from './run.ts';

/** In parts of the size of the type. */
const sameColumn = 0.25;
const widestStep = 1.45;
/** Fewer single characters under one another are cells of a table. */
const fewest = 3;

/**
 * Finds vertical writing that is set as upright single characters under one another, as spreadsheets do. `floors` are
 * the horizontal ruling lines, which part the cells of a table.
 */
export function findStacks(
  runs: readonly PlainRun[],
  floors: readonly Rule[],
): { stacks: PlainRun[]; rest: PlainRun[] } {
  const singles = runs.filter(({ characters }) => characters.length === 1 && !isDigit(characters[0]!.text));
  if (singles.length < fewest) return { stacks: [], rest: [...runs] };
  const stacks: PlainRun[] = [];
  const stacked = new Set<PlainRun>();
  for (const top of singles.toSorted((one, other) => one.box[1] - other.box[1])) {
    if (stacked.has(top)) continue;
    const members = [top];
    for (let next = findBelow(top, singles, floors); next; next = findBelow(next, singles, floors)) members.push(next);
    if (members.length < fewest) continue;
    for (const member of members) stacked.add(member);
    const characters = members.flatMap((member) => member.characters);
    stacks.push({ characters, box: characters.map(({ box }) => box).reduce(unionBox) });
  }
  return { stacks, rest: runs.filter((run) => !stacked.has(run)) };
}

function findBelow(above: PlainRun, singles: readonly PlainRun[], floors: readonly Rule[]): PlainRun | undefined {
  const em = heightOf(above.box);
  return singles.find(({ box }) => {
    const step = box[1] - above.box[1];
    const isBelow = step > 0.8 * em && step <= widestStep * em && Math.abs(heightOf(box) - em) < 0.15 * em;
    return (
      isBelow &&
      Math.abs(middleX(box) - middleX(above.box)) <= sameColumn * em &&
      !hasFloorBetween(above.box, box, floors)
    );
  });
}

function hasFloorBetween(above: Box, below: Box, floors: readonly Rule[]): boolean {
  const x = middleX(above);
  return floors.some(([left, y, right]) => left <= x && x <= right && middleY(above) < y && y < middleY(below));
}
