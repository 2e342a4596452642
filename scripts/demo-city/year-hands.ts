import { fiscalYearLabel } from '../../domain/japanese/fiscal-year.ts';
import type { Hand } from './paper.ts';

/** How the secretariat of each year wrote its numbers. */
export const HANDS: Readonly<Record<number, Hand>> = {
  2021: { digits: 'half', minus: '▲', nothing: '' },
  2022: { digits: 'full', minus: '△', nothing: '－' },
  2023: { digits: 'half', minus: '△', nothing: '－' },
};

/** 令和4年度 or 令和４年度 in the digits of the paper's year. */
export const yearLabel = (year: number, paperYear: number): string => fiscalYearLabel(year, HANDS[paperYear]!.digits);
