import { expect, test } from 'vitest';
import { readDocument } from '../../../../domain/pages/entries/read-document.ts';
import { accountOf } from '../../../../domain/pages/results/account.ts';
import { drawPage } from '../draw-page.ts';
import { compare } from '../drawn-page.ts';

/** A chart with an axis at its left, bars of districts with what each counts over it, and a table below. */
const chart = (a: number) => {
  const page = drawPage([
    '',
    '',
    '１　地区別人口',
    '',
    '（人）',
    '15,000',
    `                                   13,2${a}`,
    `                       12,1${a}`,
    `10,000     11,0${a}`,
    '',
    '',
    ' 5,000',
    '',
    '',
    '     0',
    '            中央         東部        西部',
    '      ■人口',
    '',
    '２　歳出の状況',
    '',
    '区分                予算額（千円）    決算額（千円）',
    `民生費                      45,1${a}             44,1${a}`,
    `土木費                      46,1${a}             45,1${a}`,
  ]);
  return { pages: [page], pageLabels: [null] };
};

test('the amounts over the names of a chart are those of the names, the numbers of its axis of nothing, its words head nothing', () => {
  const found = compare(chart(10), chart(20)).quantities.map(
    ({ label, column, old, new: now }) => `${label} | ${column}: ${old.text} → ${now.text} ${now.unit}`,
  );
  expect(found.sort()).toEqual([
    '１地区別人口 > 中央 | : 11,010 → 11,020 人',
    '１地区別人口 > 東部 | : 12,110 → 12,120 人',
    '１地区別人口 > 西部 | : 13,210 → 13,220 人',
    '２歳出の状況 > 土木費 | 予算額: 46,110 → 46,120 千円',
    '２歳出の状況 > 土木費 | 決算額: 45,110 → 45,120 千円',
    '２歳出の状況 > 民生費 | 予算額: 45,110 → 45,120 千円',
    '２歳出の状況 > 民生費 | 決算額: 44,110 → 44,120 千円',
  ]);
});

test('each number of an axis is accounted for as such', () => {
  const paper = chart(10);
  const [account] = accountOf(paper.pages, readDocument(paper).entries);
  expect(account!.unread).toEqual([]);
  expect(account!.ignored.filter(({ reason }) => reason === 'axis').map(({ text }) => text)).toEqual([
    '15,000',
    '10,000',
    '5,000',
    '0',
  ]);
});

test('rows that are named by numbers which go down are no axis', () => {
  const rows = (a: number) => ({
    pages: [
      drawPage([
        '',
        '',
        '',
        '級別職員数',
        '級       人数',
        ...[3, 2, 1, 0].flatMap((of) => [`${of}         ${of}${a}`, '']),
      ]),
    ],
    pageLabels: [null],
  });
  expect(compare(rows(11), rows(12)).quantities).toHaveLength(4);
});
