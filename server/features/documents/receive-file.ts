import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { type Files, FileTooLarge } from '../../files/files.ts';

export interface ReceivedFile {
  readonly sha256: string;
  readonly size: number;
  /** As the secretariat named it, without a path or control characters. */
  readonly name: string;
}

/** Stores the one file of a multipart request as it arrives. Throws `not_multipart` or `too_large`. */
export async function receiveFile(request: FastifyRequest, files: Files, limit: number): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw new DomainError('not_multipart');
  const part = await request.file({ limits: { fileSize: limit, files: 1, fields: 0 } });
  if (!part) throw new DomainError('not_multipart');
  try {
    const stored = await files.put(part.file, { limit });
    if (part.file.truncated) throw new DomainError('too_large', part.filename);
    return { ...stored, name: cleanName(part.filename) };
  } catch (error) {
    if (error instanceof FileTooLarge) throw new DomainError('too_large', part.filename);
    throw error;
  }
}

function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/\p{Cc}/gu, '').trim();
  return clean.slice(0, 200) || 'document.pdf';
}
