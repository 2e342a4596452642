import type { BesideCell } from '../../../domain/pages/results/beside-tables.ts';
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
        rows: rows.flatMap(({ label, cells }) => {
          const cell = cells[at];
          return cell ? [[label, ...printedCell(cell)] as const] : [];
        }),
      })),
    ),
    note: doubted ? '「要確認」は、同じ行かどうかを資料で確かめる必要のある値です。' : '',
  };
}

function printedCell({ unit, decimals, before, after, difference, rate, sure }: BesideCell) {
  const printed = (value: number | null) => (value === null ? '－' : printedNumber(value, unit, decimals));
  return [
    printed(before),
    printed(after),
    difference === null ? '' : printedDifference(difference, unit, decimals),
    rate === null ? '' : printedRate(rate),
    sure ? '' : '要確認',
  ] as const;
}
