/** One page of a file: `number` is its 1-based index, `label` the number printed on it; sizes in points, upright. */
export interface ShownPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
  readonly scanned: boolean;
  /** Why it is blank, where it could not be read or drawn. */
  readonly problem: 'damaged' | 'too_complex' | null;
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
  /** One of few bytes that can be read already; null where the large one is as quick. */
  quickPicture(page: number): string | null;
  /** Where a picture did not come: true once it can be asked for again, false where it is not to be had. */
  awaitPicture(url: string): Promise<boolean>;
  text(page: number, signal: AbortSignal): Promise<{ readonly lines: readonly ShownLine[] }>;
}

/** Pixels across the large picture. */
export const largePictureWidth = 1500;
