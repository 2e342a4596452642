import type { ReactiveControllerHost } from 'lit';
import type { Change } from '../../../contract/comparisons.ts';
import type { Document, RevisionState } from '../../../contract/documents.ts';
import { ComparisonReading } from '../../client/comparison-reading.ts';
import { readChanges } from '../../client/comparisons.ts';
import { Reading } from '../../client/reading.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';

const noPages: readonly number[] = [];
const noMarks: readonly PageMark[] = [];

/** What a replacement changed since the version that the member had read: nothing for whoever had read none, or this one. */
export class ReplacementReading {
  /** The version that was seen; it stays so, although reading goes on in the newer one. */
  seen: RevisionState | null = null;
  /** Those of the version shown on which something changed, in order: the same array until something else is known. */
  pages = noPages;
  private marked: ReadonlyMap<number, readonly PageMark[]> = new Map();
  private readonly comparing: ComparisonReading;
  private readonly changes: Reading<readonly Change[]>;
  private shownRevision = 0;

  constructor(host: ReactiveControllerHost) {
    this.comparing = new ComparisonReading(host, ({ ready }) => {
      if (ready && !this.changes.value) void this.changes.load();
    });
    this.changes = new Reading<readonly Change[]>(host, {
      read: async (signal) => (await readChanges(this.comparing.value!.id, { signal })).changes,
      onValue: (changes) => this.mark(changes),
      // the line then says that there is another version, without what changed
      settles: () => true,
    });
  }

  /** How many things changed; null until that is known. */
  get count(): number | null {
    return this.changes.value?.length ?? null;
  }

  follow({ id, revision, newestRevisionId, revisions, seenRevisionId }: Document): void {
    if (this.shownRevision === revision.id || revision.state !== 'ready') return;
    this.forget();
    this.shownRevision = revision.id;
    this.seen = revisions.find((one) => one.id === seenRevisionId) ?? null;
    if (this.seen && revision.id === newestRevisionId)
      this.comparing.watch({
        documentId: id,
        otherDocumentId: id,
        revision: revision.id,
        otherRevision: this.seen.id,
      });
  }

  /** The person has seen what there is to see. */
  forget(): void {
    this.comparing.clear();
    this.changes.clear();
    this.seen = null;
    this.mark([]);
  }

  marks(page: number): readonly PageMark[] {
    return this.marked.get(page) ?? noMarks;
  }

  private mark(changes: readonly Change[]): void {
    const marked = new Map<number, PageMark[]>();
    for (const { newer, kind, difference } of changes) {
      if (!newer) continue;
      const mark = kind !== 'changed' || !difference ? 'other' : difference > 0 ? 'more' : 'less';
      marked.set(newer.page, [...(marked.get(newer.page) ?? []), { kind: mark, box: newer.box }]);
    }
    this.marked = marked;
    this.pages = marked.size === 0 ? noPages : [...marked.keys()].sort((one, two) => one - two);
  }
}
