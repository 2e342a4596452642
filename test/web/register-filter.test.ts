import { expect, test } from 'vitest';
import type { RegisterCell, RegisterRow, StateKind } from '../../contract/register.ts';
import { countStates, filterRows, papersOf, readFilter } from '../../web/features/register/filter-register.ts';

const cell = (kind: StateKind, unsure = false): RegisterCell => {
  const state = { kind, text: '', page: 1, pageLabel: null, box: [], confidence: 1, doubts: [], correctionId: null };
  const names = { number: '1', name: '', department: null, indicator: '収納率', documentTitle: '', corrected: [] };
  const place = { documentId: 1, number: '1', name: '', page: 1 };
  const none = { target: null, result: null, effect: null, nameUnsure: false, pageLabel: null };
  return { ...names, ...none, documentId: 1, revisionId: 1, page: 1, place, state, unsure };
};
const row = (name: string, paper: string, ...cells: (RegisterCell | null)[]): RegisterRow => ({
  ...{ number: '№3-7', name, department: '税務課', group: null, paper, cells },
});

const rows = [
  row('市税の収納', '資料１', cell('done'), cell('late')),
  row('広告収入', '資料１', null, cell('done', true)),
  row('ＤＸの推進', '資料４', cell('late'), null),
];
const names = (query: string) => filterRows(rows, readFilter(new URLSearchParams(query))).map(({ name }) => name);

test('the state is that of the newest year that tells of an initiative', () => {
  expect(names('state=done')).toEqual(['市税の収納', '広告収入']);
  expect(names('state=late')).toEqual(['ＤＸの推進']);
  expect(names('state=nonsense')).toHaveLength(3);
});

test('words are found in number, name, department and indicator, whatever their width', () => {
  expect(names('text=dx')).toEqual(['ＤＸの推進']);
  expect(names('text=３－７ 税務課 収納')).toHaveLength(3);
  expect(names('text=どこにもない')).toEqual([]);
});

test('by paper, and by what needs a look', () => {
  expect(names('paper=資料４')).toEqual(['ＤＸの推進']);
  expect(names('check=unsure')).toEqual(['広告収入']);
  expect(papersOf(rows)).toEqual(['資料１', '資料４']);
});

test('the counts are of the newest year only', () => {
  expect([...countStates(rows)]).toEqual([
    ['done', 1],
    ['late', 1],
  ]);
});
