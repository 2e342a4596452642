/** One page of a file: `number` is its 1-based index, `label` the number printed on it; sizes in points, upright. */
export interface ShownPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
  readonly scanned: boolean;
}

/** `box` is left, top, right, bottom in points from the top left of the upright page. */
export interface ShownLine {
  readonly text: string;
  readonly box: readonly number[];
  readonly vertical: boolean;
}

/** The pages of one revision, as the page view needs them. */
export interface PageSource {
  /** What is said before the page's number: 資料１. */
  readonly name: string;
  readonly revisionId: number;
  /** Those that are ready, in order. */
  readonly pages: readonly ShownPage[];
  /** Null until the file was opened. */
  readonly pageCount: number | null;
  /** Address of the whole file. */
  readonly pdf: string;
  picture(page: number, size: 'large' | 'small'): string;
  text(page: number, signal: AbortSignal): Promise<{ readonly lines: readonly ShownLine[] }>;
}

/** Pixels across the large picture. */
export const largePictureWidth = 1500;

/** 印刷 149 where the printed number is not the place in the file; else nothing. */
export function printedNote({ number, label }: ShownPage): string {
  return label === null || label === String(number) ? '' : `印刷 ${label}`;
}

/** 3ページ, or 3ページ（印刷 149）. */
export function pageName(page: ShownPage): string {
  const note = printedNote(page);
  return `${page.number}ページ${note === '' ? '' : `（${note}）`}`;
}
