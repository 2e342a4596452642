import type { ComparedLine, ComparedSide, LinePlace } from '../../../domain/pages/results/compared-lines.ts';
import type { StoredCorrection } from './run-worker.ts';

type LineCorrection = Extract<StoredCorrection, { kind: 'line' }>;

/** Notes on each line the correction it follows; the newest wins. */
export function correctedLines(
  lines: Record<ComparedSide, ReadonlyMap<number, readonly ComparedLine[]>>,
  corrections: readonly LineCorrection[],
): void {
  for (const side of ['older', 'newer'] as const) {
    const far = side === 'older' ? 'newer' : 'older';
    for (const line of [...lines[side].values()].flat()) {
      const found = corrections.findLast((one) => isAt(line.place, one[side]) && isAt(line.other, one[far]));
      line.correctionId = found?.id ?? null;
    }
  }
}

/** Corrections name a line by its path; a place that is null says that there is no line. */
function isAt(place: LinePlace | null, named: LineCorrection['older']): boolean {
  if (place === null || named === null) return place === null && named === null;
  return [...place.parents, place.label].join(' > ') === named.label;
}
