/** Bytes from the beginning in which a file's header is looked for: mail and copying programs leave their own before it. */
export const headerWindow = 64 * 1024;

const header = '%PDF-';

/**
 * Where a PDF begins in the first bytes of a file: at its header, or at the very beginning where the header is lost but its
 * first object is there; null where it is no PDF.
 */
export function findHeader(firstBytes: Buffer): { start: number; isLost: boolean } | null {
  const start = firstBytes.indexOf(header);
  if (start >= 0) return { start, isLost: false };
  return /(?:^|[\r\n])\d{1,8} \d{1,5} obj\s*(?:<<|\[)/.test(firstBytes.toString('latin1'))
    ? { start: 0, isLost: true }
    : null;
}
