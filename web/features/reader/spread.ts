import type { NumberedPage } from '../../../domain/meetings/page-name.ts';

/**
 * The pages that lie open together, as in a book whose left pages carry even numbers, or, where none are printed, in twos from
 * the front: one or two 1-based numbers in the file.
 */
export function spreadOf(pages: readonly NumberedPage[], page: number, count: number): readonly number[] {
  const first = isLeft(pages, page) ? page : page - 1;
  return [first, first + 1].filter((one) => one >= 1 && one <= count);
}

function isLeft(pages: readonly NumberedPage[], page: number): boolean {
  const numbered = pages.find(({ label }) => label !== null && /^[0-9]+$/.test(label));
  // the distance from a page whose number is known tells for all: numbers may be missing on some
  const number = numbered ? Number(numbered.label) + page - numbered.number : page + 1;
  return Math.abs(number) % 2 === 0;
}
