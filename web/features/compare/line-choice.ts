import type { ComparedLine, ComparedSide, Comparison } from '../../../contract/comparisons.ts';
import type { Document } from '../../../contract/documents.ts';
import { versionName } from '../../../domain/meetings/document.ts';
import type { PaperNames } from './card-words.ts';
import type { Side } from './sides.ts';
import { yearWord } from './year-word.ts';

/** The line a person tapped. */
export interface LineChoice {
  readonly side: Side;
  readonly line: ComparedLine;
  /** Index of the column they mean. */
  readonly value: number;
}

/** A line whose counterpart an official is choosing. */
export interface Correcting {
  readonly side: ComparedSide;
  readonly line: ComparedLine;
  /** What was chosen on the other side; null until then. */
  readonly counterpart: ComparedLine | null;
}

/** The same line of a page, in another reading of it. */
export function isSameLine(one: ComparedLine, other: ComparedLine): boolean {
  const [a, b] = [one.place, other.place];
  return one.index === other.index && a.page === b.page && a.box.join() === b.box.join();
}

/** Where the counterpart of a line stands, or would stand. */
export const counterpartPlace = ({ other, nearest }: ComparedLine) => other ?? nearest;

/** Which paper of the comparison stands on a side. */
export function comparedSide({ newer }: Comparison, side: Side, own: Document): ComparedSide {
  const ownIsNewer = newer.revisionId === own.revision.id;
  return (side === 'own') === ownIsNewer ? 'newer' : 'older';
}

/** Pairs of pages as [own page, page beside]. */
export function pairsOf({ pages, newer }: Comparison, own: Document): (readonly [number, number])[] {
  const isNewer = newer.revisionId === own.revision.id;
  return pages.map((pair) => (isNewer ? [pair.newer, pair.older] : [pair.older, pair.newer]));
}

/** 昨年 and 今年 where they are a year apart, else their fiscal years, or the versions of one document. */
export function namesOf({ older, newer }: Comparison, yearLabel: (fiscalYear: number) => string): PaperNames {
  if (older.documentId === newer.documentId)
    return {
      older: versionName({ number: older.revisionNumber }),
      newer: versionName({ number: newer.revisionNumber }),
    };
  const word = yearWord(older.fiscalYear, newer.fiscalYear);
  return word === '昨年'
    ? { older: '昨年', newer: '今年' }
    : { older: yearLabel(older.fiscalYear), newer: yearLabel(newer.fiscalYear) };
}
