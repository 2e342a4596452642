import type { Readable } from 'node:stream';
import type { FileStore } from '@tus/file-store';
import type { Erased } from './erase-files.ts';

export interface StoredFile {
  /** 64 hexadecimal digits, lower case. */
  sha256: string;
  /** In bytes. */
  size: number;
}

export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/** Files by the SHA-256 of their content: never changed, stored once, complete and on the disk before they are seen. */
export interface Files {
  /**
   * Stores the content. Past `limit` bytes rejects with FileTooLarge, and with what `inspect` rejects with, which is given
   * the path of the whole file before it is kept; whatever fails, nothing is left.
   */
  put(
    content: FileContent,
    options?: { limit?: number; inspect?: (path: string) => Promise<void> },
  ): Promise<StoredFile>;
  /** Bytes `start` to `end`, both included, as in HTTP's Range. The stream errors with ENOENT where there is no such file. */
  open(sha256: string, range?: { start: number; end: number }): Readable;
  /** The whole file, for small ones. Rejects with ENOENT where there is no such file. */
  read(sha256: string): Promise<Buffer>;
  /** Where it lies below the files' folder, for a proxy that sends it itself. */
  place(sha256: string): string;
  /** A path on this machine, for a child process; read only. */
  path(sha256: string): Promise<string>;
  /** In bytes; null where there is no such file. */
  size(sha256: string): Promise<number | null>;
  /** Erases what was stored before a moment and is not among the needed ones, which are asked for after that is known. */
  erase(before: Date, listNeeded: () => Promise<ReadonlySet<string>>): Promise<Erased>;
  /** Where files arrive piece by piece, each under the id of its upload, until they are whole (https://tus.io). */
  readonly parts: FileStore;
  /** Bytes that can still be written. */
  room(): Promise<number>;
  /** Removes what interrupted uploads left that nobody goes on with; returns how many files. */
  sweep(): Promise<number>;
}

export class FileTooLarge extends Error {
  /** In bytes. */
  readonly limit: number;

  constructor(limit: number) {
    super(`the file is larger than ${limit} bytes`);
    this.name = 'FileTooLarge';
    this.limit = limit;
  }
}
