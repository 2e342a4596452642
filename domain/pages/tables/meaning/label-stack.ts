import { isTotal } from '../../words/header-sense.ts';
import { type Label, labelOf } from '../../words/label.ts';
import { readNumbering, UNNUMBERED_RANK } from '../../words/numbering.ts';

interface OpenLabel {
  readonly label: Label;
  readonly column: number;
  readonly style: string;
  readonly rank: number;
  /** Left edge of the text in its cell, in points. */
  readonly indent: number;
  /** Last row of its cell where that spans several, else infinity: a spanning label ends with its cell. */
  readonly lastRow: number;
}

/** The labels that hold at a row, outermost first: 款 until the next 款, 項 until the next 項 or 款. */
export class LabelStack {
  private levels: OpenLabel[] = [];

  get labels(): readonly Label[] {
    return this.levels.map((level) => level.label);
  }

  /** Only those whose cell spans several rows. */
  get spanning(): readonly Label[] {
    return this.levels.filter((level) => Number.isFinite(level.lastRow)).map((level) => level.label);
  }

  /** `column` is the label's column; within one column the numbering, then the indent decides what stands above; `rows` are its cell's. */
  push(text: string, column: number, indent: number, rows: { top: number; bottom: number }): void {
    const label = labelOf(text);
    if (label.key === '' && label.number === '') return;
    const { style, rank } = readNumbering(text);
    const lastRow = rows.bottom > rows.top ? rows.bottom : Number.POSITIVE_INFINITY;
    const level: OpenLabel = { label, column, style, rank, indent, lastRow };
    const closes = (open: OpenLabel) => {
      if (open.lastRow < rows.top) return true;
      if (open.column !== column) return open.column > column;
      if (isYear(open.label) && isYear(label)) return true;
      if (isTotal(label) && rank === UNNUMBERED_RANK) return true;
      if (open.style === style && style === '') return open.indent >= indent - INDENT;
      if (open.style === style) return this.isSibling(open, level);
      if (rank === UNNUMBERED_RANK || open.rank === UNNUMBERED_RANK) return open.indent >= indent - INDENT;
      return open.rank >= rank;
    };
    const first = this.levels.findIndex(closes);
    if (first >= 0) this.levels.length = first;
    this.levels.push(level);
  }

  /** Of labels numbered alike: 1 further in below 7 begins anew under it, 2 set like 1 goes on with that. */
  private isSibling(open: OpenLabel, level: OpenLabel): boolean {
    const isLike = (other: OpenLabel) =>
      other.column === level.column && other.style === level.style && Math.abs(other.indent - level.indent) <= INDENT;
    if (isLike(open)) return true;
    if (this.levels.slice(this.levels.indexOf(open) + 1).some(isLike)) return false;
    const isFurtherIn = level.indent > open.indent + 2 * INDENT;
    return !isFurtherIn || Number(level.label.number) > Number(open.label.number);
  }

  /** What holds over the page for a table that goes on with the label `text`: 4目 is under the 3項 before, 4項 is not. */
  overPage(text: string, column: number, indent: number): LabelStack {
    const open = new LabelStack();
    if (this.levels.some(({ label, lastRow }) => isTotal(label) || Number.isFinite(lastRow))) return open;
    open.levels = [...this.levels];
    open.push(text, column, indent, { top: 0, bottom: 0 });
    open.levels.pop();
    return open;
  }

  clear(): void {
    this.levels = [];
  }

  copy(): LabelStack {
    const copy = new LabelStack();
    copy.levels = [...this.levels];
    return copy;
  }
}

/** Years stand beside each other, however they are set. */
const isYear = (label: Label) => label.years.length === 1 && label.key === '年';

/** A label set in by less than this, in points, stands beside the one above it, not under it. */
const INDENT = 5;
