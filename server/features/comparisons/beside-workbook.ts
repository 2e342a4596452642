import writeWorkbook, { type Cell, type Row } from 'write-excel-file/node';
import type { BesideCell, BesideTable } from '../../../domain/pages/results/beside-tables.ts';
import { printedRate } from '../../../domain/quantities/printed-difference.ts';
import type { PaperBeside } from './paper-beside.ts';

/** Columns of the sheet that one column of a table takes. */
const perColumn = 6;
const headed = { fontWeight: 'bold', align: 'center', backgroundColor: '#e8f1fe', borderStyle: 'thin' } as const;
const line = { borderStyle: 'thin' } as const;
const doubtful = '#fff3d6';

/** One sheet of Excel: table below table, each value of this year with last year's, the difference and the rate. */
export async function besideWorkbook(paper: PaperBeside): Promise<Buffer> {
  const { title, older, newer, tables } = paper;
  const rows: Row[] = [[bold(`${title}　${older}と${newer}`)], []];
  for (const table of tables) rows.push(...tableRows(table, paper), []);
  const most = Math.max(1, ...tables.map(({ columns }) => columns.length));
  const widths = [40, ...Array.from({ length: most }, () => [8, 14, 14, 14, 10, 9]).flat()];
  return writeWorkbook(rows, {
    sheet: '前の年と並べた表',
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
  }).toBuffer();
}

function tableRows(table: PaperBeside['tables'][number], { older, newer }: PaperBeside): Row[] {
  const { path, page, columns, rows } = table;
  const name = (column: string): Row => [
    { ...text(column || '数値'), ...headed, columnSpan: perColumn },
    ...Array.from({ length: perColumn - 1 }, () => null),
  ];
  const heads = ['単位', older, newer, '差', '増減率', '確認'].map((head) => ({ ...text(head), ...headed }));
  return [
    [bold([page, path.join('　›　')].filter((part) => part !== '').join('　'))],
    [{ ...text('項目'), ...headed }, ...columns.flatMap(name)],
    [{ ...text(''), ...headed }, ...columns.flatMap(() => heads)],
    ...rows.map((row) => tableRow(row)),
  ];
}

function tableRow({ label, depth, cells }: BesideTable['rows'][number]): Row {
  return [{ ...text(label), ...line, wrap: true, indent: depth }, ...cells.flatMap(valueCells)];
}

function valueCells(cell: BesideCell | null): Cell[] {
  if (!cell) return Array.from({ length: perColumn }, () => ({ ...text(''), ...line }));
  const ground = cell.sure ? line : { ...line, backgroundColor: doubtful };
  const format = cell.decimals > 0 ? `#,##0.${'0'.repeat(cell.decimals)}` : '#,##0';
  const number = (value: number | null) =>
    value === null ? { ...text(''), ...ground } : { value, type: Number, format, ...ground };
  return [
    { ...text(cell.unit ?? ''), ...ground, align: 'center' },
    number(cell.before),
    number(cell.after),
    number(cell.difference),
    { ...rateCell(cell.rate), ...ground },
    { ...text(cell.sure ? '' : '要確認'), ...ground },
  ];
}

function rateCell(rate: number | null) {
  if (rate === null) return text('');
  return Number.isFinite(rate) ? { value: rate, type: Number, format: '0.0%' } : text(printedRate(rate));
}

const text = (value: string) => ({ value, type: String });
const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' as const });
