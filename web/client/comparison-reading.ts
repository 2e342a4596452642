import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ComparedLine, ComparedSide, Comparison, ComparisonInput } from '../../contract/comparisons.ts';
import { askComparison, readComparison, readLines } from './comparisons.ts';
import { Reading } from './reading.ts';

const pollMilliseconds = 700;

/** The documents to compare, and in which revisions. */
export interface AskedComparison extends ComparisonInput {
  readonly documentId: number;
}

/**
 * Asks for the comparison of two documents, reads on while it is computed, and keeps the lines of the pages that were wanted.
 * After a correction what is shown stays until it is computed anew.
 */
export class ComparisonReading implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly reading: Reading<Comparison>;
  private readonly onRead: (comparison: Comparison) => void;
  private asked: AskedComparison | null = null;
  /** The next question is asked from the start, not for how far it is. */
  private anew = true;
  private retrying = false;
  private lines = new Map<string, readonly ComparedLine[]>();
  private wanted = new Set<string>();
  private request = new AbortController();

  constructor(host: ReactiveControllerHost, onRead: (comparison: Comparison) => void = () => undefined) {
    this.host = host;
    this.onRead = onRead;
    this.reading = new Reading<Comparison>(host, {
      read: (signal, last) => this.read(signal, last),
      again: (comparison) => (isComputing(comparison) ? pollMilliseconds : null),
      onValue: (comparison) => this.onComparison(comparison),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  get value(): Comparison | null {
    return this.reading.value;
  }

  /** It cannot be had: the two papers stand side by side without it. */
  get failed(): boolean {
    const { value, failure } = this.reading;
    return value === null ? failure !== null : value.state === 'failed' && !value.ready;
  }

  get isWaiting(): boolean {
    const { value } = this.reading;
    return !this.failed && (value === null || isComputing(value));
  }

  watch(asked: AskedComparison): void {
    this.clear();
    this.asked = asked;
    void this.reading.load();
  }

  /** Has it computed once more where it failed. */
  retry(): void {
    this.retrying = true;
    this.askAnew();
  }

  /** After a correction. */
  refresh(): void {
    this.askAnew();
  }

  clear(): void {
    this.reading.clear();
    this.asked = null;
    this.anew = true;
    this.forgetLines();
    this.lines = new Map();
  }

  /** Fetches the lines of a page where they are not there yet. */
  want(side: ComparedSide, page: number): void {
    const { value } = this.reading;
    const key = keyOf(side, page);
    if (!value?.ready || page < 1 || this.wanted.has(key)) return;
    this.wanted.add(key);
    void this.fetch(value.id, side, page);
  }

  /** Null until they are there. */
  linesOf(side: ComparedSide, page: number): readonly ComparedLine[] | null {
    return this.lines.get(keyOf(side, page)) ?? null;
  }

  private askAnew(): void {
    this.anew = true;
    const { value } = this.reading;
    if (value) this.reading.show({ ...value, state: 'waiting' });
    void this.reading.load();
  }

  private read(signal: AbortSignal, last: Comparison | null): Promise<Comparison> {
    const { asked } = this;
    if (!asked) return Promise.reject(new Error('no comparison was asked for'));
    if (last && !this.anew) return readComparison(last.id, { signal });
    const { documentId, ...input } = asked;
    return askComparison(documentId, { ...input, retry: this.retrying }, { signal }).then((comparison) => {
      this.anew = false;
      this.retrying = false;
      return comparison;
    });
  }

  private onComparison(comparison: Comparison): void {
    // the lines that stand stay until the newly computed ones are there
    if (!isComputing(comparison)) this.forgetLines();
    this.onRead(comparison);
  }

  private forgetLines(): void {
    this.wanted = new Set();
    this.request.abort();
    this.request = new AbortController();
  }

  private async fetch(id: number, side: ComparedSide, page: number): Promise<void> {
    const { signal } = this.request;
    const { wanted } = this;
    try {
      const { lines } = await readLines(id, side, page, { signal });
      if (signal.aborted) return;
      this.lines.set(keyOf(side, page), lines);
      this.host.requestUpdate();
    } catch {
      // wanted again with the next look at this page
      wanted.delete(keyOf(side, page));
    }
  }
}

function isComputing({ state }: Comparison): boolean {
  return state === 'waiting' || state === 'processing';
}

const keyOf = (side: ComparedSide, page: number) => `${side} ${page}`;
