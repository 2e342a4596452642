import { Draw } from './draw.ts';
import { kinds } from './kinds/index.ts';
import { layOut } from './lay-out.ts';
import type { SetPaper } from './print-sheets.ts';
import { drawStyle, nextStyle, type Style } from './style.ts';
import { numbersOn, type Truth } from './truth.ts';

/** Two papers of following years with what is the same thing in them. */
export interface MadePair {
  readonly name: string;
  readonly kind: string;
  readonly older: SetPaper;
  readonly newer: SetPaper;
  readonly truth: Truth;
}

/** The pair of a kind that a seed draws; the same for ever. */
export function makePair(kindName: string, seed: string, producers: readonly Style['producer'][]): MadePair {
  const kind = kinds[kindName]!;
  const draw = new Draw(`${kindName} ${seed}`);
  const landscape = kind.landscape === 'either' ? draw.chance(0.5) : kind.landscape;
  const fitted = (style: Style) => kind.style?.(style, draw) ?? style;
  const style = fitted(drawStyle(draw.of('style'), producers, landscape));
  const later = fitted(nextStyle(draw.of('later'), style, producers));
  const year = 2018 + draw.integer(2, 6);
  const write = kind.draw(draw.of('content'));
  const older = { style, sheets: layOut(write({ year, turn: 0, style }), style) };
  const newer = { style: later, sheets: layOut(write({ year: year + 1, turn: 1, style: later }), later) };
  return {
    name: `${kindName}-${seed}`,
    kind: kindName,
    older,
    newer,
    truth: { older: numbersOn(older.sheets), newer: numbersOn(newer.sheets) },
  };
}
