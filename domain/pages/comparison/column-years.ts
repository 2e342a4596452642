import type { Entry } from '../entries/entry.ts';

/** For a table of a paper, the years that its columns name, also those that a row of it leaves blank. */
export type ColumnYears = (table: number | undefined) => ReadonlySet<number>;

export function columnYearsOf(entries: readonly Entry[]): ColumnYears {
  const tables = new Map<number, Set<number>>();
  for (const { table, quantities } of entries) {
    if (table === undefined) continue;
    const years = tables.get(table) ?? new Set();
    tables.set(table, years);
    for (const { column } of quantities) for (const label of column) for (const year of label.years) years.add(year);
  }
  return (table) => (table === undefined ? NO_YEARS : (tables.get(table) ?? NO_YEARS));
}

const NO_YEARS: ReadonlySet<number> = new Set();
