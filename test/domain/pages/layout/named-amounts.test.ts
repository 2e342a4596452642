import { expect, test } from 'vitest';
import { pathOf } from '../../../../domain/pages/entries/entry.ts';
import { readDocument } from '../../../../domain/pages/entries/read-document.ts';
import { accountOf } from '../../../../domain/pages/results/account.ts';
import { draw } from '../drawn-page.ts';

const AMOUNTS = { 民生費: '5,560', 総務費: '1,230', 公債費: '1,100', 土木費: '980' } as const;
const SHARES = { 民生費: '45.2', 総務費: '10.0', 公債費: '8.9', 土木費: '7.3' } as const;
type Name = keyof typeof AMOUNTS;

/** The labels of a pie, each set outside its slice; two of them stand at the same height. */
const pie = (label: (name: Name) => string) =>
  draw(`
    歳出のあらまし（単位：百万円）

    　　　　　　　　　　　　${label('民生費')}


    　　${label('総務費')}　　　　　　　　　　　　　　　${label('公債費')}


    　　　　　　　${label('土木費')}
  `);

const rowsOf = (paper: ReturnType<typeof draw>) =>
  readDocument(paper).entries.flatMap((entry) =>
    entry.quantities.map(({ quantity }) => `${pathOf(entry).join(' > ')} = ${quantity.value}`),
  );
const path = (name: string) => `歳出のあらまし > ${name}`;
const value = (text: string) => Number(text.replace(',', ''));
const names = Object.keys(AMOUNTS) as Name[];

test.each<[string, (name: Name) => string]>([
  ['with a unit', (name) => `${name} ${AMOUNTS[name]}百万円（${SHARES[name]}％）`],
  ['right behind its name', (name) => `${name}${AMOUNTS[name]}百万円（${SHARES[name]}％）`],
  ['after a wide space', (name) => `${name}　${AMOUNTS[name]}百万円（${SHARES[name]}％）`],
  ['without a unit', (name) => `${name} ${AMOUNTS[name]}（${SHARES[name]}％）`],
  ['in narrow brackets', (name) => `${name} ${AMOUNTS[name]} (${SHARES[name]}%)`],
])('a name, its amount and its share in one line are a row and head nothing: %s', (_, label) => {
  const paper = pie(label);
  expect(rowsOf(paper)).toEqual(
    names.flatMap((name) => [`${path(name)} = ${value(AMOUNTS[name])}`, `${path(name)} = ${value(SHARES[name])}`]),
  );
  expect(accountOf(paper.pages, readDocument(paper).entries)[0]).toMatchObject({
    quantities: 8,
    ignored: [],
    unread: [],
  });
});

test('a chart may say amounts alone', () => {
  const paper = pie((name) => `${name} ${AMOUNTS[name]}`);
  expect(rowsOf(paper)).toEqual(names.map((name) => `${path(name)} = ${value(AMOUNTS[name])}`));
});

test('a name with a number stays a heading where nothing says that the number is an amount', () => {
  expect(rowsOf(draw('計画 2024\n\n\n図 1\n\n\n図 2\n\n\n図 3'))).toEqual([]);
});

test('one line that says an amount with its share is a row, also without a chart', () => {
  expect(rowsOf(draw('歳出のあらまし\n\n\n民生費 5,560（45.2％）'))).toEqual([
    `${path('民生費')} = 5560`,
    `${path('民生費')} = 45.2`,
  ]);
});
