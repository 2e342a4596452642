import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Files } from '../../files/files.ts';
import { dispositionOf } from '../../http/downloads.ts';

/**
 * Content that is named by its hash and never changes; private, since who may read it is decided for each viewer, and
 * kept for the session it was given to. Throws where the file is not on the disk.
 */
export async function sendPicture(reply: FastifyReply, files: Files, sha256: string) {
  const size = await files.size(sha256);
  if (size === null) throw new Error(`picture ${sha256} is missing from the files`);
  return reply
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('vary', 'cookie')
    .header('content-length', size)
    .type('image/webp')
    .send(files.open(sha256));
}

interface SentFile {
  readonly sha256: string;
  readonly byteSize: number;
  readonly fileName: string;
}

/** The PDF, or the one range of it that is asked for (RFC 9110 §14). */
export function sendPdf(request: FastifyRequest, reply: FastifyReply, files: Files, file: SentFile, download: boolean) {
  reply
    .type('application/pdf')
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${file.sha256}"`)
    .header('content-disposition', dispositionOf(download ? 'attachment' : 'inline', file.fileName));
  if (request.headers['if-none-match'] === `"${file.sha256}"`) return reply.code(304).send();
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
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | null | 'unsatisfiable' {
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
