import type { BarsBlock, Block, LineBlock, PieBlock, SpreadBlock, TableBlock } from './content.ts';
import { type MeasuredTable, measureTable, setRows } from './set-table.ts';
import { brokenInto, setLine } from './set-text.ts';
import { type OpenSheet, openSheet, type Sheet } from './sheet.ts';
import { fullWidth, type Style } from './style.ts';

const A4 = [595, 842] as const;
const MARGIN = 48;
const FOOT = 44;
/** Between two columns of text. */
const GUTTER = 28;

/** Sets blocks on as many sheets as they need. */
export function layOut(blocks: readonly Block[], style: Style): Sheet[] {
  const press = new Press(style);
  for (const [index, block] of blocks.entries()) press.set(block, blocks[index + 1]);
  return press.sheets;
}

class Press {
  readonly sheets: OpenSheet[] = [];
  private readonly style: Style;
  private y = 0;
  /** Headings since the last break, said again where a table goes on. */
  private headings: LineBlock[] = [];
  private above: LineBlock[] = [];
  /** Of columns of running text; where they begin, and the one that is being filled. */
  private columns: 1 | 2 = 1;
  private columnTop = MARGIN;
  private column = 0;

  constructor(style: Style) {
    this.style = style;
    this.turn();
  }

  private get sheet() {
    return this.sheets.at(-1)!;
  }
  private get bottom() {
    return this.sheet.height - MARGIN - FOOT / 2;
  }
  private get width() {
    const width = this.sheet.width - 2 * MARGIN;
    return this.columns === 1 ? width : (width - GUTTER) / 2;
  }
  private get left() {
    return MARGIN + this.column * (this.width + GUTTER);
  }

  /** Goes on in the next column, else on a new sheet. */
  private goOn() {
    if (this.column + 1 < this.columns) {
      this.column += 1;
      this.y = this.columnTop;
    } else this.turn();
  }

  /** A new sheet with its running head and page number. */
  private turn() {
    const { style } = this;
    const [short, long] = A4;
    const sheet = style.landscape ? openSheet(long, short) : openSheet(short, long);
    this.sheets.push(sheet);
    const width = sheet.width - 2 * MARGIN;
    if (style.runningHead !== '')
      setLine(sheet, [{ text: style.runningHead }], { x: MARGIN, y: 22, width }, style.size * 0.9, 'right');
    const number = String(style.firstNumber + this.sheets.length - 1);
    const label = style.pageNumber.replace('#', number).replace('＃', fullWidth(number));
    if (label !== '')
      setLine(sheet, [{ text: label }], { x: MARGIN, y: sheet.height - FOOT, width }, style.size, 'center');
    this.y = MARGIN;
    this.columnTop = MARGIN;
    this.column = 0;
  }

  set(block: Block, next: Block | undefined): void {
    if (block.kind === 'break') {
      this.headings = [];
      this.turn();
    } else if (block.kind === 'columns') {
      this.columns = block.count;
      this.columnTop = this.y;
      this.column = 0;
    } else if (block.kind === 'line') this.setLine(block, next);
    else if (block.kind === 'paragraph') this.setParagraph(block.pieces);
    else if (block.kind === 'pie') this.setPies(block);
    else if (block.kind === 'bars') this.setBars(block);
    else if (block.kind === 'spread') this.setSpread(block);
    else this.setTable(block);
    if (block.kind === 'table' || block.kind === 'spread') this.above = [];
  }

  private setLine(block: LineBlock, next: Block | undefined) {
    const size = this.style.size * (block.scale ?? 1);
    // A heading stays with what it is over.
    if (this.y + size * 3 + (next?.kind === 'table' ? 60 : 0) > this.bottom) this.goOn();
    if (block.heading) this.headings = [...this.headings.filter(({ scale = 1 }) => scale > (block.scale ?? 1)), block];
    this.above.push(block);
    const indent = (block.indent ?? 0) * size;
    for (const pieces of brokenInto(block.pieces, this.width - indent, size)) {
      setLine(this.sheet, pieces, { x: this.left + indent, y: this.y, width: this.width - indent }, size, block.align);
      this.y += size * 1.7;
    }
  }

  private setParagraph(pieces: LineBlock['pieces']) {
    const { size } = this.style;
    for (const broken of brokenInto([{ text: '　' }, ...pieces], this.width, size)) {
      if (this.y + size > this.bottom) this.goOn();
      setLine(this.sheet, broken, { x: this.left, y: this.y, width: this.width }, size);
      this.y += size * 1.9;
    }
    this.y += size * 0.6;
  }

  private setTable(block: TableBlock) {
    const table = measureTable(block, MARGIN, this.width, this.style);
    let from = table.headRows;
    let withHead = true;
    while (from < table.rows.length) {
      const to = this.rowsThatFit(table, from, withHead);
      if (to === from) {
        if (this.y === MARGIN) throw new RangeError('a row is higher than a page');
        this.turn();
        this.sayAgain();
        continue;
      }
      this.y = setRows(this.sheet, table, { from, to, y: this.y, withHead }, this.style);
      if (to < table.rows.length) {
        this.turn();
        this.sayAgain();
        withHead = this.style.repeatsHead;
      }
      from = to;
    }
    this.y += this.style.size * 1.6;
  }

