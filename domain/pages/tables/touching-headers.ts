import { type Baseline, lineOf, runOf } from '../lines/line.ts';

/** In parts of the size of the type: words of one header stand nearer. */
const APART = 0.35;
/** 当初額（①） ends here, even where 当初額（②） touches it. */
const END = /[)）]$/u;
const WORD = /^[\p{L}\p{N}]/u;

/**
 * Headers that touch or nearly do, since they fill their columns, are two where one column ends and the next begins. `columns` are
 * where type stands below, in points from the left.
 */
export function withTouchingApart(line: Baseline, columns: readonly (readonly [from: number, to: number])[]): Baseline {
  const isBetween = (x: number) => columns.some(([, to], index) => x > to && x < (columns[index + 1]?.[0] ?? 0));
  const runs = line.runs.flatMap(({ characters }) => {
    const parts: (typeof characters)[number][][] = [];
    for (const [index, character] of characters.entries()) {
      const before = characters[index - 1];
      const gap = before ? character.box[0] - before.box[2] : 0;
      const mayBegin = gap > APART * line.size || (END.test(before?.text ?? '') && WORD.test(character.text));
      const begins = !before || (mayBegin && isBetween((before.box[2] + character.box[0]) / 2));
      if (begins) parts.push([character]);
      else parts.at(-1)!.push(character);
    }
    return parts.every((part) => part.length > 1) ? parts.map((part) => runOf(part)) : [runOf(characters)];
  });
  return runs.length === line.runs.length ? line : lineOf(runs, line);
}
