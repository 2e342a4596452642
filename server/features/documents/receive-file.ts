import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError, type ErrorCode } from '../../../domain/meetings/error-code.ts';
import { endingOf, type OfficeFormat, stemOf } from '../../../domain/meetings/office-format.ts';
import type { Converter } from '../../conversion/find-converter.ts';
import type { Closed } from '../../conversion/office-file.ts';
import { readOfficeFile } from '../../conversion/read-office-file.ts';
import { type FileContent, type Files, FileTooLarge } from '../../files/files.ts';
import { checkPdf } from '../../pdf/check-pdf.ts';
import type { PdfErrorCode } from '../../pdf/pdf-error.ts';
import { prepareChild } from '../../pdf/start-child.ts';

export interface ReceivedFile {
  readonly sha256: string;
  readonly size: number;
  /** As the secretariat named it, without a path or control characters. */
  readonly name: string;
  /** What is to be made a PDF; null where it is one. */
  readonly format: OfficeFormat | null;
  /** The id of the upload that it came by; null where it came in one piece. */
  readonly upload: string | null;
}

const longestStem = 150;

/** What a file is refused for at once; the rest is told once it is read. */
const refusals: Partial<Record<PdfErrorCode, ErrorCode>> = {
  empty: 'empty_file',
  password_needed: 'password_needed',
  protection_unknown: 'protection_unknown',
};

const closedCodes: Record<Closed, ErrorCode> = { encrypted: 'office_encrypted', macros: 'office_macros' };

/** What a file is received with. */
export interface Receiving {
  files: Files;
  maxUploadBytes: number;
  /** Null where there is none, and nothing but PDFs is taken. */
  converter: Promise<Converter | null>;
}

/**
 * Stores the one file of a multipart request as it arrives. Throws `not_multipart`, `too_large`, `request_failed`, or what
 * the file itself is refused for; nothing of it stays then.
 */
export async function receiveFile(request: FastifyRequest, receiving: Receiving): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw new DomainError('not_multipart');
  // one byte more, so that the files' own limit is met first and nothing cut short is ever stored
  const limits = { fileSize: receiving.maxUploadBytes + 1, files: 1, fields: 20, fieldSize: 1000 };
  prepareChild();
  let received: ReceivedFile | undefined;
  try {
    // to the form's end: a second file or a form cut short is refused, not ignored
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') received = await storePart(part, receiving);
    }
  } catch (error) {
    // the parser's errors have nothing but a message
    if (error instanceof Error && /multipart/i.test(error.message)) throw new DomainError('request_failed');
    throw error;
  }
  if (!received) throw new DomainError('not_multipart');
  return received;
}

async function storePart({ file, filename }: MultipartFile, receiving: Receiving): Promise<ReceivedFile> {
  const name = cleanName(filename);
  return { ...(await storeChecked(receiving, file, name)), name, upload: null };
}

/** Stores what can become a document. Throws `too_large`, or what the file is refused for; nothing of it stays then. */
export async function storeChecked(
  { files, converter, maxUploadBytes: limit }: Receiving,
  content: FileContent,
  name: string,
) {
  let format: OfficeFormat | null = null;
  const inspect = async (path: string) => {
    const code = await checkPdf(path);
    if (code === 'not_pdf') format = await checkOfficeFile(path, name, await converter);
    else if (code && refusals[code]) throw new DomainError(refusals[code], name);
  };
  try {
    const stored = await files.put(content, { limit, inspect });
    return { ...stored, format };
  } catch (error) {
    if (error instanceof FileTooLarge) throw new DomainError('too_large', name);
    throw error;
  }
}

/** Throws what it is refused for, by its content; its name proves nothing. */
async function checkOfficeFile(path: string, name: string, converter: Converter | null): Promise<OfficeFormat> {
  const found = await readOfficeFile(path);
  if (found === null) throw new DomainError('not_pdf', name);
  if (converter === null) throw new DomainError('no_converter', name);
  if (found.closed !== null) throw new DomainError(closedCodes[found.closed], name);
  return found.format;
}

/** Control characters, and those that turn the direction of what follows: 資料\u202Efdp.exe reads as a PDF's name. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name without its path, without what nobody sees, and of a length that a list can show. */
export function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = base.toWellFormed().replace(unprintable, '').trim();
  return [...stemOf(clean)].slice(0, longestStem).join('') + endingOf(clean) || 'document.pdf';
}
