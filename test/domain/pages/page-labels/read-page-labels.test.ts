import { expect, test } from 'vitest';
import { readPageLabels } from '../../../../domain/pages/page-labels/read-page-labels.ts';
import type { PageContent } from '../../../../domain/pages/sheet/page-content.ts';
import { drawPage } from '../draw-page.ts';

/** Pages of 70 rows from what stands in the head, in the middle and at the foot of each; null is a scanned page. */
function labelsOf(pages: readonly (string | null | { head?: string; body?: string; foot?: string })[]) {
  const drawn = pages.map((page, at): PageContent => {
    if (page === null) return drawPage([], { index: at + 1, scanned: true });
    const { head = '', body = '', foot = '' } = typeof page === 'string' ? { foot: page } : page;
    const rows = Array<string>(70).fill('');
    [rows[1], rows[35], rows[68]] = [head, body, foot].map((text) => ' '.repeat(40) + text) as [string, string, string];
    return drawPage(rows, { index: at + 1 });
  });
  return readPageLabels(drawn);
}

test.each<[name: string, feet: string[], labels: (string | null)[]]>([
  ['between dashes', ['―_149_―', '―_150_―', '―_151_―'], ['149', '150', '151']],
  ['between hyphens', ['-_5_-', '-_6_-', '-_7_-'], ['5', '6', '7']],
  ['bare', ['5', '6', '7'], ['5', '6', '7']],
  ['full width', ['９', '１０', '１１'], ['9', '10', '11']],
  ['with p.', ['p.5', 'p.6'], ['5', '6']],
  ['in brackets', ['(5)', '(6)', '(7)'], ['5', '6', '7']],
  ['of so many', ['1/3', '2/3', '3/3'], ['1', '2', '3']],
  ['ページ', ['１ページ', '２ページ'], ['1', '2']],
  ['roman', ['iii', 'iv', 'v'], ['iii', 'iv', 'v']],
  ['roman full width', ['Ⅰ', 'Ⅱ', 'Ⅲ'], ['I', 'II', 'III']],
  ['with the name of the document', ['資料１－９', '資料１－１０', '資料１－１１'], ['9', '10', '11']],
  ['in chapters', ['1-1', '1-2', '1-3', '2-1', '2-2', '2-3'], ['1-1', '1-2', '1-3', '2-1', '2-2', '2-3']],
  ['none', ['', '', ''], [null, null, null]],
  ['one page', ['－１－'], ['1']],
])('%s', (_, feet, labels) => {
  expect(labelsOf(feet)).toEqual(labels);
});

test('at the head, beside other words', () => {
  expect(labelsOf([{ head: '―_4_―        国保会計' }, { head: '―_5_―        国保会計' }])).toEqual(['4', '5']);
});

test('unnumbered pages and new beginnings', () => {
  expect(labelsOf(['', 'i', 'ii', 'iii', '', '1', '2', '', '4'])).toEqual([
    null,
    'i',
    'ii',
    'iii',
    null,
    '1',
    '2',
    null,
    '4',
  ]);
});

test('a picture takes its number from the page beside it', () => {
  expect(labelsOf([null, '-_2_-', '-_3_-', null, '-_5_-', '', null])).toEqual(['1', '2', '3', '4', '5', null, null]);
  expect(labelsOf([null, '-_1_-', '-_2_-'])).toEqual([null, '1', '2']);
});

test('numbers of a table are no labels', () => {
  expect(labelsOf([{ body: '5' }, { body: '6' }, { body: '7' }])).toEqual([null, null, null]);
  expect(labelsOf(['790', '12', '4,329'])).toEqual([null, null, null]);
  expect(labelsOf(['12', '12', '12', '12'])).toEqual([null, null, null, null]);
  expect(labelsOf(['42'])).toEqual([null]);
  expect(labelsOf(['5        -_1_-', '6        -_2_-', '7        -_3_-'])).toEqual(['1', '2', '3']);
});

const apart = ' '.repeat(30);

test.each<[name: string, feet: string[], labels: (string | null)[]]>([
  ['between dashes', [`―_19_―${apart}―_20_―`, `―_21_―${apart}―_22_―`], ['19・20', '21・22']],
  ['bare', [`8${apart}9`, `10${apart}11`, `12${apart}13`], ['8・9', '10・11', '12・13']],
  ['vertical books, from the right', [`-_3_-${apart}-_2_-`], ['2・3']],
  ['two that do not follow', [`-_3_-${apart}-_7_-`], ['3']],
])('two printed pages on a sheet: %s', (_, feet, labels) => {
  expect(labelsOf(feet)).toEqual(labels);
});
