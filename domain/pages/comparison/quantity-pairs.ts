import { sameMeasure, type Unit } from '../../quantities/unit.ts';
import type { EntryPair } from '../alignment/align-entries.ts';
import type { PlacedQuantity } from '../entries/entry.ts';
import { areContrary } from '../words/contrast.ts';
import { headerSense, roleOfColumn } from '../words/header-sense.ts';
import type { Label } from '../words/label.ts';
import { labelSimilarity } from '../words/label-similarity.ts';
import { columnSense } from './column-year.ts';
import { isRenamed, renamedBetween } from './renamed-columns.ts';
import { type ColumnsOf, shiftOfColumns, stageless } from './table-columns.ts';

/** The same cell in both papers. */
export interface QuantityPair {
  readonly older: PlacedQuantity;
  readonly newer: PlacedQuantity;
  /** How well the columns agree, from 0 to 1. */
  readonly columns: number;
}

/** The same with the rows they stand in. */
export interface RowQuantities extends QuantityPair {
  readonly row: EntryPair;
}

/** Columns that agree less are not the same. */
const SAME_COLUMN = 0.72;
/** 件数 under 窓口 is not 件数 under 訪問, however alike they are by themselves. */
const SAME_OUTER = 0.2;
/** Without headers two amounts stand in the same column when their right edges lie this near, in parts of the page's width. */
const SAME_EDGE = 0.04;

export interface PageWidths {
  readonly older: ReadonlyMap<number, number>;
  readonly newer: ReadonlyMap<number, number>;
}

/** The columns of both papers' tables. */
export interface BothColumns {
  readonly older: ColumnsOf;
  readonly newer: ColumnsOf;
}

/** The fiscal years that the papers are of, null where a paper does not say. */
export interface PaperYears {
  readonly older: number | null;
  readonly newer: number | null;
}

/** What columns are judged by, the same for all rows of two papers. */
export interface ColumnFrame {
  /** Years that the newer paper is ahead. */
  readonly yearShift: number;
  readonly years: PaperYears;
  readonly widths: PageWidths;
  readonly columns: BothColumns;
}

/** Pairs the quantities of two rows that are the same, column by column; then the one left between two that are paired. */
export function pairQuantities(pair: EntryPair, frame: ColumnFrame): QuantityPair[] {
  const [older, newer] = [pair.older.entry.quantities, pair.newer.entry.quantities];
  if (older.length === 0 || newer.length === 0) return [];
  if (pair.isReprinted) return older.map((each, i) => ({ older: each, newer: newer[i]!, columns: 1 }));
  const [before, after] = [frame.columns.older(pair.older.entry.table), frame.columns.newer(pair.newer.entry.table)];
  const shift = shiftOfColumns(before, after, frame.yearShift);
  const names = namedColumns(newer);
  const named = new Set(namedColumns(older).filter((name) => names.includes(name)));
  // In running text an amount by which something changed is never the amount itself.
  const arePhrases = pair.older.entry.kind === 'phrase' && pair.newer.entry.kind === 'phrase';
  const candidates: IndexedPair[] = [];
  older.forEach((a, i) => {
    newer.forEach((b, j) => {
      if (!canCompare(a, b) || (arePhrases && a.column.length !== b.column.length)) return;
      const columns =
        columnSimilarity(a, b, shift, frame.years, named) ?? placeSimilarity(a, b, older, newer, frame.widths);
      if (columns >= SAME_COLUMN) candidates.push({ older: a, newer: b, columns, i, j });
    });
  });
  candidates.sort((a, b) => b.columns - a.columns || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i);
  const usedOlder = new Set<PlacedQuantity>();
  const usedNewer = new Set<PlacedQuantity>();
  const chosen = candidates.filter((candidate) => {
    if (usedOlder.has(candidate.older) || usedNewer.has(candidate.newer)) return false;
    usedOlder.add(candidate.older);
    usedNewer.add(candidate.newer);
    return true;
  });
  const renamed = renamedBetween(older, newer, chosen)
    .filter(({ older: a, newer: b }) => canCompare(a, b) && isRenamed(a, b, before, after, shift))
    .map((each) => ({ ...each, columns: RENAMED }));
  return [...chosen, ...renamed].sort((a, b) => a.i - b.i);
}

interface IndexedPair extends QuantityPair {
  readonly i: number;
  readonly j: number;
}

function canCompare(a: PlacedQuantity, b: PlacedQuantity): boolean {
  if (a.quantity.inner !== b.quantity.inner) return false;
  return a.unit === null || b.unit === null || unitsAgree(a.unit, b.unit);
}

const unitsAgree = (a: Unit, b: Unit) => sameMeasure(a, b) || a.measure === '' || b.measure === '';

