import { numberKey } from '../../../domain/initiatives/number.ts';
import type { PaperInitiatives } from '../../../domain/initiatives/read-initiatives.ts';
import { initiativesOf } from '../../../scripts/demo-city/initiatives.ts';
import { themesOf } from '../../../scripts/demo-city/measures.ts';
import { resultOf, stateOf, targetOf } from '../../../scripts/demo-city/results.ts';
import { achieved, reached } from '../../../scripts/demo-city/sheet-values.ts';

/** An initiative as a line of text: what the script printed, or what was read. */
const line = (...facts: (string | number | null | undefined)[]) => facts.map((fact) => fact ?? '–').join(' | ');
const written = (value: number) => Number(value.toFixed(1));

/** 資料１ of a year. */
export function sheetsTruth(year: number, corrected: boolean): string[] {
  const issue = { year, corrected };
  return initiativesOf(year).map(({ number, initiative: of }) =>
    line(
      number,
      of.name,
      of.department,
      of.indicator,
      ...[written(targetOf(of, year)), unitOf(of.unit), written(reached(of, year, issue)), unitOf(of.unit)],
      ...[stateOf(of, year, year), achieved(of, issue), year >= 2023 ? '千円' : '円'],
    ),
  );
}

/** 資料４ of a year. */
export function measuresTruth(year: number): string[] {
  const measures = themesOf(year).flatMap(({ measures }) => measures);
  return measures.map((of, i) =>
    line(
      i + 1,
      of.name,
      of.department,
      of.indicator,
      ...[written(targetOf(of, year)), unitOf(of.unit), written(resultOf(of, year, year)), unitOf(of.unit)],
      ...[stateOf(of, year, year), null, null],
    ),
  );
}

const unitOf = (unit: string) => unit.normalize('NFKC');

export const linesOf = ({ initiatives }: PaperInitiatives): string[] =>
  initiatives.map(({ number, name, department, indicator, target, result, state, effect }) =>
    line(
      numberKey(number),
      name,
      department,
      indicator,
      ...[target?.value, target?.unit?.normalize('NFKC'), result?.value, result?.unit?.normalize('NFKC')],
      ...[state?.text, effect?.value, effect?.unit],
    ),
  );
