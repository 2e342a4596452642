import { commonHeight, heightOf } from '../sheet/box.ts';
import { type Label, labelOf } from '../words/label.ts';
import type { ComparedLine, ComparedValue } from './compared-lines.ts';
import { type PrintedLine, type ProseBlock, proseBlocks } from './page-prose.ts';

/** A row with a value, or none, in each column of its table; a heading within the table has none at all. */
export interface BlockRow {
  readonly label: string;
  /** How many of the table's own headings and rows it belongs to. */
  readonly depth: number;
  readonly cells: readonly (ComparedValue | null)[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** What all the rows belong to, outermost first. */
  readonly path: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly BlockRow[];
}

/** What a page says, piece by piece in reading order. */
export type PageBlock = TableBlock | ProseBlock | { readonly kind: 'text'; readonly text: string };

/** Where a row stands, and all that is printed under its name on its line. */
interface Row {
  readonly label: string;
  readonly parents: readonly string[];
  readonly box: readonly number[];
  readonly values: ComparedValue[];
}

/**
 * The lines of a page as words and tables: a row is of the table before it when it belongs to one of its rows, or has its
 * columns. `printed`: the page's lines, for the words between the amounts of its sentences.
 */
export function pageBlocks(lines: readonly ComparedLine[], printed: readonly PrintedLine[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let rows: Row[] = [];
  let running: ComparedLine[] = [];
  const close = () => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    if (running.length > 0) blocks.push(...proseBlocks(running, lines, printed));
    [rows, running] = [[], []];
  };
  for (const line of lines) {
    const row = { ...line.place, values: [...line.values] };
    const isRow = line.kind === 'row' && line.values.length > 0;
    if (isRow ? running.length > 0 || (rows.length > 0 && !belongs(row, rows)) : rows.length > 0) close();
    const before = rows.at(-1);
    if (!isRow) running.push(line);
    else if (before && isPrintedAgain(row, before)) before.values.push(...row.values);
    else rows.push(row);
  }
  close();
  return blocks.filter((block, at) => !isHeadingOf(block, blocks[at + 1]));
}

function belongs(row: Row, rows: readonly Row[]): boolean {
  if (rows.some((other) => isUnder(row, other))) return true;
  const columns = new Set(rows.flatMap(({ values }) => values.map(nameOf)));
  return rows[0]!.parents[0] === row.parents[0] && row.values.some((value) => columns.has(nameOf(value)));
}

const isUnder = ({ parents }: Row, { parents: own, label }: Row) =>
  parents.length > own.length && parents[own.length] === label && own.every((parent, at) => parents[at] === parent);

/** 説明 repeats the name of its 節 beside it: one row with both amounts. */
function isPrintedAgain(row: Row, before: Row): boolean {
  const [one, other] = [row.box, before.box] as [Box, Box];
  return (
    isUnder(row, before) &&
    row.parents.length === before.parents.length + 1 &&
    isNamedAgain(labelOf(row.label), labelOf(before.label)) &&
    commonHeight(one, other) > Math.min(heightOf(one), heightOf(other)) / 2 &&
    !row.values.some((value) => before.values.some((own) => nameOf(own) === nameOf(value)))
  );
}

/** Without a number: 節 with one may have the name of its 目, and is another row. */
const isNamedAgain = (label: Label, own: Label) => label.number === '' && label.key === own.key;

type Box = Parameters<typeof heightOf>[0];

const nameOf = ({ column }: ComparedValue) => column.join('　');

function tableOf(rows: readonly Row[]): TableBlock {
  const columns = [...new Set(rows.flatMap(({ values }) => values.map(nameOf)))];
  const path = commonPath(rows);
  const drawn: BlockRow[] = [];
  let above: readonly string[] = path;
  for (const { label, parents, values } of rows) {
    // a heading that is no row of the table itself is named before the first of its rows
    for (let depth = sharedLength(above, parents); depth < parents.length; depth += 1)
      drawn.push({ label: parents[depth]!, depth: depth - path.length, cells: columns.map(() => null) });
    const cells = columns.map((column) => values.find((value) => nameOf(value) === column) ?? null);
    drawn.push({ label, depth: parents.length - path.length, cells });
    above = [...parents, label];
  }
  return { kind: 'table', path: path.filter((parent) => parent !== ''), columns, rows: drawn };
}

const commonPath = (rows: readonly Row[]): readonly string[] =>
  rows.reduce((path, { parents }) => path.slice(0, sharedLength(path, parents)), rows[0]!.parents);

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((label, at) => other[at] !== label);
  return differs < 0 ? one.length : differs;
}

/** The words above a table that its path ends with are said by the path. */
const isHeadingOf = (block: PageBlock, next: PageBlock | undefined) =>
  block.kind === 'text' && next?.kind === 'table' && next.path.at(-1) === block.text;
