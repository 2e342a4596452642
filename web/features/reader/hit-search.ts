import type { ReactiveControllerHost } from 'lit';
import type { Hits } from '../../../contract/search.ts';
import { Reading } from '../../client/reading.ts';
import { readHits } from '../../client/search.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';

/** A line of the paper in which the words stand. */
export interface Hit {
  readonly page: number;
  readonly box: readonly number[];
  readonly text: string;
}

const noMarks: readonly PageMark[] = [];

/** Words in the paper that is read: where they stand, one after the other, and as marks on the pages. */
export class HitSearch {
  /** Whether the reader is looking for words at all. */
  shown = false;
  words = '';
  /** Which of the hits is shown, from 0. */
  at = 0;
  private revisionId = 0;
  private hits: readonly Hit[] = [];
  private marked: ReadonlyMap<number, readonly PageMark[]> = new Map();
  private readonly found: Reading<Hits>;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    this.found = new Reading<Hits>(host, { read: (signal) => readHits(this.revisionId, this.words, { signal }) });
  }

  /** Null while nobody knows. */
  get count(): number | null {
    return this.found.value && this.hits.length;
  }

  get failure() {
    return this.found.failure;
  }

  get current(): Hit | null {
    return this.hits[this.at] ?? null;
  }

  show(): void {
    this.shown = true;
    this.host.requestUpdate();
  }

  close(): void {
    this.shown = false;
    void this.look(0, '', 0);
  }

  /** Looks for the words from this page on; '' forgets them. */
  async look(revisionId: number, words: string, page: number): Promise<void> {
    this.found.clear();
    this.revisionId = revisionId;
    this.words = words;
    this.at = 0;
    this.take([]);
    if (words === '') return;
    await this.found.load();
    if (this.found.value === null) return;
    const hits = this.found.value.pages.flatMap(({ page: number, lines }) =>
      lines.map(({ box, text }) => ({ page: number, box, text })),
    );
    const next = hits.findIndex((hit) => hit.page >= page);
    this.at = Math.max(0, next);
    this.take(hits);
  }

  /** To the next one or the one before; after the last comes the first. */
  step(direction: 1 | -1): void {
    const { length } = this.hits;
    if (length === 0) return;
    this.at = (this.at + direction + length) % length;
    this.take(this.hits);
  }

  marks(page: number): readonly PageMark[] {
    return this.marked.get(page) ?? noMarks;
  }

  private take(hits: readonly Hit[]): void {
    this.hits = hits;
    const marked = new Map<number, PageMark[]>();
    for (const [index, { page, box }] of hits.entries()) {
      const kind = index === this.at ? 'chosen' : 'hit';
      marked.set(page, [...(marked.get(page) ?? []), { kind, box }]);
    }
    this.marked = marked;
    this.host.requestUpdate();
  }
}
