import { isSure } from '../comparison/doubt.ts';
import type { ComparedLine, ComparedValue } from './compared-lines.ts';
import { pageBlocks } from './page-blocks.ts';
import { shownValues } from './shown-values.ts';

/** A value of this year with last year's; numbers in `unit`, null where it is missing or counts something else. */
export interface BesideCell {
  readonly unit: string | null;
  readonly decimals: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
  /** A fraction of the value before, infinite from zero; null where a rate says nothing. */
  readonly rate: number | null;
  /** False where a person has to look whether both are the same line's. */
  readonly sure: boolean;
}

/** A table of this year's page with last year's values in it. */
export interface BesideTable {
  /** What all its rows belong to, outermost first. */
  readonly path: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly depth: number;
    readonly cells: readonly (BesideCell | null)[];
  }[];
}

/** The tables of a page of the newer paper, in reading order, from its compared lines. */
export function besideTables(lines: readonly ComparedLine[]): BesideTable[] {
  return pageBlocks(lines, []).flatMap((block) =>
    block.kind === 'table'
      ? {
          path: block.path,
          columns: block.columns,
          rows: block.rows.map(({ label, depth, cells }) => ({
            label,
            depth,
            cells: cells.map((cell) => cell && besideCell(cell)),
          })),
        }
      : [],
  );
}

function besideCell({ older, newer, column, confidence }: ComparedValue): BesideCell {
  const shown = shownValues([older, newer], column);
  const [before, after] = shown.values;
  return {
    ...{ unit: shown.unit, decimals: shown.decimals },
    ...{ before: before?.value ?? null, after: after?.value ?? null },
    ...{ difference: shown.difference(0, 1), rate: shown.rate(0, 1) },
    sure: older === null || newer === null || isSure(confidence),
  };
}
