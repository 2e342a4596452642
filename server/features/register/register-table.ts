import type { Register, RegisterCell, RegisterValue } from '../../../contract/register.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { disarmed } from '../../http/downloads.ts';

const columns = [
  ...['番号', '指標', '目標', '目標の単位', '実績', '実績の単位', '進捗状況', '効果額', '効果額の単位'],
  ...['資料', 'ページ', '印刷ページ', '確認'],
];

/**
 * The register as a table for CSV: a header, then a row an initiative, the columns of a year together, newest year first. Values
 * are plain numbers.
 */
export function registerTable({ years, rows }: Register) {
  const header = [
    ...['番号', '取組', '担当'],
    ...years.flatMap((year) => columns.map((column) => `${fiscalYearLabel(year)} ${column}`)),
  ];
  const body = rows.map(({ number, name, department, cells }) => [
    ...[disarmed(number), disarmed(name), disarmed(department ?? '')],
    ...cells.flatMap(cellOf),
  ]);
  return [header, ...body];
}

function cellOf(cell: RegisterCell | null) {
  if (!cell) return columns.map(() => null);
  const { number, indicator, target, result, state, effect, documentTitle, page, pageLabel } = cell;
  return [
    ...[disarmed(number), disarmed(indicator ?? ''), ...measureOf(target), ...measureOf(result)],
    ...[disarmed(state?.text ?? ''), ...measureOf(effect)],
    ...[disarmed(documentTitle), page, disarmed(pageLabel ?? ''), checkOf(cell)],
  ];
}

const measureOf = (value: RegisterValue | null) =>
  value ? [value.value ?? disarmed(value.text), disarmed(value.unit ?? '')] : [null, null];

function checkOf({ unsure, corrected }: RegisterCell): string {
  if (unsure) return '要確認';
  return corrected.length > 0 ? '事務局が訂正' : '';
}
