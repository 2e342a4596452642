/** Crockford's base 32: no I, L, O, U, so that a key read aloud or typed from paper cannot be mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const linkKeyLength = 16;
export const typedCodeLength = 8;
/** A typed code goes with its meeting: it opens until so many days after it. */
export const codeDaysAfterMeeting = 14;

/** Encodes bytes, 5 bits a character; 10 bytes give a link key, 5 bytes a typed code. */
export function encodeKey(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/** What a person typed, as the key it means: widths and case folded, O as 0, I and L as 1, marks dropped. Null where it cannot be one. */
export function readKey(typed: string, length: number): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑–—−ー・.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const valid = text.length === length && [...text].every((character) => alphabet.includes(character));
  return valid ? text : null;
}

/** ABCD-EFGH, as printed on the letter. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
