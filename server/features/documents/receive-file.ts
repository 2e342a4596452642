import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError, type ErrorCode } from '../../../domain/meetings/error-code.ts';
import { type FileContent, type Files, FileTooLarge } from '../../files/files.ts';
import { checkPdf } from '../../pdf/check-pdf.ts';
import type { PdfErrorCode } from '../../pdf/pdf-error.ts';

export interface ReceivedFile {
  readonly sha256: string;
  readonly size: number;
  /** As the secretariat named it, without a path or control characters. */
  readonly name: string;
  /** The id of the upload that it came by; null where it came in one piece. */
  readonly upload: string | null;
}

const longestStem = 150;

/** What a file is refused for at once; the rest is told once it is read. */
const refusals: Partial<Record<PdfErrorCode, ErrorCode>> = {
  empty: 'empty_file',
  not_pdf: 'not_pdf',
  password_needed: 'password_needed',
  protection_unknown: 'protection_unknown',
};

/**
 * Stores the one file of a multipart request as it arrives. Throws `not_multipart`, `too_large`, `request_failed`, or what
 * the file itself is refused for; nothing of it stays then.
 */
export async function receiveFile(request: FastifyRequest, files: Files, limit: number): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw new DomainError('not_multipart');
  // one byte more, so that the files' own limit is met first and nothing cut short is ever stored
  const limits = { fileSize: limit + 1, files: 1, fields: 20, fieldSize: 1000 };
  let received: ReceivedFile | undefined;
  try {
    // to the form's end: a second file or a form cut short is refused, not ignored
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') received = await storePart(part, files, limit);
    }
  } catch (error) {
    // the parser's errors have nothing but a message
    if (error instanceof Error && /multipart/i.test(error.message)) throw new DomainError('request_failed');
    throw error;
  }
  if (!received) throw new DomainError('not_multipart');
  return received;
}

async function storePart({ file, filename }: MultipartFile, files: Files, limit: number): Promise<ReceivedFile> {
  const name = cleanName(filename);
  return { ...(await storeChecked(files, file, name, limit)), name, upload: null };
}

/** Stores what can become a document. Throws `too_large`, or what the file is refused for; nothing of it stays then. */
export async function storeChecked(files: Files, content: FileContent, name: string, limit: number) {
  const inspect = async (path: string) => {
    const code = await checkPdf(path);
    const refusal = code && refusals[code];
    if (refusal) throw new DomainError(refusal, name);
  };
  try {
    return await files.put(content, { limit, inspect });
  } catch (error) {
    if (error instanceof FileTooLarge) throw new DomainError('too_large', name);
    throw error;
  }
}

/** Control characters, and those that turn the direction of what follows: 資料\u202Efdp.exe reads as a PDF's name. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name without its path, without what nobody sees, and of a length that a list can show. */
export function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = base.toWellFormed().replace(unprintable, '').trim();
  const [, stem = '', extension = ''] = /^(.*?)(\.pdf)?$/iu.exec(clean) ?? [];
  return [...stem].slice(0, longestStem).join('') + extension || 'document.pdf';
}
