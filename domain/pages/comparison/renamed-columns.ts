import type { PlacedQuantity } from '../entries/entry.ts';
import { areContrary } from '../words/contrast.ts';
import { headerSense, roleOfColumn } from '../words/header-sense.ts';
import type { Label } from '../words/label.ts';
import { labelSimilarity } from '../words/label-similarity.ts';
import { headerKey, type TableColumns } from './table-columns.ts';

interface Chosen {
  readonly i: number;
  readonly j: number;
}

/** What is left alone on each side between two neighbours that are paired, or beside one of them at the end of the row. */
export function renamedBetween(
  older: readonly PlacedQuantity[],
  newer: readonly PlacedQuantity[],
  chosen: readonly Chosen[],
): { older: PlacedQuantity; newer: PlacedQuantity; i: number; j: number }[] {
  if (chosen.length === 0) return [];
  const inOrder = [...chosen].sort((a, b) => a.i - b.i);
  if (inOrder.some(({ j }, at) => at > 0 && j < inOrder[at - 1]!.j)) return [];
  return [{ i: -1, j: -1 }, ...inOrder].flatMap(({ i, j }, at) => {
    const next = inOrder[at] ?? { i: older.length, j: newer.length };
    const isOne = next.i - i === 2 && next.j - j === 2;
    return isOne ? [{ older: older[i + 1]!, newer: newer[j + 1]!, i: i + 1, j: j + 1 }] : [];
  });
}

/** Two names of one column have so much in common. */
const SOME = 0.25;

/**
 * True where a column may be another under a new name: neither name is a column of the other table, both are of one year
 * and they share a word.
 */
export function isRenamed(
  a: PlacedQuantity,
  b: PlacedQuantity,
  before: TableColumns,
  after: TableColumns,
  shift: number,
): boolean {
  const [innerA, innerB] = [a.column.at(-1), b.column.at(-1)];
  if (!innerA || !innerB || after.headers.has(headerKey(a.column)) || before.headers.has(headerKey(b.column)))
    return false;
  if (roleOfColumn(a.column) !== roleOfColumn(b.column)) return false;
  const [yearA, yearB] = [a, b].map(({ column }) => column.flatMap(({ years }) => years).at(-1));
  if ((yearA === undefined) !== (yearB === undefined)) return false;
  const apart = yearA === undefined ? 0 : yearA + shift - yearB!;
  if (
    apart === 0 ? areContrary(innerA, innerB) && !sayMoreOrLess(innerA, innerB) : !isEdgeOfYear(innerA, innerB, apart)
  )
    return false;
  const isWorded = [innerA, innerB].every((label) => headerSense(label).stem.replaceAll('年', '') !== '');
  return isWorded && labelSimilarity(innerA, innerB) >= SOME;
}

/** 差引現在高 says in more words what 差引残高 says; 予算額 and 決算額 are two things. */
const sayMoreOrLess = (a: Label, b: Label) => a.key.length !== b.key.length;

/** The beginning of a year is the end of the year before: 令和６年度当初残高, 令和５年度末残高. */
function isEdgeOfYear(a: Label, b: Label, apart: number): boolean {
  if (Math.abs(apart) !== 1) return false;
  const [later, earlier] = apart === 1 ? [a, b] : [b, a];
  return /当初|期首|年初/u.test(later.key) && earlier.key.includes('末');
}