  private rowsThatFit(table: MeasuredTable, from: number, withHead: boolean): number {
    let height = withHead ? table.heights.slice(0, table.headRows).reduce((a, b) => a + b, 0) : 0;
    let to = from;
    while (to < table.rows.length && this.y + height + table.heights[to]! <= this.bottom) {
      height += table.heights[to]!;
      to += 1;
    }
    return to;
  }

  private sayAgain() {
    const { repeatsHeading } = this.style;
    if (repeatsHeading === '') return;
    const again = repeatsHeading === 'as it is' ? '' : repeatsHeading;
    for (const { pieces, scale = 1 } of this.headings) {
      const size = this.style.size * scale;
      setLine(this.sheet, [...pieces, { text: again }], { x: MARGIN, y: this.y, width: this.width }, size);
      this.y += size * 1.7;
    }
  }

  /** Left and right halves with rows of the same heights, on one wide sheet or on two sheets. */
  private setSpread({ left, right, facing }: SpreadBlock) {
    const gap = facing ? 0 : 36;
    const half = facing ? this.width : (this.width - gap) / 2;
    const [a, b] = [
      measureTable(left, MARGIN, half, this.style),
      measureTable(right, MARGIN + half + gap, half, this.style),
    ];
    const heights = a.heights.map((height, row) => Math.max(height, b.heights[row]!));
    const [one, other] = [
      { ...a, heights },
      { ...(facing ? measureTable(right, MARGIN, half, this.style) : b), heights },
    ];
    let from = one.headRows;
    while (from < one.rows.length) {
      const y = this.y;
      let to = this.rowsThatFit(one, from, true);
      // A group of rows stays together.
      while (to < one.rows.length && to > from + 1 && one.rows[to]!.open) to -= 1;
      if (to === from) {
        if (y === MARGIN) throw new RangeError('a row is higher than a page');
        this.turn();
        this.sayAgain();
        continue;
      }
      this.y = setRows(this.sheet, one, { from, to, y, withHead: true }, this.style);
      if (facing) this.turn();
      setRows(this.sheet, other, { from, to, y, withHead: true }, this.style);
      from = to;
      if (from < one.rows.length) {
        this.turn();
        this.sayAgain();
      }
    }
    this.y = facing ? this.bottom : this.y + this.style.size * 1.6;
  }

  private setPies({ pies }: PieBlock): void {
    const { size } = this.style;
    const radius = Math.min(150, (this.width / pies.length - 20) / 2, (this.bottom - this.y) / 2 - 6);
    if (radius < 80) {
      this.turn();
      this.setPies({ kind: 'pie', pies });
      return;
    }
    pies.forEach(({ title, slices }, index) => {
      const x = MARGIN + (this.width / pies.length) * (index + 0.5);
      const y = this.y + radius + 6;
      this.sheet.circles.push([x, y, radius], [x, y, radius * 0.3]);
      setLine(
        this.sheet,
        [{ text: title }],
        { x: x - radius * 0.3, y: y - size / 2, width: radius * 0.6 },
        size,
        'center',
      );
      slices.forEach((lines, slice) => {
        const angle = (2 * Math.PI * (slice + 0.5)) / slices.length - Math.PI / 2;
        // A label in one line has no room in its slice: it stands beside the ring.
        const [out, aside] = lines.length === 1 ? [1.1, 75 * Math.sign(Math.round(2 * Math.cos(angle)))] : [0.7, 0];
        const [cx, cy] = [x + radius * out * Math.cos(angle) + aside, y + radius * out * Math.sin(angle)];
        const edge = (2 * Math.PI * slice) / slices.length - Math.PI / 2;
        this.sheet.lines.push({
          from: [x + radius * 0.3 * Math.cos(edge), y + radius * 0.3 * Math.sin(edge)],
          to: [x + radius * Math.cos(edge), y + radius * Math.sin(edge)],
        });
        lines.forEach((pieces, row) => {
          const top = cy + (row - lines.length / 2) * size * 1.05;
          setLine(this.sheet, pieces, { x: cx - 60, y: top, width: 120 }, size * 0.8, 'center');
        });
      });
    });
    this.y += 2 * radius + 20;
  }

  private setBars({ bars }: BarsBlock) {
    const { size } = this.style;
    const height = 130;
    if (this.y + height + size * 5 > this.bottom) this.turn();
    const step = this.width / bars.length;
    const foot = this.y + height + size * 1.5;
    bars.forEach(({ name, amount, share }, index) => {
      const x = MARGIN + step * index;
      const top = foot - height * share;
      this.sheet.shades.push([x + step * 0.3, top, x + step * 0.7, foot]);
      setLine(this.sheet, [amount], { x, y: top - size * 1.2, width: step }, size * 0.9, 'center');
      setLine(this.sheet, [{ text: name }], { x, y: foot + size * 0.3, width: step }, size * 0.9, 'center');
    });
    this.sheet.lines.push({ from: [MARGIN, foot], to: [MARGIN + this.width, foot] });
    this.y = foot + size * 2.4;
  }
}

/** Where the middle of a text stands. */
export const middleOf = ({ x, y, width, size }: Sheet['texts'][number]) => [x + width / 2, y + size / 2] as const;
