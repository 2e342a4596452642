import type { BesideCell, BesideTable } from '../../../domain/pages/results/beside-tables.ts';
import { printedDifference, printedNumber, printedRate } from '../../../domain/quantities/printed-difference.ts';
import type { BesideReport } from '../../print/print-beside.ts';
import type { PaperBeside } from './paper-beside.ts';

/** The same as it is printed: a table for each column, so that all fit the width of a sheet. */
export function besideReport({ title, older, newer, tables }: PaperBeside): BesideReport {
  const doubted = tables.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell && !cell.sure)));
  return {
    ...{ title, older, newer },
    tables: tables.flatMap(({ page, path, columns, rows }) =>
      columns.map((column, at) => ({
        heading: [page, path.slice(-2).join('　›　')].filter((part) => part !== '').join('　'),
        column,
        rows: rowsOf(rows, at).map(
          ({ label, depth, cells }) => [`${'　'.repeat(depth)}${label}`, ...printedCell(cells[at] ?? null)] as const,
        ),
      })),
    ),
    note: doubted ? '「要確認」は、同じ行かどうかを資料で確かめる必要のある値です。' : '',
  };
}

/** Those with a value in the column `at`, each below the rows that it belongs to. */
function rowsOf(rows: BesideTable['rows'], at: number): BesideTable['rows'] {
  let above = 0;
  const kept = [...rows].reverse().filter(({ cells, depth }) => {
    if (!cells[at] && depth >= above) return false;
    above = depth;
    return true;
  });
  return kept.reverse();
}

function printedCell(cell: BesideCell | null) {
  if (!cell) return ['', '', '', '', ''] as const;
  const { unit, decimals, before, after, difference, rate, sure } = cell;
  const printed = (value: number | null) => (value === null ? '－' : printedNumber(value, unit, decimals));
  return [
    printed(before),
    printed(after),
    difference === null ? '' : printedDifference(difference, unit, decimals),
    rate === null ? '' : printedRate(rate),
    sure ? '' : '要確認',
  ] as const;
}
