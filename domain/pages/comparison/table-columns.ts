import { type Entry, pathOf } from '../entries/entry.ts';
import { STAGES } from '../words/header-vocabulary.ts';
import type { Label } from '../words/label.ts';

/** The columns of a table, over all bands in which it is set, also those that a row of it leaves blank. */
export interface TableColumns {
  /** The years that its headers name. */
  readonly years: ReadonlySet<number>;
  /** The same, each with the words beside it: 末残高 of 2024. */
  readonly worded: ReadonlyMap<string, { readonly year: number; readonly words: string }>;
  /** Its headers, as headerKey gives them. */
  readonly headers: ReadonlySet<string>;
}

export type ColumnsOf = (table: number | undefined) => TableColumns;

/** A column's headers with their years, as one key. */
export const headerKey = (column: readonly Label[]) =>
  column.map(({ key, years }) => `${key}@${years.join(',')}`).join('/');

/** The columns of a paper's tables. Tables that begin with the same row are bands of one. */
export function columnsOf(entries: readonly Entry[]): ColumnsOf {
  const tables = new Map<number, OpenTable>();
  const bands = new Map<string, OpenTable>();
  for (const entry of entries) {
    if (entry.table === undefined) continue;
    const known = tables.get(entry.table);
    const first = pathOf(entry).join('\n');
    const table = known ?? bands.get(first) ?? { years: new Set(), worded: new Map(), headers: new Set() };
    tables.set(entry.table, table);
    if (!known) bands.set(first, table);
    for (const { column } of entry.quantities) addColumn(table, column);
  }
  return (table) => (table === undefined ? NO_COLUMNS : (tables.get(table) ?? NO_COLUMNS));
}

interface OpenTable {
  readonly years: Set<number>;
  readonly worded: Map<string, { readonly year: number; readonly words: string }>;
  readonly headers: Set<string>;
}

function addColumn({ years, worded, headers }: OpenTable, column: readonly Label[]): void {
  headers.add(headerKey(column));
  for (const label of column) {
    for (const year of label.years) {
      years.add(year);
      const words = stageless(label).replace(INTENTIONS, '').replaceAll('年', '');
      worded.set(`${words} ${year}`, { year, words });
    }
  }
}

const NO_COLUMNS: TableColumns = { years: new Set(), worded: new Map(), headers: new Set() };

/** A year's header without the stage its numbers had reached: 令和５年度決算 was 令和５年度見込 a year before. */
export const stageless = (label: Label) => label.key.replace(stagePattern, '');
const stagePattern = new RegExp(`(?:${STAGES.join('|')})額?$`, 'u');
/** Within a series the years gone say 実績, those to come 計画 or 目標. */
const INTENTIONS = /(?:実績|計画|目標)[値額]?$/u;

/**
 * By how much the years of a table's columns move from the older paper to the newer: 0 or the papers' own shift. Three or
 * more columns of years are a series, where the year itself is the column (a plan of five fixed years, the last six years).
 * One or two are roles, this year and the one before, and so are more that say different things of different years
 * (前年度末残高, 前年度増減, 本年度末残高): they move with the paper where more of them meet so.
 */
export function shiftOfColumns(before: TableColumns, after: TableColumns, yearShift: number): number {
  const meeting = (shift: number) => [...before.years].filter((year) => after.years.has(year + shift)).length;
  if (meeting(0) === 0) return yearShift;
  if (saysManyThings(before) && saysManyThings(after)) {
    const alike = (shift: number) =>
      [...before.worded.values()].filter(({ year, words }) => after.worded.has(`${words} ${year + shift}`)).length;
    if (alike(yearShift) > alike(0)) return yearShift;
  }
  const isSeries = Math.max(before.years.size, after.years.size) >= 3;
  return isSeries || meeting(0) >= meeting(yearShift) ? 0 : yearShift;
}

const saysManyThings = ({ worded }: TableColumns) => new Set([...worded.values()].map(({ words }) => words)).size > 1;
