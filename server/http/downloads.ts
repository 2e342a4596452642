import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import iconv from 'iconv-lite';
import { ERA_LETTERS, ERA_NAMES } from '../../domain/japanese/era.ts';
import { DomainError } from '../../domain/meetings/error-code.ts';

/** The content-disposition of a file whose name may hold any character (RFC 6266, RFC 8187); composed, as Windows has it. */
export function dispositionOf(kind: 'inline' | 'attachment', fileName: string): string {
  const name = encodeURIComponent(fileName.normalize('NFC')).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename*=UTF-8''${name}`;
}

type Row = readonly (string | number | null)[];

/** Rows as CSV (RFC 4180) with a byte order mark, so that Excel takes it for UTF-8. Words of papers and people go in `disarmed`. */
export function sendCsv(reply: FastifyReply, fileName: string, rows: readonly Row[]) {
  return describe(reply, fileName, 'utf-8').send(
    stringify([...rows], { bom: true, record_delimiter: 'windows', escape_formulas: false }),
  );
}

/** Signs that Windows' Shift_JIS has under another number, as every Japanese program on Windows writes them. */
const windowsSigns: Record<string, string> = {
  '〜': '～',
  '−': '－',
  '—': '―',
  '‖': '∥',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
};

/** The same in Windows' Shift_JIS (CP932). Throws `not_in_shift_jis` with what it cannot write: nothing becomes a ?. */
export function sendShiftJisCsv(reply: FastifyReply, fileName: string, rows: readonly Row[]) {
  const text = stringify([...rows], { record_delimiter: 'windows', escape_formulas: false });
  const written = text.replace(/[〜−—‖¢£¬]/g, (sign) => windowsSigns[sign] ?? sign);
  const missing = new Set([...written].filter((sign) => iconv.decode(iconv.encode(sign, 'cp932'), 'cp932') !== sign));
  if (missing.size > 0) throw new DomainError('not_in_shift_jis', [...missing].join('、'));
  return describe(reply, fileName, 'shift_jis').send(iconv.encode(written, 'cp932'));
}

function describe(reply: FastifyReply, fileName: string, charset: string): FastifyReply {
  return reply
    .type(`text/csv; charset=${charset}`)
    .header('cache-control', 'private, no-cache')
    .header('content-disposition', dispositionOf('attachment', fileName));
}

/** What a spreadsheet runs as a formula. A negative number stays one: only words can be formulas. */
const formula = /^[=+\-@\t\r＝＋－＠]/;
/** What it turns into a date, a time or another number: 3-1, 3/1, 1:30, R4.3.1, 3月1日, 令和4年3月, 2E5, 007. */
const otherThanTyped = [
  /^\d{1,4}\s*([-/:])\s*\d{1,4}(?:\s*\1\s*\d{1,4})?$/,
  new RegExp(`^[${ERA_LETTERS}]\\d{1,2}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?$`, 'i'),
  new RegExp(`^(?:(?:\\d{4}|(?:${ERA_NAMES})(?:\\d{1,2}|元))年)?\\d{1,2}月(?:\\d{1,2}日)?$`),
  /^\d+(?:\.\d+)?E[-+]?\d+$/i,
  /^0\d+$/,
];

/** Words as a spreadsheet keeps them: with an apostrophe where it would make something else of them. */
export function disarmed(text: string): string {
  const folded = text.normalize('NFKC').trim();
  return formula.test(text) || otherThanTyped.some((form) => form.test(folded)) ? `'${text}` : text;
}
