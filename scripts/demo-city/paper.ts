import { withDigits } from '../../domain/japanese/numerals.ts';
import type { Json } from '../../server/print/printable-text.ts';

/** A number on a paper as the truth knows it. */
export interface Quantity {
  /** What it is, whatever the year: the same id on two papers is the same quantity. */
  readonly id: string;
  readonly label: string;
  readonly column: string;
  readonly unit: string;
  readonly text: string;
  /** As printed, not scaled by the unit; △ is a minus. */
  readonly value: number;
  /** True where the row or column names a year of its own, so that another value means it was restated. */
  readonly ofYear: boolean;
}

/** A cell of a table: text, or text with what it spans and how it stands. */
export type Cell = string | { readonly [key: string]: Json };
export type Block = { readonly [key: string]: Json };

/** How a year's papers write numbers. */
export interface Hand {
  readonly digits: 'half' | 'full';
  readonly minus: '△' | '▲';
  /** What stands where there is nothing yet. */
  readonly nothing: '' | '－';
}

export interface PageNumbers {
  /** Pages at the beginning that print none. */
  readonly skipped: number;
  /** What the first numbered page prints. */
  readonly first: number;
  /** The printed form; # is the number. */
  readonly form: string;
}

interface PaperFacts {
  /** 資料１; empty for the agenda. */
  readonly mark: string;
  readonly title: string;
  readonly hand: Hand;
  readonly numbers: PageNumbers | null;
  readonly landscape?: boolean;
  readonly face?: 'mincho' | 'gothic';
}

type What = Pick<Quantity, 'id' | 'label' | 'column' | 'unit'> & { readonly ofYear?: boolean };

/** A paper in the making: blocks for the template, and the quantities that stand in them. */
export class Paper {
  readonly facts: PaperFacts;
  readonly blocks: Block[] = [];
  readonly quantities: Quantity[] = [];
  /** What the paper's sections are, whatever their number: id → number or title as printed. */
  readonly sections = new Map<string, string>();

  constructor(facts: PaperFacts) {
    this.facts = facts;
  }

  add(...blocks: Block[]): void {
    this.blocks.push(...blocks);
  }

  /** Begins a section: pages of two papers that hold the same section belong together. */
  section(id: string, printed: string): void {
    this.sections.set(id, printed);
    this.add({ kind: 'anchor', id });
  }

  /** A number in a table, at the right of its cell; null prints the year's sign for nothing and is no quantity. */
  cell(what: What, value: number | null, decimals = 0): Cell {
    if (value === null) return { text: this.facts.hand.nothing, align: 'center' };
    return { ...this.#record(what, this.write(value, decimals), Number(value.toFixed(decimals))), align: 'right' };
  }

  /** A number within a sentence, its unit printed after it. */
  inline(what: What, value: number, decimals = 0): { text: string; id: string } {
    const number = this.#record(what, `${this.write(value, decimals)}${what.unit}`, Number(value.toFixed(decimals)));
    return { text: number.text, id: number.id };
  }

  /** Words on one line that every year's paper has alike, with a number among them as it is printed there. */
  fixed(what: What, words: string, { text, value }: Pick<Quantity, 'text' | 'value'>): { text: string; id: string } {
    if (!words.includes(text)) throw new Error(`${text} is not in: ${words}`);
    return { text: words, id: this.#record(what, text, value).id };
  }

  /**
   * Yen within a sentence: 4億5,800万円, rounded to ten thousand. As everywhere the quantity's value is what is printed, with
   * the smallest printed scale in its unit: 45800 万円.
   */
  inlineYen(what: Omit<What, 'unit'>, yen: number): { text: string; id: string } {
    const myriads = Math.round(yen / 10_000);
    const [oku, man] = [Math.floor(myriads / 10_000), myriads % 10_000];
    if (man === 0 && oku > 0) return this.#record({ ...what, unit: '億円' }, `${this.write(oku)}億円`, oku);
    const text = `${oku > 0 ? `${this.write(oku)}億` : ''}${this.write(man)}万円`;
    return this.#record({ ...what, unit: '万円' }, text, myriads);
  }

  /** 1234567 → 1,234,567 or １，２３４，５６７; -12 → △12. */
  write(value: number, decimals = 0): string {
    const { digits, minus } = this.facts.hand;
    const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
    const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
    const wide = digits === 'full' ? withDigits(grouped, 'full').replaceAll(',', '，').replaceAll('.', '．') : grouped;
    return Number(value.toFixed(decimals)) < 0 ? `${minus}${wide}` : wide;
  }

  /** A small number in running text in the year's digits: ３件. */
  digits(text: string | number): string {
    return withDigits(String(text), this.facts.hand.digits);
  }

  #record(what: What, text: string, value: number): { text: string; id: string } {
    if (this.quantities.some(({ id }) => id === what.id)) throw new Error(`twice on one paper: ${what.id}`);
    this.quantities.push({ ofYear: false, ...what, text, value });
    return { text, id: what.id };
  }
}

export const head = (text: string, span: { columns?: number; rows?: number } = {}): Cell => ({
  text,
  head: true,
  ...span,
});
export const heading = (text: string, level = 1): Block => ({ kind: 'heading', text, level });
export const paragraph = (...parts: (string | { text: string; id: string })[]): Block => ({ kind: 'paragraph', parts });
export const pageBreak: Block = { kind: 'break' };

interface TableFacts {
  /** Widths: a number is a share, a text like 18mm is fixed. */
  readonly columns: readonly (number | string)[];
  readonly rows: readonly (readonly Cell[])[];
  readonly headRows?: number;
  readonly caption?: string;
  readonly unit?: string;
  /** Points. */
  readonly size?: number;
  /** Millimetres, the least height of a row. */
  readonly rowHeight?: number;
}

export function table({
  headRows = 0,
  caption = '',
  unit = '',
  size = 10,
  rowHeight = 0,
  ...facts
}: TableFacts): Block {
  return { kind: 'table', headRows, caption, unit, size, rowHeight, ...facts };
}
