/** A page of a file: its 1-based place in it, and the number printed on it. */
export interface NumberedPage {
  readonly number: number;
  readonly label: string | null;
}

/** The numbers that are printed on a page: of a sheet with two printed pages, 19・20, both. */
export const labelsOn = ({ label }: Pick<NumberedPage, 'label'>): readonly string[] => label?.split('・') ?? [];

/** What people say for a page: 151ページ by the number that is printed on it; what carries none is 9枚目 of its file. */
export function pageName({ number, label }: NumberedPage): string {
  return label === null ? `${number}枚目` : `${label}ページ`;
}

/** Where it is in its file, beside its name: 29枚中9枚目; 全29枚 where the name says the place already. */
export function pagePlace({ number, label }: NumberedPage, count: number): string {
  return label === null ? `全${count}枚` : `${count}枚中${number}枚目`;
}

/** The whole for the ear: 151ページ、29枚中9枚目. */
export function spokenPage(page: NumberedPage, count: number): string {
  return `${pageName(page)}、${pagePlace(page, count)}`;
}

/** Which numbers are printed on the pages: 148から171まで; null where none are. */
export function printedRange(pages: readonly NumberedPage[]): string | null {
  const labels = pages.flatMap(labelsOn);
  const numbers = labels.filter((label) => /^[0-9]+$/.test(label)).map(Number);
  if (numbers.length > 0) return `${Math.min(...numbers)}から${Math.max(...numbers)}まで`;
  return labels.length > 0 ? `${labels[0]}から${labels.at(-1)}まで` : null;
}
