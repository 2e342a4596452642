import { expect, test } from 'vitest';
import type { RegisterCell, RegisterValue } from '../../contract/register.ts';
import { rowValues } from '../../web/features/register/row-values.ts';

const value = (text: string, number: number | null, unit: string | null): RegisterValue => ({
  ...{ text, value: number, unit, year: null, page: 1, pageLabel: null, box: [0, 0, 1, 1] },
  ...{ confidence: 1, doubts: [], correctionId: null },
});
const cell = (effect: RegisterValue | null, result: RegisterValue | null = null): RegisterCell => ({
  ...{ documentId: 1, revisionId: 1, documentTitle: '', number: '1', name: '', department: null, indicator: null },
  ...{ page: 1, pageLabel: null, target: null, result, state: null, effect, nameUnsure: false, unsure: false },
  ...{ corrected: [], place: { documentId: 1, number: '1', name: '', page: 1 } },
});
const words = (cells: readonly (RegisterCell | null)[]) => rowValues(cells).map(({ effect }) => effect?.words ?? null);

test('the years of a row stand in the unit of the coarsest of them, and say how their paper prints it', () => {
  const cells = [cell(value('15,370千円', 15370, '千円')), null, cell(value('１７，３５３，７６２円', 17353762, '円'))];
  expect(words(cells)).toEqual(['15,370千円', null, '17,354千円']);
  expect(rowValues(cells)[2]!.effect!.original).toBe('17,353,762円');
  expect(words([...cells].reverse())).toEqual(['17,354千円', null, '15,370千円']);
});

test('words, and bounds, stay as their paper has them; each column has a unit of its own', () => {
  const [newest, older] = rowValues([
    cell(value('未定', null, null), value('98.4％以上', 98.4, '％')),
    cell(value('2,000円', 2000, '円'), value('98.1％', 98.1, '％')),
  ]);
  expect([newest!.effect, newest!.result]).toEqual([null, null]);
  expect([older!.effect!.words, older!.result!.words, older!.result!.original]).toEqual(['2,000円', '98.1％', null]);
});
