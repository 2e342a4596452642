import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Files } from '../../files/files.ts';
import type { HeldFiles } from '../../files/held-files.ts';
import { dispositionOf } from '../../http/downloads.ts';

/** How files leave: by this server, or by the proxy in front of it (X-Accel-Redirect), which reads them at `accel`. */
export interface Sending {
  readonly files: Files;
  readonly held: HeldFiles;
  readonly accel: string | undefined;
}

/**
 * A picture; kept by the browser, without asking again where its address names the content. Private, since who may read it
 * is decided for each viewer. Throws where the file is not on the disk.
 */
export async function sendPicture(
  request: FastifyRequest,
  reply: FastifyReply,
  { files, held, accel }: Sending,
  { sha256, named }: { sha256: string; named: boolean },
) {
  reply
    .header('cache-control', named ? 'private, max-age=31536000, immutable' : 'private, no-cache')
    .header('etag', `"${sha256}"`);
  if (request.headers['if-none-match'] === `"${sha256}"`) return reply.code(304).send();
  const bytes = await held.read(sha256);
  reply.type(typeOf(bytes));
  if (accel !== undefined) return reply.header('x-accel-redirect', accel + files.place(sha256)).send();
  return reply.send(bytes);
}

/** By the first bytes: what a picture is drawn as differs from page to page. */
function typeOf(bytes: Buffer): string {
  if (bytes[0] === 0x89) return 'image/png';
  return bytes[0] === 0xff ? 'image/jpeg' : 'image/webp';
}

interface SentFile {
  readonly sha256: string;
  readonly byteSize: number;
  readonly fileName: string;
}

/** The PDF, or the one range of it that is asked for (RFC 9110 §14). */
export function sendPdf(
  request: FastifyRequest,
  reply: FastifyReply,
  { files, accel }: Sending,
  { file, download }: { file: SentFile; download: boolean },
) {
  reply
    .type('application/pdf')
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${file.sha256}"`)
    .header('content-disposition', dispositionOf(download ? 'attachment' : 'inline', file.fileName));
  if (request.headers['if-none-match'] === `"${file.sha256}"`) return reply.code(304).send();
  // the proxy answers ranges by itself
  if (accel !== undefined) return reply.header('x-accel-redirect', accel + files.place(file.sha256)).send();
  reply.header('accept-ranges', 'bytes');
  const range = readRange(request.headers.range, file.byteSize);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.byteSize}`).send();
  if (range === null) return reply.header('content-length', file.byteSize).send(files.open(file.sha256));
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.byteSize}`)
    .header('content-length', range.end - range.start + 1)
    .send(files.open(file.sha256, range));
}

/** One byte range, both ends included; null where the whole file is to be sent (no range, or several). */
function readRange(header: string | undefined, size: number): { start: number; end: number } | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size) return 'unsatisfiable';
  return start > end ? null : { start, end };
}
