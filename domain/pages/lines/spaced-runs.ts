import { heightOf, unionBox } from '../sheet/box.ts';
import type { Box, Character } from '../sheet/page-content.ts';
import { SPREAD_HEADERS } from '../words/header-vocabulary.ts';
import { isDigit, isSameRow, type PlainRun } from './run.ts';

/** In parts of the size of the type. */
const widestGap = 3;
const unevenness = 0.15;
/** Two characters far apart are as likely the heads of two columns (款　項), but for those that are one word of headers. */
const fewest = 3;

/** Joins single characters that are spread evenly over a cell (歳　出　合　計); `isWalled` tells of ruling lines between. */
export function joinSpacedRuns<T extends Character>(
  runs: readonly PlainRun<T>[],
  isWalled: (left: Box, right: Box) => boolean,
): PlainRun<T>[] {
  const singles = runs.filter(({ characters }) => characters.length === 1 && !isDigit(characters[0]!.text));
  if (singles.length < 2) return [...runs];
  singles.sort((one, other) => one.box[0] - other.box[0]);
  const joined = new Set<PlainRun<T>>();
  const spaced: PlainRun<T>[] = [];
  for (const first of singles) {
    if (joined.has(first)) continue;
    const members = [first];
    for (let next = findNext(members, singles); next; next = findNext(members, singles)) {
      if (joined.has(next) || isWalled(members.at(-1)!.box, next.box)) break;
      members.push(next);
    }
    if (members.length < fewest && !SPREAD_HEADERS.includes(textOf(members))) continue;
    for (const member of members) joined.add(member);
    const characters = members.flatMap((member) => member.characters);
    spaced.push({ characters, box: characters.map(({ box }) => box).reduce(unionBox) });
  }
  return [...runs.filter((run) => !joined.has(run)), ...spaced];
}

const textOf = (members: readonly PlainRun[]) => members.map(({ characters }) => characters[0]!.text).join('');

function findNext<T extends Character>(
  members: readonly PlainRun<T>[],
  singles: readonly PlainRun<T>[],
): PlainRun<T> | undefined {
  const last = members.at(-1)!;
  const em = heightOf(last.box);
  const gap = members.length > 1 ? last.box[0] - members.at(-2)!.box[2] : undefined;
  return singles.find(({ box }) => {
    const distance = box[0] - last.box[2];
    if (distance <= 0 || distance > widestGap * em || !isSameRow(last.box, box)) return false;
    return gap === undefined || Math.abs(distance - gap) <= unevenness * em;
  });
}
