import type { ChildRequest, Frame, FrameHeader } from './frames.ts';
import { runPages } from './run-pages.ts';

export interface PaperTaker {
  readonly onDocument: (header: FrameHeader & { type: 'document' }) => Promise<void>;
  readonly onPage: (frame: Frame) => Promise<void>;
}

/**
 * Pages still to be done from which a second child is worth it: to start and to warm up it takes the processor time of 15 to 40
 * pages, and one child alone has its pictures encoded beside it.
 */
const longRest = 40;
/** Of such pages a scan is worth. */
const scanWeight = 4;
/** The papers that this process is at. */
const atWork = new Set<WholePaper>();

/** The reading of one paper: by one child from its first page, and by a second from its last while no other paper is there. */
export class WholePaper {
  readonly #request: ChildRequest;
  readonly #taker: PaperTaker;
  readonly #signal: AbortSignal;
  /** Ends both children: nothing is left to do, or something went wrong. */
  readonly #over = new AbortController();
  readonly #done: Set<number>;
  #pageCount = 0;
  #second: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;
  /** What the taker rejected with. */
  #failure: { readonly error: unknown } | undefined;

  constructor(request: ChildRequest, taker: PaperTaker, signal: AbortSignal | undefined) {
    this.#request = request;
    this.#taker = taker;
    this.#signal = signal ? AbortSignal.any([signal, this.#over.signal]) : this.#over.signal;
    this.#done = new Set(request.skip);
  }

  /** Rejects like processPdf. */
  async run(): Promise<void> {
    for (const other of atWork) other.#second?.stop.abort();
    atWork.add(this);
    try {
      await this.#readForwards();
    } catch (error) {
      if (!this.#failure && !this.#isComplete()) throw error;
    } finally {
      atWork.delete(this);
      this.#over.abort();
      await this.#second?.ended;
    }
    if (this.#failure) throw this.#failure.error;
  }

  async #readForwards(): Promise<void> {
    for await (const frame of runPages(this.#request, this.#signal)) {
      if (frame.header.type === 'document') {
        this.#pageCount = frame.header.pageCount;
        await this.#taker.onDocument(frame.header);
      } else {
        await this.#deliver(frame);
        if (this.#isComplete()) return;
        const rest = this.#pageCount - this.#done.size;
        const isScan = frame.header.type === 'page' && frame.header.scanned;
        if (rest * (isScan ? scanWeight : 1) >= longRest) this.#startSecond();
      }
    }
  }

  /** What is wrong with the paper itself is met and told forwards; forwards it also goes on where this is stopped. */
  async #readBackwards(signal: AbortSignal): Promise<void> {
    const request = { ...this.#request, backwards: true, skip: [...this.#done] };
    try {
      for await (const frame of runPages(request, signal)) {
        if (frame.header.type === 'page') await this.#deliver(frame);
        if (this.#isComplete()) return this.#over.abort();
      }
    } catch {
      if (this.#failure) this.#over.abort();
    }
  }

  #startSecond(): void {
    const isFree = !this.#second || this.#second.stop.signal.aborted;
    if (!isFree || atWork.size > 1) return;
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.#signal]);
    this.#second = { stop, ended: this.#readBackwards(signal) };
  }

  async #deliver(frame: Frame): Promise<void> {
    if (frame.header.type !== 'page' || this.#done.has(frame.header.index)) return;
    this.#done.add(frame.header.index);
    try {
      await this.#taker.onPage(frame);
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  #isComplete(): boolean {
    return this.#pageCount > 0 && this.#done.size >= this.#pageCount;
  }
}
