import type { NoticeRow } from '../../../../contract/notices.ts';

export const printOrders = [
  { value: 'members', label: '委員の並び順' },
  { value: 'postal', label: '郵便番号順' },
] as const;
export type PrintOrder = (typeof printOrders)[number]['value'];

/** Whose letters can be printed, in the order of printing; by postal code those without one come last. */
export function lettersToPrint(rows: readonly NoticeRow[], order: PrintOrder): NoticeRow[] {
  const ready = rows.filter(({ unprintable }) => unprintable === '');
  if (order === 'members') return ready;
  const code = ({ postalCode }: NoticeRow) => postalCode || '~';
  return ready.toSorted((one, other) => (code(one) < code(other) ? -1 : code(one) > code(other) ? 1 : 0));
}

/** Letters that one PDF holds: larger ones are too slow to open on an office's computer. */
const mostLetters = 250;

export interface Batch {
  readonly rows: readonly NoticeRow[];
  /** 「　1～250通目」; '' where there is only one. */
  readonly part: string;
}

export function batchesOf(rows: readonly NoticeRow[]): Batch[] {
  const starts = Array.from({ length: Math.ceil(rows.length / mostLetters) }, (_, index) => index * mostLetters);
  return starts.map((start) => {
    const some = rows.slice(start, start + mostLetters);
    return { rows: some, part: starts.length > 1 ? `　${start + 1}～${start + some.length}通目` : '' };
  });
}
