import { foldText } from '../../../quantities/folded-text.ts';
import { parseUnit } from '../../../quantities/unit.ts';
import type { Label } from '../../words/label.ts';
import type { Grid, GridCell } from '../grid.ts';
import type { ColumnHeader } from './column-header.ts';
import { LabelStack } from './label-stack.ts';
import type { ColumnKind, TableLayout } from './table-layout.ts';

/** Columns of labels and the columns of numbers to their right that they name: 目 | 本年度 前年度, 節区分 | 金額. */
export interface ColumnGroup {
  readonly labels: readonly number[];
  readonly numbers: readonly number[];
  /** Columns among them that only describe the rows (所管課, 進捗状況). */
  readonly describing: readonly number[];
  /** Its rows are about what is named left of the group before it, and go down the page beside that one's: 目 | 節 | 説明. */
  readonly ownWay?: true;
}

export function groupColumns(kinds: readonly ColumnKind[]): ColumnGroup[] {
  const groups: { labels: number[]; numbers: number[]; describing: number[] }[] = [
    { labels: [], numbers: [], describing: [] },
  ];
  kinds.forEach((kind, column) => {
    const group = groups.at(-1)!;
    if (kind === 'number') group.numbers.push(column);
    else if (kind === 'describing' && column > 0) group.describing.push(column);
    else if (group.numbers.length === 0) group.labels.push(column);
    else groups.push({ labels: [column], numbers: [], describing: [] });
  });
  return groups;
}

export function groupOf(groups: readonly ColumnGroup[], column: number): number {
  return groups.findIndex((group) => [...group.labels, ...group.numbers, ...group.describing].includes(column));
}

/** The innermost filled label cell of a group beside `row`. */
export function labelCellOf(table: TableLayout, group: ColumnGroup, row: number): GridCell | null {
  for (const column of [...group.labels].reverse()) {
    const cell = table.cellAt(row, column);
    if (cell.text !== '' && table.kind(cell) !== 'number') return cell;
  }
  return null;
}

/**
 * The labels of the groups left of `group` that hold for the whole height of `cell`. A group with the headers of one to its
 * left is a table beside it (歳入 | 金額 | 歳出 | 金額): only what spans its rows as well holds for both.
 */
export function outerLabels(
  table: TableLayout,
  cell: GridCell,
  { groups, stacks, headers }: Grouped,
  group: number,
): Label[] {
  const labels: Label[] = [];
  const own = headerKeys(groups[group], headers);
  for (let index = 0; index < (groups[group]?.ownWay ? group - 1 : group); index += 1) {
    if (own !== '' && headerKeys(groups[index], headers) === own) {
      labels.push(...stacks[index]!.spanning);
      continue;
    }
    const beside = labelCellOf(table, groups[index]!, cell.top);
    // A narrower neighbour further in names only the first of the rows that the cell covers; so does one with others below it.
    if (beside && beside.bottom < cell.bottom && (index > 0 || areNamed(table, groups[index]!, beside, cell))) continue;
    labels.push(...stacks[index]!.labels);
  }
  return labels;
}

/** Other names of a group begin beside a cell, below its first. */
const areNamed = (table: TableLayout, { labels }: ColumnGroup, first: GridCell, { bottom }: GridCell) =>
  table.grid.cells.some(
    (other) =>
      labels.includes(other.left) && other.top > first.top && other.top <= bottom && table.kind(other) === 'text',
  );

/** A table's groups with the labels that hold in each, and the headers over its columns. */
export interface Grouped {
  readonly groups: readonly ColumnGroup[];
  readonly stacks: readonly LabelStack[];
  readonly headers: readonly ColumnHeader[];
}

/** The innermost headers over a group's numbers, as one key. */
function headerKeys(group: ColumnGroup | undefined, headers: readonly ColumnHeader[]): string {
  return group?.numbers.map((column) => headers[column]?.labels.at(-1)?.key ?? '').join('/') ?? '';
}

