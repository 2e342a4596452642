import type { Run } from '../lines/line.ts';
import { middleY, unionOf } from '../sheet/box.ts';
import type { GridCell } from '../tables/grid.ts';
import { type Label, labelOf } from '../words/label.ts';
import type { Entry, PlacedQuantity } from './entry.ts';

/** A cell of several names beside cells of several numbers: each number belongs to the nearest name at or above it. */
export function splitByLine(
  labelCell: GridCell,
  quantities: readonly PlacedQuantity[],
  parents: Label[],
  remark: Label,
): Entry[] {
  const heads = [...new Set(quantities.map((quantity) => nearest(labelCell.lines, middleY(quantity.box))))].sort(
    (a, b) => a - b,
  );
  return heads.map((head, index) => {
    const lines: readonly Run[] = labelCell.lines.slice(
      index === 0 ? 0 : head,
      heads[index + 1] ?? labelCell.lines.length,
    );
    const own = quantities.filter((quantity) => nearest(labelCell.lines, middleY(quantity.box)) === head);
    const label = labelOf(lines.map((line) => line.text).join(''));
    const box = unionOf([...lines, ...own].map((piece) => piece.box));
    return { kind: 'row', page: own[0]!.page, box, parents, label, remark, quantities: own };
  });
}

function nearest(lines: readonly Run[], y: number): number {
  let best = 0;
  lines.forEach((line, index) => {
    if (Math.abs(middleY(line.box) - y) < Math.abs(middleY(lines[best]!.box) - y)) best = index;
  });
  return best;
}
