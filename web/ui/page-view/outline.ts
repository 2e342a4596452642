/** A line of a file's own table of contents. */
export interface OutlineLine {
  readonly title: string;
  /** Null where the entry leads nowhere in this file. */
  readonly page: number | null;
  readonly depth: number;
}

export interface ShownOutlineLine extends OutlineLine {
  /** Its place in the whole outline. */
  readonly index: number;
  /** Lines below it are folded away until a person opens them. */
  readonly folds: boolean;
}

/** Levels that are seen at first: what is deeper is repeated under each heading, and noise to whoever looks for one. */
const levelsSeen = 2;

/** The lines to show: those of the upper levels, and of the deeper ones those under a line that was opened. */
export function shownOutline(outline: readonly OutlineLine[], opened: ReadonlySet<number>): ShownOutlineLine[] {
  const top = Math.min(...outline.map(({ depth }) => depth));
  const shown: ShownOutlineLine[] = [];
  const above: { depth: number; isOpen: boolean }[] = [];
  for (const [index, line] of outline.entries()) {
    while (above.at(-1) && above.at(-1)!.depth >= line.depth) above.pop();
    const folds = (outline[index + 1]?.depth ?? 0) > line.depth && line.depth - top + 1 >= levelsSeen;
    if (above.every(({ isOpen }) => isOpen)) shown.push({ ...line, index, folds });
    above.push({ depth: line.depth, isOpen: !folds || opened.has(index) });
  }
  return shown;
}