/** Null where either has no header: then only the place can say. */
function columnSimilarity(
  a: PlacedQuantity,
  b: PlacedQuantity,
  shift: number,
  years: PaperYears,
  named: ReadonlySet<string>,
): number | null {
  if (a.column.length === 0 || b.column.length === 0) {
    // What stands in the first place there may be of any year here.
    const ofYears = [a, b].some(({ column }) => column.some((label) => label.years.length > 0));
    return ofYears && years.older !== years.newer ? 0 : null;
  }
  const roleA = roleOfColumn(a.column);
  const roleB = roleOfColumn(b.column);
  if (roleA !== roleB) return sameByYear(a, b, years) ? SAME_BY_YEAR : 0;
  const innerA = a.column.at(-1)!;
  const innerB = b.column.at(-1)!;
  const [outerA, outerB] = [a.column.slice(0, -1), b.column.slice(0, -1)];
  const name = nameWithoutYear(a.column);
  if (name !== null && named.has(name) && name === nameWithoutYear(b.column)) return SAME_NAME;
  if (!yearsAgree([innerA], [innerB], shift) || !yearsAgree(outerA, outerB, shift)) return 0;
  const sameStem = headerSense(innerA).stem === headerSense(innerB).stem;
  const sameYear = innerA.years.length > 0 && innerB.years.length > 0 && stageless(innerA) === stageless(innerB);
  if (!sameStem && !sameYear && areContrary(innerA, innerB)) return 0;
  const inner = Math.max(labelSimilarity(innerA, innerB), sameStem ? 0.97 : 0, sameYear ? 0.9 : 0);
  const outer = outerSimilarity(outerA, outerB);
  return outer < SAME_OUTER ? 0 : 0.75 * inner + 0.25 * outer;
}

/** Similarity of two columns of the same words that stand once in each row, whatever their years. */
const SAME_NAME = 0.95;
/** Of two that say the same of one year, one by its name, the other as 前年度. */
const SAME_BY_YEAR = 0.97;
/** Of several amounts without headers, which nothing but their order tells apart: a person has to look. */
const IN_ORDER = 0.85;
/** Of a column under a new name between two that stayed: a person has to look. */
const RENAMED = 0.8;

/** 現状値（令和４年度） is 現状値, but 令和５年度決算 only a year; null for what names no year beside its words. */
function nameWithoutYear(column: readonly Label[]): string | null {
  const inner = column.at(-1);
  if (!inner || inner.years.length === 0) return null;
  const words = stageless(inner).replaceAll('年', '');
  return words === '' ? null : [...column.slice(0, -1).map((label) => label.key), words].join('/');
}

/** The names of a row's columns that stand there once. */
function namedColumns(quantities: readonly PlacedQuantity[]): string[] {
  const names = quantities.flatMap(({ column }) => nameWithoutYear(column) ?? []);
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
}

/** One paper says 前年度末残高, the other names the year: 令和２年度末残高 in a paper of the year after. */
function sameByYear(a: PlacedQuantity, b: PlacedQuantity, years: PaperYears): boolean {
  const [one, other] = [columnSense(a.column, years.older), columnSense(b.column, years.newer)];
  if (!one || !other || one.isRelative === other.isRelative) return false;
  return one.offset === other.offset && one.words === other.words;
}

function outerSimilarity(a: readonly Label[], b: readonly Label[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length === 0 || b.length === 0) return 0.6;
  const best = (label: Label, others: readonly Label[]) =>
    Math.max(...others.map((other) => labelSimilarity(label, other)));
  const forth = a.reduce((sum, label) => sum + best(label, b), 0) / a.length;
  const back = b.reduce((sum, label) => sum + best(label, a), 0) / b.length;
  return (forth + back) / 2;
}

function yearsAgree(a: readonly Label[], b: readonly Label[], shift: number): boolean {
  const [before, after] = [a, b].map((labels) => labels.flatMap(({ years }) => years));
  if (before!.length !== after!.length) return before!.length === 0 || after!.length === 0;
  return before!.every((year, index) => year + shift === after![index]);
}

function placeSimilarity(
  a: PlacedQuantity,
  b: PlacedQuantity,
  older: readonly PlacedQuantity[],
  newer: readonly PlacedQuantity[],
  widths: PageWidths,
): number {
  const sameUnit = a.unit !== null && b.unit !== null && a.quantity.unit !== null && b.quantity.unit !== null;
  const isAlike = (one: PlacedQuantity, other: PlacedQuantity) =>
    (!sameUnit || other.unit?.measure === one.unit?.measure) && (one.column.length > 0 || other.column.length === 0);
  const alike = (quantities: readonly PlacedQuantity[], one: PlacedQuantity) =>
    quantities.filter((other) => isAlike(one, other));
  const rowA = alike(older, a);
  const rowB = alike(newer, b);
  if (rowA.length === rowB.length) return rowA.indexOf(a) !== rowB.indexOf(b) ? 0 : rowA.length > 1 ? IN_ORDER : 0.95;
  const edgeA = a.box[2] / (widths.older.get(a.page) ?? 1);
  const edgeB = b.box[2] / (widths.newer.get(b.page) ?? 1);
  return Math.abs(edgeA - edgeB) < SAME_EDGE ? 0.8 : 0;
}
