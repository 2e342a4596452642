import type { Block, Cell, MadeNumber, Piece } from './content.ts';
import { cellOf } from './content.ts';
import type { Draw } from './draw.ts';
import { printed, type Style } from './style.ts';

/** A paper of one fiscal year while it is written. */
export interface Office {
  readonly year: number;
  /** 0 in the older paper, 1 in the newer one. */
  readonly turn: 0 | 1;
  readonly style: Style;
}

/** What a kind of paper says, in either year. All choices that both papers share are made when it is drawn. */
export interface Kind {
  readonly landscape: boolean | 'either';
  /** What the style must be, where the kind needs it. */
  readonly style?: (style: Style, draw: Draw) => Style;
  draw(draw: Draw): (office: Office) => Block[];
}

/** A row of a table over the years. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly renamed: boolean;
}

/** Of the names those that either year has: some end, some are new, a few change places, one may change its name. */
export function itemsOver(
  draw: Draw,
  names: readonly string[],
  { renames = false } = {},
): [older: Item[], newer: Item[]] {
  const items = names.map((name) => ({ id: name, name, renamed: false }));
  const older = items.filter(() => !draw.chance(0.08));
  const newer = items.filter(() => !draw.chance(0.08));
  if (newer.length > 4 && draw.chance(0.3)) {
    const at = draw.integer(0, newer.length - 1);
    newer.splice(draw.integer(0, newer.length - 1), 0, ...newer.splice(at, 1));
  }
  if (renames && newer.length > 2 && draw.chance(0.5)) {
    const at = draw.integer(0, newer.length - 1);
    const { id, name } = newer[at]!;
    newer[at] = { id, name: `新${name}`, renamed: true };
    const before = older.findIndex((item) => item.id === id);
    if (before >= 0) older[before] = { ...older[before]!, renamed: true };
  }
  return [older, newer];
}

interface Said {
  readonly id: string;
  readonly label: string;
  readonly column: string;
  readonly unit?: string | null;
  readonly role?: MadeNumber['role'] | undefined;
  readonly decimals?: number;
  /** Printed behind the digits: ％, 人, 千円増. */
  readonly suffix?: string;
  readonly prefix?: string;
}

/** A number as the office prints it; where it prints a dash the truth knows of none. */
export function numberPiece(
  value: number,
  { id, label, column, unit = null, role, decimals = 0, suffix = '', prefix = '' }: Said,
  style: Style,
): Piece {
  const rounded = Number(value.toFixed(decimals));
  const digits = printed(rounded, style, decimals);
  if (!/[0-9０-９]/u.test(digits)) return { text: digits, align: 'right' };
  const number = { id, value: rounded, label, column, unit, ...(role && { role }) };
  return { text: `${prefix}${digits}${suffix}`, align: 'right', number };
}

export const numberCell = (value: number, said: Said, style: Style): Cell => cellOf([numberPiece(value, said, style)]);
