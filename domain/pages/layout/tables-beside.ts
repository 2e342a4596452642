import { lineOf, type Run } from '../lines/line.ts';
import { commonHeight, heightOf } from '../sheet/box.ts';
import type { Grid } from '../tables/grid.ts';
import type { Block } from './text-columns.ts';

/** Lines above tables side by side that may be their captions: a title and a unit. */
const MOST_CAPTIONS = 3;

/** Tables that stand side by side, each right below its own part of the lines above them: 歳入（単位：円）　歳出（単位：円）. */
export function withOwnCaptions(blocks: readonly Block[]): Block[] {
  const ordered: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const grids = gridsBeside(blocks, at);
    if (grids.length > 1) {
      const captions: (readonly Block[])[] = [];
      for (let own = partsOver(ordered.at(-1), grids); own; own = partsOver(ordered.at(-1), grids)) {
        if (captions.length === MOST_CAPTIONS) break;
        captions.unshift(own);
        ordered.pop();
      }
      grids.forEach((grid, index) => {
        ordered.push(...captions.flatMap((parts) => parts[index] ?? []), { grid });
      });
      at += grids.length - 1;
    } else ordered.push(blocks[at]!);
  }
  return ordered;
}

/** The tables from `at` on that stand beside one another, from the left. */
function gridsBeside(blocks: readonly Block[], at: number): Grid[] {
  const grids: Grid[] = [];
  for (const block of blocks.slice(at)) {
    if (!('grid' in block) || grids.some((other) => !areBeside(other, block.grid))) break;
    grids.push(block.grid);
  }
  return grids.sort((a, b) => a.box[0] - b.box[0]);
}

function areBeside({ box: a }: Grid, { box: b }: Grid): boolean {
  return commonHeight(a, b) > Math.min(heightOf(a), heightOf(b)) / 2 && (a[2] <= b[0] || b[2] <= a[0]);
}

/** A line's part over each table; null where it is no line of captions of theirs. */
function partsOver(block: Block | undefined, grids: readonly Grid[]): Block[] | null {
  if (!block || !('line' in block)) return null;
  const { line, margins } = block;
  const ownerOf = (run: Run) => grids.findLastIndex((grid) => grid.box[0] <= run.box[0] + line.size);
  const parts = grids.map((_, index) => line.runs.filter((run) => Math.max(0, ownerOf(run)) === index));
  if (parts.some((runs) => runs.length === 0)) return null;
  return parts.map((runs, index) => ({
    line: lineOf(runs, line),
    margins: { ...margins, offset: margins.offset + grids[index]!.box[0] - grids[0]!.box[0] },
  }));
}
