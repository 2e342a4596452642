import type { Baseline } from '../pages/lines/line.ts';
import { type Candidate, candidateOf, type TableContext } from './candidate.ts';
import type { LabelledCell } from './cell-labels.ts';
import { senseOf } from './sense.ts';

const NO_CONTEXT: TableContext = { effect: false, unit: null };

/** Reads 進捗状況：計画どおり, and a label and its value parted by a gap, out of a line outside tables. */
export function pairsIn(line: Baseline): Candidate[] {
  return pairs(line).flatMap(([label, text]) => {
    const sense = senseOf(label);
    if (!sense || sense.elsewhere || sense.roles.length === 0 || senseOf(text)) return [];
    const cell = { text, box: line.box, lines: [line], top: 0, bottom: 0, left: 0, right: 0 };
    const { year, unit } = sense;
    const labelled: LabelledCell = { cell, roles: new Set(sense.roles), year, unit, total: false, heading: null };
    return candidateOf(labelled, line.page, NO_CONTEXT) ?? [];
  });
}

/** The name in 取組名　施設予約のオンライン化; null for every other line. */
export function nameIn(line: Baseline): string | null {
  const named = pairs(line).find(([label, text]) => senseOf(label)?.roles.includes('name') && !senseOf(text));
  return named?.[1] ?? null;
}

function pairs(line: Baseline): [label: string, value: string][] {
  const colon = /^(.{2,18}?)[:：](.+)$/u.exec(line.text);
  if (colon) return [[colon[1]!, colon[2]!]];
  const pieces = piecesOf(line);
  return pieces.slice(1).map((piece, i): [string, string] => [pieces[i]!, piece]);
}

/** In parts of the size of the type: a blank of full width parts a label from its value. */
const GAP = 0.7;

function piecesOf({ characters, size }: Baseline): string[] {
  const pieces: string[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, box } of characters) {
    if (box[0] - end > GAP * size || pieces.length === 0) pieces.push(text);
    else pieces[pieces.length - 1] += text;
    end = box[2];
  }
  return pieces;
}
