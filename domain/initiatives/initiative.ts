import type { Box } from '../pages/sheet/page-content.ts';

/** How far an initiative is, whatever words a city uses for it. */
export const stateKinds = ['done', 'on-plan', 'late', 'not-started', 'other'] as const;
export type StateKind = (typeof stateKinds)[number];

/** What a person may correct of an initiative. */
export const correctedFields = ['number', 'name', 'target', 'result', 'state', 'effect'] as const;
export type CorrectedField = (typeof correctedFields)[number];

/**
 * Why a value may be wrong. several: the paper prints more than one that it could be; other-year: it is of another year than the
 * paper; no-year: the paper prints several years and does not say which this is of; planned: only the planned effect is printed;
 * mark: a letter or sign that the paper does not explain; disagree: two places of the paper say different things; weak-header:
 * what it is follows only from its place.
 */
export const doubts = ['several', 'other-year', 'no-year', 'planned', 'mark', 'disagree', 'weak-header'] as const;
export type Doubt = (typeof doubts)[number];

/** What a paper prints of an initiative, at its place. */
export interface ReadText {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  /** 0 to 1. */
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
}

/** A target, result or effect; `value` and `unit` are null where words stand there, or where no unit is printed. */
export interface ReadValue extends ReadText {
  readonly value: number | null;
  readonly unit: string | null;
  /** The fiscal year it is of; null where the paper prints none beside it. */
  readonly year: number | null;
}

export interface ReadState extends ReadText {
  readonly kind: StateKind;
  readonly year: number | null;
}

/** A numbered initiative (取組) as one paper tells of it. */
export interface Initiative {
  /** As printed: №3-7, ３－７, ③. */
  readonly number: string;
  readonly name: string;
  /** Where it is told: the heading of a sheet, the whole row of a list. */
  readonly page: number;
  readonly box: Box;
  /** The last page that tells of it. */
  readonly lastPage: number;
  /** A sheet has its pages to itself. */
  readonly source: 'sheet' | 'list';
  /** How sure it is that this is an initiative of this name. */
  readonly confidence: number;
  /** 重点取組, 基本方針: what it belongs to. */
  readonly group: string | null;
  readonly department: string | null;
  readonly indicator: string | null;
  readonly target: ReadValue | null;
  readonly result: ReadValue | null;
  readonly state: ReadState | null;
  readonly effect: ReadValue | null;
}
