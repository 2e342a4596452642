import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';

/** The content-disposition of a file whose name may hold any character (RFC 6266, RFC 8187). */
export function dispositionOf(kind: 'inline' | 'attachment', fileName: string): string {
  const name = encodeURIComponent(fileName).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
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

/** Words that a spreadsheet would run as a formula, as words. A negative number stays one: only words can be formulas. */
export const disarmed = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
