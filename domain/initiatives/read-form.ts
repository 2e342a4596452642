import { unionOf } from '../pages/sheet/box.ts';
import type { Box } from '../pages/sheet/page-content.ts';
import type { Grid, GridCell } from '../pages/tables/grid.ts';
import { boxOf, type Candidate, candidateOf, indicatorOf, type TableContext } from './candidate.ts';
import {
  type CellMap,
  effectOver,
  type LabelledCell,
  labelCell,
  labelIn,
  labelsBeside,
  labelsOver,
  mapCells,
} from './cell-labels.ts';
import { isNumber, readNumberedHeading } from './number.ts';
import { senseOf } from './sense.ts';
import { NO_NAME_BEGINS, NO_NAME_ENDS } from './words.ts';

/** What a form says that a sheet is about. */
export interface FormStart {
  readonly number: string | null;
  readonly name: string | null;
  readonly box: Box;
  readonly page: number;
}

export interface ReadForm {
  /** The number and name it prints; both null where it goes on with the sheet above it. */
  readonly start: FormStart;
  readonly candidates: readonly Candidate[];
}

/** Reads a table of a sheet: cells beside and under their labels, years down or across. */
export function readForm(grid: Grid, context: TableContext): ReadForm {
  const map = mapCells(grid);
  const { page } = grid;
  let number: GridCell | null = null;
  const names: GridCell[] = [];
  const candidates: Candidate[] = [];
  for (const cell of grid.cells) {
    if (cell.text === '' || labelIn(map, cell)) continue;
    const labelled = labelCell(cell, labelsBeside(map, cell), labelsOver(map, cell));
    if (!labelled) continue;
    if (labelled.roles.has('number') && isNumber(cell.text)) number ??= cell;
    else if (labelled.roles.has('name') && isName(cell.text)) names.push(cell);
    const candidate = candidateOf(labelled, page, contextOf(map, labelled, context));
    if (candidate) candidates.push(...withIndicator(candidate, labelled.heading));
  }
  // a table of several names is no form of one initiative
  if (names.length > 1) return { start: startOf(map, null, null), candidates: [] };
  return { start: startOf(map, number, names[0] ?? null), candidates };
}

/** A sum of effects is an effect, whatever stands over the table. */
function contextOf(map: CellMap, { cell, total }: LabelledCell, context: TableContext): TableContext {
  const effect = total ? effectOver(map, cell) : null;
  return effect ? { effect: true, unit: effect.unit ?? context.unit } : context;
}

/** An indicator's cell may end in its unit; words over 目標 | 実績 are the indicator where no label says so. */
function withIndicator(candidate: Candidate, heading: string | null): Candidate[] {
  if (candidate.slot === 'indicator') {
    const { name, unit } = indicatorOf(candidate.text);
    return [{ ...candidate, text: name, unit }];
  }
  if (heading === null || (candidate.slot !== 'target' && candidate.slot !== 'result')) return [candidate];
  const { name, unit } = indicatorOf(heading);
  return [candidate, { ...candidate, slot: 'indicator', text: name, value: null, unit, year: null }];
}

function startOf(map: CellMap, number: GridCell | null, name: GridCell | null): FormStart {
  const { grid } = map;
  const cells = [number, name].filter((cell) => cell !== null);
  const box = unionOf(cells.map(boxOf));
  const start = { page: grid.page, box };
  if (number && !name) {
    // № | 3-7 | 施設予約のオンライン化
    const isBeside = senseOf(map.at(number.top, number.left - 1)?.text ?? '')?.roles.includes('number');
    if (!isBeside) return { ...start, number: null, name: null };
    const beside = map.at(number.top, number.right + 1);
    const isNamed = beside !== null && isName(beside.text) && senseOf(beside.text) === null;
    return { ...start, number: number.text, name: isNamed ? beside.text : null };
  }
  if (name && !number) {
    const heading = readNumberedHeading(name.text);
    return heading?.rest
      ? { ...start, number: heading.number, name: heading.rest }
      : { ...start, number: null, name: name.text };
  }
  if (number && name)
    return {
      ...start,
      number: number.text,
      name: readNumberedHeading(name.text)?.marked ? readNumberedHeading(name.text)!.rest : name.text,
    };
  const title = grid.cells.find((cell) => cell.text !== '' && readNumberedHeading(cell.text)?.marked);
  const heading = title && readNumberedHeading(title.text);
  if (title && heading && isName(heading.rest))
    return { page: grid.page, box: boxOf(title), number: heading.number, name: heading.rest };
  return { ...start, number: null, name: null };
}

const LONGEST_NAME = 60;

/** True for what may be the name of an initiative, and is neither a number nor a piece of running text. */
export const isName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= LONGEST_NAME &&
  !isNumber(text) &&
  /\p{L}{2}/u.test(text) &&
  !NO_NAME_BEGINS.some((word) => text.startsWith(word)) &&
  !NO_NAME_ENDS.some((word) => text.endsWith(word));
