import type { Files } from './files.ts';

/** Bytes: the pictures of one meeting that a hall of people opens at once, and what is too large to be one of many. */
const capacity = 48 * 1024 * 1024;
const largest = 1024 * 1024;

/** Files that were read a moment ago, in memory: they never change. What was asked for longest ago is let go first. */
export class HeldFiles {
  readonly #files: Files;
  readonly #held = new Map<string, Buffer>();
  readonly #reading = new Map<string, Promise<Buffer>>();
  #size = 0;

  constructor(files: Files) {
    this.#files = files;
  }

  /** The whole file; read once, however many ask at once. Rejects with ENOENT where there is none. */
  read(sha256: string): Promise<Buffer> | Buffer {
    const held = this.#held.get(sha256);
    if (held) {
      this.#held.delete(sha256);
      this.#held.set(sha256, held);
      return held;
    }
    const known = this.#reading.get(sha256);
    if (known) return known;
    const reading = this.#files.read(sha256).finally(() => this.#reading.delete(sha256));
    this.#reading.set(sha256, reading);
    return reading.then((bytes) => {
      this.#hold(sha256, bytes);
      return bytes;
    });
  }

  #hold(sha256: string, bytes: Buffer): void {
    if (bytes.length > largest || this.#held.has(sha256)) return;
    this.#held.set(sha256, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#held) {
      if (this.#size <= capacity) return;
      this.#held.delete(oldest);
      this.#size -= length;
    }
  }
}
