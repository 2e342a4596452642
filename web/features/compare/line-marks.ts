import type { ComparedLine, ComparedSide } from '../../../contract/comparisons.ts';
import { printedValue } from '../../../domain/quantities/printed-difference.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import type { PageRow } from '../../ui/page-view/page-rows.ts';

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

/** The chosen line and number, and what it is in the other paper. */
export function choiceMarks(
  line: ComparedLine,
  valueIndex: number,
  side: ComparedSide,
): Record<'here' | 'there', { page: number; marks: PageMark[] }> {
  const there = side === 'older' ? 'newer' : 'older';
  const value = line.values[valueIndex];
  const numberOn = (on: ComparedSide): PageMark[] => (value?.[on] ? [{ kind: 'value', box: value[on].box }] : []);
  const target = line.other ?? line.nearest;
  const kind = line.other ? 'counterpart' : 'edge';
  return {
    here: { page: line.place.page, marks: [{ kind: 'chosen', box: line.place.box }, ...numberOn(side)] },
    there: {
      page: target?.page ?? 0,
      marks: target ? [{ kind, box: target.box }, ...(line.other ? numberOn(there) : [])] : [],
    },
  };
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
