/** x0, y0, x1, y1 in points (1/72 inch) from the top left of the upright page. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One character as the page shows it. */
export interface Character {
  /** One code point, with its variation selector where the file keeps one. */
  readonly text: string;
  /** The loose box: full width of the advance, full height of the font. */
  readonly box: Box;
  /** True where the text runs from top to bottom. */
  readonly vertical: boolean;
}

/** A straight ruling line, horizontal or vertical; a filled thin rectangle counts as one. */
export type Rule = Box;

/** What is read from one page of a PDF; everything in domain/pages starts from here. */
export interface PageContent {
  /** 1-based index in the file. */
  readonly index: number;
  /** Points, upright (after /Rotate). */
  readonly width: number;
  readonly height: number;
  /** In the order of the file. */
  readonly characters: readonly Character[];
  readonly rules: readonly Rule[];
  /** True where the page is a picture without text, scanned or of type that is drawn as outlines. */
  readonly scanned: boolean;
}

/** An entry of the file's outline (bookmarks). */
export interface OutlineEntry {
  readonly title: string;
  /** 1-based page index, null where the entry leads nowhere in this file. */
  readonly page: number | null;
  /** 0 for the top level. */
  readonly depth: number;
}
