import { describe, expect, test } from 'vitest';
import { findPlaces, type SpokenDocument } from '../../../domain/spoken/find-places.ts';
import { readAddress } from '../../../domain/spoken/read-address.ts';

/** `labels` are the numbers printed on the pages, '' for none; `headings` begin on the pages that are given before them. */
function paper(
  id: number,
  meetingId: number,
  mark: string,
  labels: string[],
  headings: [number, string | null, string][] = [],
): SpokenDocument {
  const { document } = readAddress(mark);
  return {
    id,
    meetingId,
    fiscalYear: 2020 + meetingId,
    kind: document?.kind ?? 'other',
    number: document?.number ?? '',
    title: `${mark}の題名`,
    pages: labels.map((label, index) => ({ number: index + 1, label: label || null })),
    headings: headings.map(([page, number, text]) => ({ page, number, text })),
  };
}

const today = 2;
const papers = [
  paper(1, today, '次第', ['']),
  paper(
    2,
    today,
    '資料１',
    ['', '1', '2', '3', '9'],
    [
      [2, '№3-6', '№3-6 職員数の適正化'],
      [4, '№3-7', '№3-7 公共施設の再編'],
      [5, null, '公共施設の一覧'],
    ],
  ),
  paper(3, today, '資料2-1', ['― 149 ―', '― 150 ―'], [[1, '№4-1', '№4-1 公共施設の予算']]),
  paper(4, today, '参考２', ['1', '2', '3']),
  paper(5, today, '議案第12号', ['1', '2']),
  paper(6, 1, '資料１', ['1', '2'], [[2, '№9-1', '№9-1 水道']]),
  paper(7, 1, '資料５', ['1']),
  paper(8, today, '議案第13号', ['18・19', '20・21']),
];

const drawn = (said: string, open: number | null = null) =>
  findPlaces(readAddress(said), papers, { documentId: open, meetingId: today, fiscalYear: 2022 })
    .map(({ documentId, page, fit, heading }) =>
      [`${documentId}:${page}`, fit === 'said' ? '' : fit, heading ?? ''].filter(Boolean).join(' '),
    )
    .join(' / ');

describe('a place that was said', () => {
  test.each([
    ['資料１の９ページ', null, '2:5'],
    ['資料１の９ページ', 4, '2:5'],
    ['資料１', null, '2:1'],
    ['資料2の1', null, '3:1'],
    ['資料２の１の１５０ページ', null, '3:2'],
    ['参考２', null, '4:1'],
    ['議案第１２号の２ページ', null, '5:2'],
    ['議案12号', null, '5:1'],
    ['議案13号の２１ページ', null, '8:2'],
    ['９ページ', 2, '2:5'],
    ['149', null, '3:1'],
    ['2ページ', null, '2:3 / 4:2 / 5:2'],
    ['2ページ', 4, '4:2'],
    ['№３－７', null, '2:4 №3-7 公共施設の再編'],
    ['3-7', 4, '2:4 №3-7 公共施設の再編'],
    ['資料１の３ページ、№3-7', null, '2:4 №3-7 公共施設の再編'],
    ['資料１の９ページ、№3-7', null, '2:4 №3-7 公共施設の再編 / 2:5'],
    ['資料１の９ページの公共施設', null, '2:5 公共施設の一覧'],
    ['公共施設', null, '2:4 №3-7 公共施設の再編 / 2:5 公共施設の一覧 / 3:1 №4-1 公共施設の予算'],
    ['公共施設', 3, '3:1 №4-1 公共施設の予算'],
  ])('%s (open: %s)', (said, open, places) => {
    expect(drawn(said, open)).toBe(places);
  });
});

test.each([
  ['昨年の資料１の２ページ', null, '6:2'],
  ['昨年の２ページ', 2, '6:2'],
  ['去年度の資料1', null, '6:1'],
  ['令和３年度の資料１', null, '6:1'],
  ['Ｒ３年度 資料１', null, '6:1'],
  ['さくねんのしりょういち', null, '6:1'],
  ['昨年の№9-1', 2, '6:2 №9-1 水道'],
  ['一昨年の資料１', null, ''],
  ['昨年', 2, '6:1'],
])('the papers of another year: %s (open: %s)', (said, open, places) => {
  expect(drawn(said, open)).toBe(places);
});

test('an earlier meeting only where today has none', () => {
  expect(drawn('資料５')).toBe('7:1');
  expect(drawn('№9-1')).toBe('6:2 №9-1 水道');
});

test('a page that no number is printed on is counted from the front', () => {
  expect(drawn('資料１の４ページ')).toBe('2:4 counted');
});

describe('what is nearest', () => {
  test.each([
    ['資料１の１２ページ', null, '2:5 nearest'],
    ['資料１の№3-8', null, '2:4 nearest №3-7 公共施設の再編 / 2:2 nearest №3-6 職員数の適正化'],
    ['参考４', null, '4:1 nearest'],
    ['999', 3, '3:2 nearest'],
  ])('%s (open: %s)', (said, open, places) => {
    expect(drawn(said, open)).toBe(places);
  });

  test('nothing where nothing was said, or where nothing is like it', () => {
    expect(drawn('')).toBe('');
    expect(drawn('宇宙開発')).toBe('');
  });
});
