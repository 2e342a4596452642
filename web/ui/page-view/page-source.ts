import type { Page, PageText } from '../../../contract/documents.ts';

/** The pages of one revision, as the page view needs them. Page numbers are 1-based indexes in the file. */
export interface PageSource {
  /** What is said before the page's number: 資料１. */
  readonly name: string;
  readonly revisionId: number;
  /** Those that are ready, in order. */
  readonly pages: readonly Page[];
  /** Null until the file was opened. */
  readonly pageCount: number | null;
  /** Address of the whole file. */
  readonly pdf: string;
  picture(page: number, size: 'large' | 'small'): string;
  text(page: number, signal: AbortSignal): Promise<PageText>;
}

/** Pixels across the large picture. */
export const largePictureWidth = 1500;

/** ３ページ, or with the printed number where it differs: ３ページ（印刷 149）. */
export function pageName(page: Page): string {
  return page.label === null || page.label === String(page.number)
    ? `${page.number}ページ`
    : `${page.number}ページ（印刷 ${page.label}）`;
}
