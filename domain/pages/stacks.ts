import type { Box, Rule } from './page-content.ts';
import { isDigit, type Run, unionBox } from './run.ts';

/** In parts of the size of the type. */
const sameColumn = 0.25;
const widestStep = 1.45;
/** Fewer single characters under one another are cells of a table. */
const fewest = 3;

/**
 * Finds vertical writing that is set as upright single characters under one another, as spreadsheets do. `floors` are
 * the horizontal ruling lines, which part the cells of a table.
 */
export function findStacks(runs: readonly Run[], floors: readonly Rule[]): { stacks: Run[]; rest: Run[] } {
  const singles = runs.filter(({ characters }) => characters.length === 1 && !isDigit(characters[0]!.text));
  if (singles.length < fewest) return { stacks: [], rest: [...runs] };
  const stacks: Run[] = [];
  const stacked = new Set<Run>();
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

function findBelow(above: Run, singles: readonly Run[], floors: readonly Rule[]): Run | undefined {
  const [x0, y0, x1, y1] = above.box;
  const em = y1 - y0;
  return singles.find(({ box }) => {
    const step = box[1] - y0;
    const isBelow = step > 0.8 * em && step <= widestStep * em && Math.abs(box[3] - box[1] - em) < 0.15 * em;
    return isBelow && Math.abs(box[0] + box[2] - x0 - x1) / 2 <= sameColumn * em && !isParted(above.box, box, floors);
  });
}

function isParted(above: Box, below: Box, floors: readonly Rule[]): boolean {
  const x = (above[0] + above[2]) / 2;
  const from = (above[1] + above[3]) / 2;
  const to = (below[1] + below[3]) / 2;
  return floors.some(([left, y, right]) => left <= x && x <= right && from < y && y < to);
}
