import { unionOf } from '../pages/sheet/box.ts';
import type { Box } from '../pages/sheet/page-content.ts';
import type { GridCell } from '../pages/tables/grid.ts';
import { withoutUnit } from '../pages/words/unit-caption.ts';
import { findQuantities, isDash, readQuantity } from '../quantities/read-quantity.ts';
import type { Unit } from '../quantities/unit.ts';
import type { LabelledCell } from './cell-labels.ts';
import type { Role } from './sense.ts';

export type Slot =
  | 'department'
  | 'indicator'
  | 'group'
  | 'target'
  | 'result'
  | 'state'
  | 'rating'
  | 'effect'
  | 'planned-effect';

/** Something printed that may be a value of an initiative. */
export interface Candidate {
  readonly slot: Slot;
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly total: boolean;
  readonly page: number;
  readonly box: Box;
}

/** What the words over a table say of it. */
export interface TableContext {
  readonly effect: boolean;
  readonly unit: Unit | null;
}

/** Longer texts tell of a target or result and are none. */
const LONGEST_VALUE = 40;
const LONGEST_NAME = 60;

/** What a labelled cell may be for an initiative; null for none, and for cells that hold nothing. */
export function candidateOf(labelled: LabelledCell, page: number, context: TableContext): Candidate | null {
  const { cell, year, total } = labelled;
  const slot = slotOf(labelled, context);
  if (!slot || cell.text === '' || isDash(cell.text)) return null;
  const isMeasured = slot === 'target' || slot === 'result' || slot === 'effect' || slot === 'planned-effect';
  if (cell.text.length > (isMeasured ? LONGEST_VALUE : LONGEST_NAME)) return null;
  const read = isMeasured ? measure(cell.text, labelled.unit ?? context.unit) : { value: null, unit: null };
  if ((slot === 'effect' || slot === 'planned-effect') && read.value === null) return null;
  return { slot, text: cell.text, ...read, year, total, page, box: boxOf(cell) };
}

function slotOf({ roles, total }: LabelledCell, { effect }: TableContext): Slot | null {
  if (roles.has('number') || roles.has('name')) return null;
  const planned = roles.has('target') && !roles.has('result');
  if (roles.has('effect')) return planned ? 'planned-effect' : 'effect';
  if (effect && (roles.has('target') || roles.has('result') || total)) return planned ? 'planned-effect' : 'effect';
  const order: readonly (Role & Slot)[] = ['state', 'rating', 'result', 'target', 'department', 'indicator', 'group'];
  return order.find((role) => roles.has(role)) ?? null;
}

/** The number a text holds, its unit beside it or, where there is none, as `unit` says. */
export function measure(text: string, unit: Unit | null): { value: number | null; unit: string | null } {
  const counted = COUNTED.exec(text.replace(/\s+/gu, ''));
  const quantity =
    readQuantity(text, false) ?? findQuantities(text)[0] ?? (counted ? readQuantity(counted[1]!, false) : undefined);
  if (!quantity) return { value: null, unit: null };
  const own = quantity.unit && quantity.unit.measure !== '' ? quantity.unit : null;
  return { value: quantity.value, unit: own?.text ?? counted?.[2] ?? unit?.text ?? null };
}

/** 50枠: a counter that no list knows. */
const COUNTED = /^([△▲-]?[0-9０-９,，.．]+)([一-龠々ァ-ヺー]{1,4})$/u;

/** オンライン予約の割合（％） is the indicator and its unit; the unit may be any word in brackets. */
export function indicatorOf(text: string): { name: string; unit: string | null } {
  const { words, unit } = withoutUnit(text);
  if (unit) return { name: words, unit: unit.text };
  const match = /^(.+?)[（(](?:単位[:：])?([^（()）]{1,4})[)）]$/u.exec(text);
  return match ? { name: match[1]!, unit: match[2]! } : { name: text, unit: null };
}

export const boxOf = (cell: GridCell): Box =>
  cell.lines.length > 0 ? unionOf(cell.lines.map(({ box }) => box)) : cell.box;
