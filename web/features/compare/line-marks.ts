import type { ComparedLine, ComparedSide } from '../../../contract/comparisons.ts';
import { printedValue } from '../../../domain/quantities/printed-difference.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import type { PageRow } from '../../ui/page-view/page-rows.ts';
import type { Tapped } from './compare-address.ts';
import { type Correcting, counterpartPlace, type LineChoice } from './line-choice.ts';
import type { Side } from './sides.ts';

/** The lines of a page as rows to choose from, each named by its words and numbers. */
export function rowsOf(lines: readonly ComparedLine[], side: ComparedSide): PageRow[] {
  return lines.map(({ index, place, values }) => {
    const numbers = values.flatMap((value) =>
      value[side] ? [[...value.column, printedValue(value[side])].join(' ')] : [],
    );
    return { id: String(index), box: place.box, name: [place.label, ...numbers].join('、') };
  });
}

/** Notes on a page: which numbers are others than in the other paper, which lines stand here only. */
export function changeMarks(lines: readonly ComparedLine[], side: ComparedSide): PageMark[] {
  return lines.flatMap((line) => {
    if (!line.other) return line.kind === 'text' ? [] : [{ kind: 'alone' as const, box: line.place.box }];
    return line.values.flatMap(({ older, newer, difference }) => {
      const here = side === 'older' ? older : newer;
      const isSame = older && newer && (difference === 0 || (difference === null && older.value === newer.value));
      if (!here || isSame) return [];
      const kind = !older || !newer || difference === null ? 'other' : difference > 0 ? 'more' : 'less';
      return [{ kind: kind as PageMark['kind'], box: here.box }];
    });
  });
}

/** What is shown as chosen on a page of one side: the line, its counterpart, and a candidate while one is being corrected. */
export function choiceMarks(
  { side, line, value }: LineChoice,
  correcting: Correcting | null,
  on: { readonly side: Side; readonly page: number; readonly compared: ComparedSide },
): PageMark[] {
  const numbers: PageMark[] = line.values[value]?.[on.compared]
    ? [{ kind: 'value', box: line.values[value][on.compared]!.box }]
    : [];
  if (on.side === side) return line.place.page === on.page ? [{ kind: 'chosen', box: line.place.box }, ...numbers] : [];
  const candidate = correcting?.counterpart?.place;
  const chosen: PageMark[] = candidate?.page === on.page ? [{ kind: 'chosen', box: candidate.box }] : [];
  const target = counterpartPlace(line);
  if (target?.page !== on.page) return chosen;
  return [{ kind: line.other ? 'counterpart' : 'edge', box: target.box }, ...(line.other ? numbers : []), ...chosen];
}

const nowhere = [1, 1, 0, 0];

/** The line whose number, or which itself, is at a point of the page; undefined where there is none. */
export function lineAt(lines: readonly ComparedLine[], side: ComparedSide, { x, y }: Tapped): ComparedLine | undefined {
  const covers = (box: readonly number[]) => box[0]! <= x && x <= box[2]! && box[1]! <= y && y <= box[3]!;
  return (
    lines.find(({ values }) => values.some((value) => covers(value[side]?.box ?? nowhere))) ??
    lines.find(({ place }) => covers(place.box))
  );
}

/** The number of the line that a point is nearest to: that under the finger, else the first. */
export function valueAt(line: ComparedLine, side: ComparedSide, point: { x: number; y: number } | null): number {
  const away = line.values.map((value) => {
    const box = value[side]?.box;
    return box && point ? Math.max(0, box[0]! - point.x, point.x - box[2]!) : Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...away);
  return least < 60
    ? away.indexOf(least)
    : Math.max(
        0,
        line.values.findIndex((value) => value.older && value.newer),
      );
}
