import type { Baseline } from '../lines/line.ts';
import { middleY } from '../sheet/box.ts';

const ONLY_NUMBER = /^[(（]?[0-9０-９]{1,3}[)）.．]?$/u;

/** The lines of a cell as they are read: a number that stands beside the middle of its name's lines comes before them. */
export function numberFirst(lines: Baseline[]): Baseline[] {
  const numbers = lines.filter(({ text }) => ONLY_NUMBER.test(text));
  if (numbers.length !== 1 || lines.length < 3) return lines;
  const [number] = numbers as [Baseline];
  const name = lines.filter((line) => line !== number);
  const [first, last] = [name[0]!, name.at(-1)!];
  const isBeside = name.every(({ box }) => box[0] >= number.box[2]);
  const middle = middleY(number.box);
  return isBeside && middleY(first.box) < middle && middle < middleY(last.box) ? [number, ...name] : lines;
}
