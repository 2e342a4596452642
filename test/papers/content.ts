/** A number of which the truth knows what it is: numbers of one id in two papers are the same thing. */
export interface MadeNumber {
  readonly id: string;
  /** As printed: digits only, △ as a minus. */
  readonly value: number;
  readonly label: string;
  readonly column: string;
  /** null where the paper prints none. */
  readonly unit: string | null;
  /** renamed: the same thing under another name; aside: part of a formula or remark. A pair of them is neither asked for nor wrong. */
  readonly role?: 'renamed' | 'aside';
}

/** A piece of a line; a piece with a number is printed as one. */
export interface Piece {
  readonly text: string;
  readonly number?: MadeNumber;
  readonly align?: 'left' | 'right' | 'center';
  /** In parts of the size of the type. */
  readonly indent?: number;
  /** Ruby over the piece. */
  readonly ruby?: string;
  /** The piece is set in type of this many times the size around it. */
  readonly scale?: number;
}

/** Lines of pieces; a string is one line of one piece. A line too long for the cell is broken. */
export interface Cell {
  readonly lines: readonly (readonly Piece[])[];
  /** Columns and rows that it takes. */
  readonly across?: number;
  readonly down?: number;
  readonly align?: 'left' | 'right' | 'center';
}

export interface Row {
  readonly cells: readonly Cell[];
  /** No ruling line above the row. */
  readonly open?: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  /** Of the text's width; 1 where nothing is said. */
  readonly share?: number;
  /** Always with all ruling lines, whatever the paper's style: the forms of a budget book are. */
  readonly ruled?: boolean;
}

export interface LineBlock {
  readonly kind: 'line';
  readonly pieces: readonly Piece[];
  readonly align?: 'left' | 'right' | 'center';
  /** 1 is the size of the text. */
  readonly scale?: number;
  readonly indent?: number;
  /** A heading says it once more where its table goes on over the page. */
  readonly heading?: boolean;
}

/** Sentences, broken into lines. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
}

/** A ring of slices with the lines printed in each, a name in the middle. */
export interface PieBlock {
  readonly kind: 'pie';
  readonly pies: readonly { readonly title: string; readonly slices: readonly (readonly (readonly Piece[])[])[] }[];
}

/** Bars over names, the amounts above them. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly bars: readonly { readonly name: string; readonly amount: Piece; readonly share: number }[];
}

/** Two tables beside each other, as two printed pages on one sheet or on two sheets; their rows stand at the same heights. */
export interface SpreadBlock {
  readonly kind: 'spread';
  readonly left: TableBlock;
  readonly right: TableBlock;
  readonly facing: boolean;
}

/** From here on lines and paragraphs run in so many columns. */
export interface ColumnsBlock {
  readonly kind: 'columns';
  readonly count: 1 | 2;
}

export type Block =
  | ColumnsBlock
  | TableBlock
  | LineBlock
  | ParagraphBlock
  | PieBlock
  | BarsBlock
  | SpreadBlock
  | { readonly kind: 'break' };

export const text = (words: string, more: Omit<Cell, 'lines'> = {}): Cell => ({
  lines: words === '' ? [] : [[{ text: words }]],
  ...more,
});
export const head = (words: string, across = 1, down = 1): Cell => text(words, { across, down, align: 'center' });
export const cellOf = (pieces: readonly Piece[], more: Omit<Cell, 'lines'> = {}): Cell => ({
  lines: [pieces],
  ...more,
});
export const line = (words: string, more: Omit<LineBlock, 'kind' | 'pieces'> = {}): LineBlock => ({
  kind: 'line',
  pieces: [{ text: words }],
  ...more,
});
export const heading = (words: string, scale = 1.2): LineBlock => line(words, { scale, heading: true });
export const unitLine = (unit: string): LineBlock => line(`（単位：${unit}）`, { align: 'right' });
export const pageBreak = { kind: 'break' } as const;
