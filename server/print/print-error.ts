/** A text that cannot be printed as it is, with the characters that no font draws. */
export interface Unprintable {
  readonly text: string;
  /** Each character once, in the order of the text; U+XXXX of it is `codePointLabel`. */
  readonly characters: readonly string[];
}

/**
 * - unprintable: a character is in no font; `texts` says which text and which characters
 * - address-too-long: the address does not fit the envelope's window; `names` says whose
 * - letter-too-long: the letter does not fit one page however small; the greeting or the paper note is too long
 * - too-many: more letters than one print takes
 * - bad-link: the letter's URL or code is not of the form that is printed
 * - deadline: the printing child was ended because it took too long
 * - failed: Typst refused the document or the child died; `detail` is for the log
 */
export type PrintErrorCode =
  | 'unprintable'
  | 'address-too-long'
  | 'letter-too-long'
  | 'too-many'
  | 'bad-link'
  | 'deadline'
  | 'failed';

interface PrintErrorFacts {
  readonly texts?: readonly Unprintable[];
  readonly names?: readonly string[];
  readonly detail?: string;
}

/** Why nothing was printed. Nothing is ever half printed: either the whole PDF comes back, or this is thrown. */
export class PrintError extends Error {
  readonly code: PrintErrorCode;
  readonly texts: readonly Unprintable[];
  readonly names: readonly string[];

  constructor(code: PrintErrorCode, facts: PrintErrorFacts = {}) {
    super(facts.detail ? `${code}: ${facts.detail}` : code);
    this.name = 'PrintError';
    this.code = code;
    this.texts = facts.texts ?? [];
    this.names = facts.names ?? [];
  }
}

/** 𠮷 → U+20BB7, as a secretariat looks it up in its own table of characters. */
export function codePointLabel(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
