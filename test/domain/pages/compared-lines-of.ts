import type { Comparison } from '../../../domain/pages/comparison/compare-documents.ts';
import { type ComparedLine, comparedPages } from '../../../domain/pages/results/compared-lines.ts';

/** The lines of both papers, by page, in reading order. */
export function comparedLinesOf(comparison: Comparison) {
  const lines = { older: new Map<number, ComparedLine[]>(), newer: new Map<number, ComparedLine[]>() };
  for (const { side, page, lines: made } of comparedPages(comparison)) lines[side].set(page, made());
  return lines;
}
