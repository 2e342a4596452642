import type { Entry } from '../entries/entry.ts';
import type { Label } from '../words/label.ts';

/** For the headers over a quantity, the years that the columns of its table name, also those that its own row leaves blank. */
export type ColumnYears = (column: readonly Label[]) => ReadonlySet<number>;

/** The quantities of a column share one array of headers, so columns that stand in one row are of one table. */
export function columnYearsOf(entries: readonly Entry[]): ColumnYears {
  const tables = new Map<readonly Label[], { columns: Set<readonly Label[]>; years: Set<number> }>();
  for (const { quantities } of entries) {
    const columns = new Set(quantities.map(({ column }) => column));
    const known = new Set([...columns].flatMap((column) => tables.get(column) ?? []));
    if (known.size === 1 && [...columns].every((column) => tables.has(column))) continue;
    const [table = { columns: new Set(), years: new Set() }, ...others] = known;
    for (const column of [...columns, ...others.flatMap((other) => [...other.columns])]) {
      table.columns.add(column);
      for (const label of column) for (const year of label.years) table.years.add(year);
      tables.set(column, table);
    }
  }
  return (column) => tables.get(column)?.years ?? NO_YEARS;
}

const NO_YEARS: ReadonlySet<number> = new Set();
