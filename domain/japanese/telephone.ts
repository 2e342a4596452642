import { foldWidths } from './normalise.ts';

/** What a telephone dials for a number in any width and writing: ０４８－８２９－１１１１ → 048-829-1111 → 0488291111. */
export function dialled(phone: string): string {
  return foldWidths(phone).replace(/[^0-9+]/g, '');
}
