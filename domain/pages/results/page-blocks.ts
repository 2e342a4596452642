import type { ComparedLine, ComparedValue } from './compared-lines.ts';

/** A row with a value, or none, in each column of its table. */
export interface BlockRow {
  readonly label: string;
  readonly cells: readonly (ComparedValue | null)[];
}

/** What a page says, piece by piece in reading order. */
export type PageBlock =
  /** `path`: what all the rows belong to, outermost first. */
  | {
      readonly kind: 'table';
      readonly path: readonly string[];
      readonly columns: readonly string[];
      readonly rows: readonly BlockRow[];
    }
  | { readonly kind: 'text'; readonly text: string }
  /** Words with their amounts. */
  | { readonly kind: 'phrase'; readonly text: string; readonly values: readonly ComparedValue[] };

/** The lines of a page as words and tables: rows that follow one another under the same headings are one table. */
export function pageBlocks(lines: readonly ComparedLine[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let rows: ComparedLine[] = [];
  const close = () => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const line of lines) {
    const { label } = line.place;
    if (line.kind === 'row' && line.values.length > 0) {
      if (rows[0] && !isSame(rows[0].place.parents, line.place.parents)) close();
      rows.push(line);
      continue;
    }
    close();
    if (line.values.length > 0) blocks.push({ kind: 'phrase', text: label, values: line.values });
    else if (label !== '') blocks.push({ kind: 'text', text: label });
  }
  close();
  return blocks;
}

const isSame = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n');

const nameOf = ({ column }: ComparedValue) => column.join('　');

function tableOf(rows: readonly ComparedLine[]): PageBlock {
  const columns = [...new Set(rows.flatMap(({ values }) => values.map(nameOf)))];
  return {
    kind: 'table',
    path: rows[0]!.place.parents.filter((parent) => parent !== ''),
    columns,
    rows: rows.map(({ place, values }) => ({
      label: place.label,
      cells: columns.map((column) => values.find((value) => nameOf(value) === column) ?? null),
    })),
  };
}
