import type { Unit } from '../../quantities/unit.ts';
import type { ColumnGroup } from '../tables/meaning/column-groups.ts';
import type { ColumnHeader } from '../tables/meaning/column-header.ts';
import type { LabelStack } from '../tables/meaning/label-stack.ts';
import type { TableLayout } from '../tables/meaning/table-layout.ts';
import type { Label } from '../words/label.ts';
import type { ItemStack } from './item-stack.ts';

/** Where a table stands: what it belongs to, and the unit its caption gives. */
export interface TablePlace {
  readonly parents: readonly Label[];
  /** The same without the form read last, which another form does not belong to. */
  readonly outsideForm: readonly Label[];
  readonly unit: Unit | null;
  /** The number that its entries get, unless it goes on below the headers of an earlier one. */
  readonly number: number;
}

/** By its column: the items that hold, and what they are all under. */
export type OpenItems = Map<number, { readonly stack: ItemStack; readonly under: readonly Label[] }>;

/** A table while its rows are read from the top: what holds for those below. */
export interface TableReading {
  readonly table: TableLayout;
  place: TablePlace;
  readonly unit: Unit | null;
  readonly groups: readonly ColumnGroup[];
  readonly stacks: readonly LabelStack[];
  headers: readonly ColumnHeader[];
  readonly items: OpenItems;
}
