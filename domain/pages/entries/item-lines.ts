import type { Baseline, ReadNumber } from '../lines/line.ts';
import type { GridCell } from '../tables/grid.ts';
import { BULLETS } from '../words/vocabulary.ts';

/** One item of a cell, over one line or several: its name, and the numbers that stand behind it. */
export interface ItemLines {
  readonly text: string;
  readonly lines: readonly Baseline[];
  readonly numbers: readonly ReadNumber[];
}

type Line = ReturnType<typeof readLine>;

/** The items of a cell from the top. A name may run over several lines, and how its amount was worked out (積算) is none. */
export function itemsOf(cell: GridCell): ItemLines[] {
  const read = cell.lines.map(readLine);
  const fullWidth = Math.max(...read.map(({ end }) => end));
  const items: { text: string; lines: Baseline[]; numbers: readonly ReadNumber[] }[] = [];
  let previous: Line | undefined;
  for (const line of read) {
    const open = items.at(-1);
    if (open && goesOn(line, previous!, open.numbers.length > 0, fullWidth)) {
      open.text += line.text;
      open.lines.push(line.line);
      open.numbers = [...open.numbers, ...line.numbers];
    } else {
      items.push({ text: line.text, lines: [line.line], numbers: line.numbers });
    }
    previous = line;
  }
  return items;
}

/** A line goes on with the one above where that one had no room left and either has no number yet. */
function goesOn(line: Line, above: Line, hasNumber: boolean, fullWidth: number): boolean {
  if (line.text === '') return true;
  if (BULLETS.includes(line.text.charAt(0)) || above.isFormula) return false;
  const hadRoom = above.end <= fullWidth - 1.6 * line.line.size;
  return !hadRoom && (!hasNumber || (line.numbers.length === 0 && !line.isFormula));
}

const DIGIT = '[0-9０-９]';
const TIMES = '[×✕÷＊*]';
/** 404,000×98.9％, @1,200×30人, 33,100円×12月＝397,200円. */
const FORMULA = new RegExp(
  `[@＠(（]*${DIGIT}(?:${DIGIT}|[,，.．])*[^0-9０-９×✕÷＊*=＝、。]{0,8}${TIMES}.*$|^[×✕÷＊*+＋=＝].*$`,
  'u',
);

/** True where a cell says how an amount was worked out. */
export const holdsFormula = ({ lines }: Pick<GridCell, 'lines'>) => lines.some(({ text }) => FORMULA.test(text));

/** Its name without a formula behind it, and its numbers. */
function readLine(line: Baseline) {
  const words = line.item ? line.item.words : line.runs;
  const printed = words.map((run) => run.text).join('');
  const at = FORMULA.exec(line.text)?.index ?? -1;
  const isFormula = at >= 0 && at <= printed.length;
  return {
    line,
    text: isFormula ? printed.slice(0, at) : printed,
    numbers: line.item?.numbers ?? [],
    end: isFormula ? 0 : (words.at(-1)?.box[2] ?? 0),
    isFormula,
  };
}
