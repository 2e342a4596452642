import type { Quantity } from '../../quantities/quantity.ts';
import type { Unit } from '../../quantities/unit.ts';
import type { Box } from '../sheet/page-content.ts';
import type { Label } from '../words/label.ts';

/** One quantity at its place on a page. */
export interface PlacedQuantity {
  readonly page: number;
  readonly box: Box;
  readonly quantity: Quantity;
  /** From beside the digits, the column's or row's header, or the table's caption; null where nothing says. */
  readonly unit: Unit | null;
  /** Headers over it, outermost first; empty where the paper prints none. */
  readonly column: readonly Label[];
  /** Which column of its table that is, from 0 at the left; only in a table. */
  readonly columnIndex?: number;
}

/** How many characters of an entry stand on a page. */
export type PageShare = readonly [page: number, characters: number];

/** What a reader takes in at one glance: a row, a heading, a phrase with its amount. The unit of alignment. */
export interface Entry {
  readonly kind: 'row' | 'phrase' | 'text';
  readonly page: number;
  readonly box: Box;
  /** Rows below one set of headers, over all its pages, share a number; only in a table. */
  readonly table?: number;
  /** All its pages, in order, up to where the next entry begins; only where it runs over the edge of a page. */
  readonly spread?: readonly PageShare[];
  /** What it belongs to, outermost first: section, table, 款, 項. */
  readonly parents: readonly Label[];
  readonly label: Label;
  /** True for a row that prints no name: its label is that of what it stands under. */
  readonly isUnnamed?: true;
  /** Text beside it that helps to tell it from others of the same name. */
  readonly remark: Label;
  readonly quantities: readonly PlacedQuantity[];
}

/** Everything an entry belongs to and its label, as printed, outermost first. */
export const pathOf = ({ parents, label }: Entry): string[] => [...parents, label].map(({ printed }) => printed);
