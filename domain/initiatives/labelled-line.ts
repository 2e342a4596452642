import type { Baseline } from '../pages/cell-text.ts';
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

function pairs({ text, runs }: Baseline): [label: string, value: string][] {
  const colon = /^(.{2,18}?)[:：](.+)$/u.exec(text);
  if (colon) return [[colon[1]!, colon[2]!]];
  return runs.slice(1).map((run, i): [string, string] => [runs[i]!.text, run.text]);
}
