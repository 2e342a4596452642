/** One document for the printing child. */
export interface TypstJob {
  /** Absolute folder; the template cannot read outside it. */
  readonly workspace: string;
  /** Absolute path of the template in the workspace. */
  readonly main: string;
  /** JSON text, which the template reads from `sys.inputs.data`: never a part of its source. */
  readonly data: string;
  /** Seconds since 1970, written into the PDF as its date of creation. */
  readonly timestamp: number;
  /** A PDF/UA-1, a PDF without structure to be laid over another, or for the screen all pages below one another as one picture. */
  readonly form?: 'pdf' | 'overlay' | 'svg';
  /** Labels (`<overflow>`) whose metadata is wanted. */
  readonly queries?: readonly string[];
}

export interface TypstDocument {
  readonly file: Uint8Array;
  readonly pages: number;
  /** The values of the metadata under each label asked for. */
  readonly queried: readonly (readonly unknown[])[];
}

export type TypstAnswer = TypstDocument | { readonly failure: string };
