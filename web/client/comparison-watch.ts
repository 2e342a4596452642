import type { ComparedLine, ComparedSide, Comparison, ComparisonInput } from '../../contract/comparisons.ts';
import { askComparison, readComparison, readLines } from './comparisons.ts';
import { isAbort } from './request.ts';

const pollMilliseconds = 700;

/** Asks for the comparison of two documents, reads on while it is computed, and keeps the lines of the pages asked for. */
export class ComparisonWatch {
  comparison: Comparison | null = null;
  /** It cannot be had: the two papers stand side by side without it. */
  failed = false;
  private readonly onChange: () => void;
  private readonly lines = new Map<string, readonly ComparedLine[]>();
  private readonly asked = new Set<string>();
  private request = new AbortController();
  private timer = 0;
  private ask: (retry: boolean) => Promise<Comparison> = () => Promise.reject(new Error('nothing is watched'));

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  watch(documentId: number, input: ComparisonInput): void {
    this.stop();
    this.ask = (retry) => askComparison(documentId, { ...input, retry }, { signal: this.request.signal });
    this.refresh();
  }

  /** Has it computed once more where it failed. */
  retry(): void {
    this.failed = false;
    this.onChange();
    void this.read(() => this.ask(true));
  }

  /** After a correction: what is shown stays until it is computed anew. */
  refresh(): void {
    if (this.comparison) {
      this.comparison = { ...this.comparison, state: 'waiting' };
      this.onChange();
    }
    void this.read(() => this.ask(false));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.request.abort();
    this.request = new AbortController();
    this.comparison = null;
    this.failed = false;
    this.lines.clear();
    this.asked.clear();
  }

  get isWaiting(): boolean {
    const { comparison, failed } = this;
    return !failed && (comparison === null || comparison.state === 'waiting' || comparison.state === 'processing');
  }

  /** The lines of a page, null until they are there; the first call fetches them. */
  linesOf(side: ComparedSide, page: number): readonly ComparedLine[] | null {
    const key = `${side} ${page}`;
    const { comparison } = this;
    if (comparison?.ready && !this.asked.has(key)) {
      this.asked.add(key);
      void this.fetch(comparison.id, side, page, key);
    }
    return this.lines.get(key) ?? null;
  }

  private async read(ask: () => Promise<Comparison>): Promise<void> {
    clearTimeout(this.timer);
    const { request } = this;
    const wasWaiting = this.isWaiting;
    try {
      this.comparison = await ask();
      this.failed = this.comparison.state === 'failed' && !this.comparison.ready;
    } catch (error) {
      if (isAbort(error)) return;
      this.failed = this.comparison === null;
    }
    if (request.signal.aborted) return;
    if (this.isWaiting) this.poll(request.signal);
    else if (wasWaiting) this.asked.clear();
    this.onChange();
  }

  private poll(signal: AbortSignal): void {
    const { comparison } = this;
    if (comparison)
      this.timer = window.setTimeout(
        () => void this.read(() => readComparison(comparison.id, { signal })),
        pollMilliseconds,
      );
  }

  private async fetch(id: number, side: ComparedSide, page: number, key: string): Promise<void> {
    try {
      const { lines } = await readLines(id, side, page, { signal: this.request.signal });
      this.lines.set(key, lines);
      this.onChange();
    } catch {
      // asked for again with the next look at this page
      this.asked.delete(key);
    }
  }
}
