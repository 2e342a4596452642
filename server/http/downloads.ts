import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';

/** The content-disposition of a file whose name may hold any character (RFC 6266, RFC 8187); composed, as Windows has it. */
export function dispositionOf(kind: 'inline' | 'attachment', fileName: string): string {
  const name = encodeURIComponent(fileName.normalize('NFC')).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename*=UTF-8''${name}`;
}

/** Rows as CSV (RFC 4180) with a byte order mark, so that Excel takes it for UTF-8. Words of papers and people go in `disarmed`. */
export function sendCsv(reply: FastifyReply, fileName: string, rows: readonly (readonly (string | number | null)[])[]) {
  return reply
    .type('text/csv; charset=utf-8')
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', dispositionOf('attachment', fileName))
    .send(stringify([...rows], { bom: true, record_delimiter: 'windows', escape_formulas: false }));
}

/** What a spreadsheet runs as a formula. A negative number stays one: only words can be formulas. */
const formula = /^[=+\-@\t\r＝＋－＠]/;
/** What it turns into a date, a time or another number: 3-1, 3/1, 1:30, R4.3.1, 3月1日, 令和4年3月, 2E5, 007. */
const otherThanTyped = [
  /^\d{1,4}\s*([-/:])\s*\d{1,4}(?:\s*\1\s*\d{1,4})?$/,
  /^[MTSHR]\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$/i,
  /^(?:(?:\d{4}|(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元))年)?\d{1,2}月(?:\d{1,2}日)?$/,
  /^\d+(?:\.\d+)?E[-+]?\d+$/i,
  /^0\d+$/,
];

/** Words as a spreadsheet keeps them: with an apostrophe where it would make something else of them. */
export function disarmed(text: string): string {
  const folded = text.normalize('NFKC').trim();
  return formula.test(text) || otherThanTyped.some((form) => form.test(folded)) ? `'${text}` : text;
}
