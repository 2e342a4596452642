import { middleX } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';
import { isTotal } from '../words/header-sense.ts';
import { type Label, labelOf } from '../words/label.ts';
import { readNumbering, UNNUMBERED_RANK } from '../words/numbering.ts';

interface Heading {
  readonly labels: readonly Label[];
  readonly rank: number;
  readonly style: string;
  /** Height of its type, in points. */
  readonly size: number;
  readonly box: Box;
  readonly page: number;
  /** True for a row with amounts of its own, which may head the rows below it. */
  readonly isRow: boolean;
  /** True once something other than a heading has come below it. */
  used: boolean;
}

/** Where a heading stands and how tall its type is, in points. */
export type HeadingLine = Pick<Heading, 'size' | 'box' | 'page'>;

/** 款 1.総務費 項 1.総務管理費 stands right above its table, below every other heading. */
const BUDGET_CAPTION = { rank: 90, style: '款' };
const FORM = '表';
const SAME_PLACE = 9;
const SAME_SIZE = 0.5;
const LARGER = 1.12;

/** The headings that hold at a line of a document, outermost first. */
export class HeadingStack {
  private levels: Heading[] = [];

  /** The same headings, on which more may be put without changing these. */
  branch(): HeadingStack {
    const branch = new HeadingStack();
    branch.levels = this.levels.map((level) => ({ ...level }));
    return branch;
  }

  get labels(): Label[] {
    return this.levels.flatMap((level) => level.labels);
  }

  /** The labels above the form read last; all where there is none. */
  get outsideForm(): Label[] {
    const form = this.levels.findIndex((level) => level.style === FORM);
    return this.levels.slice(0, form < 0 ? this.levels.length : form).flatMap((level) => level.labels);
  }

  /** Says that rows or sentences have come below the headings. */
  use(): void {
    for (const level of this.levels) level.used = true;
  }

  /** `texts` are the parts of one heading line, outermost first; a caption names 款 and 項 themselves. */
  push(texts: readonly string[], { size, box, page }: HeadingLine, isCaption = false): void {
    const labels = texts.map(labelOf).filter((label) => label.key !== '' || label.number !== '');
    if (labels.length === 0) return;
    const { rank, style } = isCaption ? BUDGET_CAPTION : readNumbering(texts[0]!);
    const level: Heading = { labels, rank, style, size, box, page, isRow: false, used: false };
    const first = rank === UNNUMBERED_RANK ? this.closedByWords(level) : this.closedByNumber(level);
    if (first >= 0) this.levels.length = first;
    this.levels.push(level);
  }

  /** Ends a page: of one that holds headings and nothing else (a cover) only the largest goes on. */
  endPage(page: number): void {
    const own = this.levels.filter((level) => level.page === page);
    if (own.length < 2 || own.some((level) => level.used)) return;
    const largest = own.reduce((best, level) => (level.size > best.size ? level : best));
    this.levels = this.levels.filter((level) => level.page !== page || level === largest);
  }

  /** Puts what a form is about on the stack, in place of the last: it holds under the headings above it. */
  pushForm(text: string, line: HeadingLine): void {
    const { box, page } = line;
    const last = this.levels.findIndex((level) => level.style === FORM);
    if (last >= 0) this.levels.length = last;
    const size = Math.max(line.size, ...this.levels.map((level) => level.size));
    const labels = [labelOf(text)];
    this.levels.push({ labels, rank: UNNUMBERED_RANK, style: FORM, size, box, page, isRow: false, used: true });
  }

  /** Puts a numbered row with amounts on the stack and gives what it belongs to. */
  pushRow(text: string, { size, box, page }: HeadingLine): Label[] {
    const { rank, style } = readNumbering(text);
    const first = this.levels.findIndex((open) => open.rank !== UNNUMBERED_RANK && open.rank >= rank);
    if (first >= 0) this.levels.length = first;
    const parents = this.labels;
    this.levels.push({ labels: [labelOf(text)], rank, style, size, box, page, isRow: true, used: true });
    return parents;
  }

  /** What a row without a number belongs to: a row above it only where it is set in under that. */
  parentsOf(label: Label, box: Box): Label[] {
    const total = isTotal(label);
    return this.levels
      .filter((open) => !open.isRow || (!total && box[0] > open.box[0] + SAME_PLACE))
      .flatMap((open) => open.labels);
  }

  /** A numbered heading closes what is numbered like it or below it, and what has smaller type. */
  private closedByNumber(level: Heading): number {
    const sibling = this.levels.findIndex((open) => {
      if (open.rank === UNNUMBERED_RANK || open.rank < level.rank) return false;
      // Papers differ in which numbering stands above which; larger type decides between two kinds.
      return open.style === level.style || open.size <= level.size * LARGER;
    });
    if (sibling >= 0) return sibling;
    // The parts of a form are numbered, and larger than its name as often as not.
    return this.levels.findIndex((open) => open.used && open.style !== FORM && open.size * LARGER < level.size);
  }

  /** A heading without a number closes the last one set like it, else everything with smaller type. */
  private closedByWords(level: Heading): number {
    const isAlike = (open: Heading) =>
      open.used &&
      open.rank === UNNUMBERED_RANK &&
      Math.abs(open.size - level.size) <= SAME_SIZE &&
      ([0, 2].some((edge) => Math.abs(open.box[edge]! - level.box[edge]!) < SAME_PLACE) ||
        Math.abs(middleX(open.box) - middleX(level.box)) < SAME_PLACE);
    // Of titles in several lines each page may print the first one again, or another one in its place.
    const again = this.levels.findIndex((open) => isAlike(open) && standsInPlaceOf(level, open));
    if (again >= 0) return again;
    const alike = this.levels.findLastIndex(isAlike);
    if (alike >= 0) return alike;
    return this.levels.findIndex((open) => open.used && open.size * LARGER < level.size);
  }
}

const standsInPlaceOf = (level: Heading, open: Heading) =>
  open.page !== level.page && Math.abs(open.box[1] - level.box[1]) < SAME_PLACE;
