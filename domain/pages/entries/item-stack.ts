import type { Label } from '../words/label.ts';
import { readNumbering, UNNUMBERED_RANK } from '../words/numbering.ts';
import { BULLETS } from '../words/vocabulary.ts';

interface OpenItem {
  readonly label: Label;
  /** Points from the left edge of the cell. */
  readonly indent: number;
  /** ○, ・ or another bullet; empty where there is none. */
  readonly bullet: string;
  readonly rank: number;
}

/** In parts of the size of the type: what is set in by more stands under what is set in less. */
const STEP = 0.6;

/** The items of a column (説明) that hold at a line, outermost first, over all cells and pages of one row. */
export class ItemStack {
  private open: OpenItem[] = [];
  /** Bullets in the order they were first met: the earlier stands above the later. */
  private readonly bullets: string[] = [];

  /** The labels above an item, which holds from here on; `indent` and `size` in points. */
  push(text: string, label: Label, { indent, size }: { indent: number; size: number }): Label[] {
    const first = text.charAt(0);
    const bullet = first !== '' && BULLETS.includes(first) ? first : '';
    if (bullet !== '' && !this.bullets.includes(bullet)) this.bullets.push(bullet);
    const item = { label, indent, bullet, rank: readNumbering(text).rank };
    const closed = this.open.findIndex((other) => !this.isUnder(item, other, STEP * size));
    if (closed >= 0) this.open.length = closed;
    const parents = this.open.map((other) => other.label);
    this.open.push(item);
    return parents;
  }

  private isUnder(item: OpenItem, open: OpenItem, step: number): boolean {
    if (Math.abs(item.indent - open.indent) > step) return item.indent > open.indent;
    if (open.bullet !== '') return this.placeOf(item.bullet) > this.placeOf(open.bullet);
    if (item.bullet !== '' || item.rank === UNNUMBERED_RANK) return false;
    return open.rank < item.rank;
  }

  /** What has no bullet belongs to what has one. */
  private placeOf(bullet: string): number {
    return bullet === '' ? this.bullets.length : this.bullets.indexOf(bullet);
  }
}
