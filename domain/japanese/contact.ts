import { foldWidths } from './normalise.ts';

/** A telephone number as it is kept and shown: half-width figures and hyphens, ０４８－８２９－１１１１ → 048-829-1111. What stands beside it (内線１２) stays. */
export function tidyPhone(text: string): string {
  return foldWidths(text)
    .replace(/(?<=[0-9)])\s*[ー-]\s*(?=[0-9(])/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The address of a link that dials it; what follows the number, an extension for one, is not dialled. */
export function phoneHref(text: string): string {
  const number = /\+?[0-9][0-9()\s-]*/u.exec(tidyPhone(text))?.[0] ?? '';
  return `tel:${number.replace(/[^0-9+]/gu, '')}`;
}

/** A postal code as it is kept and printed: 〒３３０ー０００１ and 3300001 → 330-0001; what is none stays as typed. */
export function tidyPostalCode(text: string): string {
  const parts = /^〒?\s*([0-9]{3})\s*[ー-]?\s*([0-9]{4})$/u.exec(foldWidths(text).trim());
  return parts ? `${parts[1]}-${parts[2]}` : text.trim();
}

/** Whether this is a postal code as tidyPostalCode gives it. */
export const isPostalCode = (text: string): boolean => /^[0-9]{3}-[0-9]{4}$/u.test(text);

/** True for what can be an e-mail address, and for none at all. */
export const isEmail = (text: string): boolean => /^(?:[^\s@]+@[^\s@]+)?$/u.test(text);
