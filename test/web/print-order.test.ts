import { expect, test } from 'vitest';
import type { NoticeRow } from '../../contract/notices.ts';
import { batchesOf, lettersToPrint } from '../../web/features/office/notices/print-order.ts';

const row = (memberId: number, postalCode = '', unprintable = ''): NoticeRow => ({
  ...{ memberId, postalCode, unprintable, name: '', position: '', addressed: true, notices: [] },
});
const ids = (rows: readonly NoticeRow[]) => rows.map(({ memberId }) => memberId);

test('letters go by the members’ order or by postal code, those that wait left out and those without a code last', () => {
  const rows = [row(1), row(2, '999-0001'), row(3, '100-0001'), row(4, '100-0001', 'U+E000'), row(5, '100-0001')];
  expect(ids(lettersToPrint(rows, 'members'))).toEqual([1, 2, 3, 5]);
  expect(ids(lettersToPrint(rows, 'postal'))).toEqual([3, 5, 2, 1]);
});

test('a thousand letters come in four files that say which they hold', () => {
  const batches = batchesOf(Array.from({ length: 1000 }, (_, index) => row(index)));
  expect(batches.map(({ part }) => part)).toEqual([
    '　1～250通目',
    '　251～500通目',
    '　501～750通目',
    '　751～1000通目',
  ]);
  expect(batches.flatMap(({ rows }) => ids(rows))).toHaveLength(1000);
  expect(batchesOf([row(1)]).map(({ part }) => part)).toEqual(['']);
});