/** Puts the labels that begin in a row on their groups' stacks; a new label of one group empties those to its right. */
export function pushLabels(
  table: TableLayout,
  cells: readonly GridCell[],
  groups: readonly ColumnGroup[],
  stacks: readonly LabelStack[],
): void {
  groups.forEach((group, index) => {
    let numbering = '';
    let pushed = false;
    for (const cell of cells) {
      if (!group.labels.includes(cell.left) || cell.text === '' || isSentenceAcross(cell, group)) continue;
      const kind = table.kind(cell);
      if (table.columnKinds[cell.right] === 'numbering') numbering = `${cell.text.replace(/[.．]$/u, '')}.`;
      else if (kind === 'text' && !isMoneyUnit(cell)) {
        stacks[index]!.push(numbering + cell.text, cell.left, indentOf(cell), cell);
        numbering = '';
        pushed = true;
      }
    }
    const first = groups[index + 1]?.ownWay ? index + 2 : index + 1;
    if (pushed) for (const stack of stacks.slice(first)) stack.clear();
  });
}

/** 千円 in a cell that is left without its amount names nothing. */
const isMoneyUnit = ({ text }: GridCell) => parseUnit(foldText(text).text)?.measure === '円';

/** Words that describe a row: in columns of their own, or to the right of its numbers. */
export function remarkIn(table: TableLayout, cells: readonly GridCell[], groups: readonly ColumnGroup[]): string {
  const last = groups.at(-1)!;
  const describing = groups.flatMap((group) => group.describing);
  const columns = last.numbers.length > 0 ? describing : [...describing, ...last.labels];
  return cells
    .filter((cell) => columns.includes(cell.left) && table.kind(cell) === 'text')
    .map((cell) => cell.text)
    .join('');
}

/** True for sentences that begin in a column of labels and run on over the numbers beside it: they name no row. */
export function isSentenceAcross(cell: GridCell, { labels, numbers }: ColumnGroup): boolean {
  return labels.includes(cell.left) && numbers.some((column) => column <= cell.right) && /。/u.test(cell.text);
}

/** How far the text is set in, in points; 0 where it is centred or spread over its cell. */
function indentOf(cell: GridCell): number {
  const line = cell.lines[0]!;
  const left = line.box[0] - cell.box[0];
  const right = cell.box[2] - line.box[2];
  return Math.abs(left - right) < 6 ? 0 : left;
}

/** True where the names of the first row stand on the page before. */
export const startsWithoutLabel = (table: TableLayout, groups: readonly ColumnGroup[]) =>
  firstName(table, groups)?.text === '';

/** The labels that hold where a table begins; `isInside` where its first row is one of the page before. */
export function stacksFrom(
  earlier: { readonly grid: Grid; readonly stacks: readonly LabelStack[] } | null,
  table: TableLayout,
  groups: readonly ColumnGroup[],
  isInside: boolean,
): LabelStack[] {
  const stacks = groups.map((_, index) => (isInside && earlier?.stacks[index]?.copy()) || new LabelStack());
  const above = earlier && !isInside && earlier.grid.page < table.grid.page ? earlier.stacks[0] : undefined;
  return above ? [heldOverPage(table, groups, above), ...stacks.slice(1)] : stacks;
}

/** The labels of the page before that still hold above the first name of a table that goes on from there. */
function heldOverPage(table: TableLayout, groups: readonly ColumnGroup[], before: LabelStack): LabelStack {
  const name = firstName(table, groups);
  return name ? before.overPage(name.text, name.left, indentOf(name)) : new LabelStack();
}

function firstName(table: TableLayout, groups: readonly ColumnGroup[]): GridCell | null {
  const row = table.headerRows.indexOf(false);
  const column = groups[0]!.labels[0];
  return row >= 0 && column !== undefined ? table.cellAt(row, column) : null;
}

export const sameLabels = (a: readonly Label[], b: readonly Label[]) =>
  a.length === b.length && a.every((label, index) => label.key === b[index]!.key);
