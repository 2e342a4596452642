import type { Initiative, ReadState, ReadValue } from '../../../domain/initiatives/initiative.ts';
import { readInitiatives } from '../../../domain/initiatives/read-initiatives.ts';
import { draw } from '../pages/drawn-page.ts';

export const tall = { width: 595, height: 842 };
export const wide = { width: 1600, height: 842 };

/** Each initiative of a drawn paper of 令和５年度 as `number name | department | target | result | state | effect`. */
export function read(text: string, size = wide, year = 2023): string[] {
  return readInitiatives(draw(text, size).pages, year).initiatives.map(show);
}

export const show = ({ number, name, department, target, result, state, effect }: Initiative) =>
  [`${number} ${name}`, department ?? '–', value(target), value(result), kind(state), value(effect)].join(' | ');
const value = (read: ReadValue | null) =>
  read
    ? `${read.text}${read.unit && !read.text.normalize('NFKC').includes(read.unit) ? `[${read.unit}]` : ''}${doubts(read)}`
    : '–';
const kind = (read: ReadState | null) => (read ? `${read.text}=${read.kind}${doubts(read)}` : '–');
const doubts = (read: { doubts: readonly string[] }) => (read.doubts.length > 0 ? ` (${read.doubts.join(', ')})` : '');
