import type { Kind } from '../kind.ts';
import { accounts, achievements } from './achievements.ts';
import { counts, debts, supplement } from './balances.ts';
import { budget, facing, spread } from './budget.ts';
import { continued, obligations } from './commitments.ts';
import { estimates } from './estimates.ts';
import { expenditures, facingExpenditures } from './expenditures.ts';
import { bareNumbers, projects, statistics } from './lists.ts';
import { form, kpi } from './measures.ts';
import { payroll } from './payroll.ts';
import { series, taxes } from './revenues.ts';
import { balance, facingSettlement, settlement, settlementDetails } from './settlements.ts';
import { speech } from './speech.ts';
import { prose, slides } from './words-and-charts.ts';

/** The kinds of papers by their names. */
export const kinds: Readonly<Record<string, Kind>> = {
  budget,
  spread,
  facing,
  expenditures,
  facingExpenditures,
  estimates,
  settlement,
  facingSettlement,
  settlementDetails,
  balance,
  accounts,
  achievements,
  projects,
  bareNumbers,
  debts,
  supplement,
  counts,
  statistics,
  payroll,
  continued,
  obligations,
  kpi,
  form,
  series,
  taxes,
  slides,
  prose,
  speech,
};
