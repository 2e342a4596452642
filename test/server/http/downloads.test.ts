import { expect, test } from 'vitest';
import { disarmed, dispositionOf } from '../../../server/http/downloads.ts';

test.each([
  '=1+1',
  '＝HYPERLINK("x")',
  '-2の増',
  '@SUM(1)',
  '3-1',
  '３－１',
  '3/1',
  '2024/4/1',
  '1:30',
  'R4.3.1',
  'H30/4',
  '3月1日',
  '令和元年5月',
  '2E5',
  '007',
])('%s stays the words it is in a spreadsheet', (text) => {
  expect(disarmed(text)).toBe(`'${text}`);
});

test.each(['資料１', '3-1-2-4', '12', '149', '3.5', '1,234', '令和４年度', '第3-1号', '3月議会', 'R4年度', '0', ''])(
  '%s needs nothing',
  (text) => {
    expect(disarmed(text)).toBe(text);
  },
);

test('a file is downloaded under its composed name, as Windows has it', () => {
  const composed = dispositionOf('attachment', '資料１　ガス.pdf'.normalize('NFC'));
  expect(dispositionOf('attachment', '資料１　ガス.pdf'.normalize('NFD'))).toBe(composed);
  expect(decodeURIComponent(composed)).toBe("attachment; filename*=UTF-8''資料１　ガス.pdf");
});
