import { expect, test } from 'vitest';
import { roleOfNumber } from '../../../domain/quantities/counter.ts';

test.each([
  ['市債', 'numbers'],
  ['個人', 'numbers'],
  ['法人', 'numbers'],
  ['団体', 'numbers'],
  ['人件費', 'numbers'],
  ['種別割', 'numbers'],
  ['年金費', 'numbers'],
  ['総務費', 'numbers'],
  ['級', 'names'],
  ['号給', 'names'],
  ['人世帯', 'names'],
  ['年生', 'names'],
  ['', 'counts'],
  [',234', 'counts'],
] as const)('at the beginning of a label a number before %j %s', (after, role) => {
  expect(roleOfNumber(after, 'label')).toBe(role);
});

test.each([
  ['千円', 'counts'],
  ['人増員', 'counts'],
  ['歳入の確保', 'numbers'],
  ['館', 'numbers'],
  ['回目', 'names'],
  ['校区', 'names'],
] as const)('at the beginning of a text a number before %j %s', (after, role) => {
  expect(roleOfNumber(after, 'start')).toBe(role);
});

test.each([
  ['千円', 'counts'],
  ['館となり', 'counts'],
  ['人', 'counts'],
  ['人件費', 'names'],
  ['市債', 'names'],
  ['月', 'names'],
  ['年度', 'names'],
  ['条例', 'names'],
] as const)('within a text a number before %j %s', (after, role) => {
  expect(roleOfNumber(after, 'within')).toBe(role);
});
