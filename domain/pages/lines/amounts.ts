import { foldText } from '../../quantities/folded-text.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { isDash, readQuantity, readRange } from '../../quantities/read-quantity.ts';
import { parseUnit } from '../../quantities/unit.ts';
import { unionOf } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';
import type { Baseline, Run } from './baselines.ts';

export interface ReadNumber {
  readonly quantity: Quantity;
  readonly box: Box;
}

/** A line that ends in quantities: the words before them, and the quantities from left to right. */
export interface Item {
  readonly words: readonly Run[];
  readonly numbers: readonly ReadNumber[];
}

/** The quantities of a line that holds nothing else; null where it holds words. */
export function numbersOf(line: Baseline): ReadNumber[] | null {
  const whole = readAll(line);
  if (whole.length > 0) return whole;
  const item = itemOf(line);
  return item && item.words.length === 0 ? [...item.numbers] : null;
}

/** Reads a line as words and then quantities, parted by a gap; null where it does not end in a quantity. */
export function itemOf(line: Baseline): Item | null {
  const numbers: ReadNumber[] = [];
  let end = line.runs.length;
  while (end > 0) {
    const run = line.runs[end - 1]!;
    const before = line.runs[end - 2];
    const withUnit = before && parseUnit(foldText(run.text).text) ? joined(before, run) : null;
    const signed = before && isSign(before.text) ? joined(before, run) : null;
    const readWithUnit = withUnit ? readAll(withUnit) : [];
    const readSigned = readWithUnit.length === 0 && signed ? readAll(signed) : [];
    const read = readWithUnit.length > 0 ? readWithUnit : readSigned.length > 0 ? readSigned : readAll(run);
    if (read.length === 0 && !isDash(run.text)) break;
    numbers.unshift(...read);
    end -= readWithUnit.length > 0 || readSigned.length > 0 ? 2 : 1;
  }
  return numbers.length > 0 ? { words: line.runs.slice(0, end), numbers } : null;
}

const isSign = (text: string) => /^[△▲]$/u.test(text);

function readAll(run: Run): ReadNumber[] {
  // A bracket that closes the label's to the left may stand on this side of the ruling.
  const text = run.text.replace(/^[)）]/u, '');
  const single = readQuantity(text);
  const all = single ? [single] : readRange(text);
  return all.map((quantity) => ({ quantity, box: run.box }));
}

function joined(a: Run, b: Run): Run {
  return { text: a.text + b.text, box: unionOf([a.box, b.box]), characters: [...a.characters, ...b.characters] };
}
