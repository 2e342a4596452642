import type { Change } from '../../../contract/comparisons.ts';
import type { Document, RevisionState } from '../../../contract/documents.ts';
import { ComparisonWatch } from '../../client/comparison-watch.ts';
import { readChanges } from '../../client/comparisons.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';

const noPages: readonly number[] = [];
const noMarks: readonly PageMark[] = [];

/** What a replacement changed since the version that the member had read: nothing for whoever had read none, or this one. */
export class ReplacementWatch {
  /** The version that was seen; it stays so, although reading goes on in the newer one. */
  seen: RevisionState | null = null;
  /** Null until they are known. */
  changes: readonly Change[] | null = null;
  /** Those of the version shown on which something changed, in order: the same array until something else is known. */
  pages = noPages;
  private marked: ReadonlyMap<number, readonly PageMark[]> = new Map();
  private readonly onChange: () => void;
  private readonly comparing = new ComparisonWatch(() => void this.onComparison());
  private shownRevision = 0;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  follow({ id, revision, newestRevisionId, revisions, seenRevisionId }: Document): void {
    if (this.shownRevision === revision.id || revision.state !== 'ready') return;
    this.stop();
    this.shownRevision = revision.id;
    this.seen = revisions.find((one) => one.id === seenRevisionId) ?? null;
    if (this.seen && revision.id === newestRevisionId)
      this.comparing.watch(id, { otherDocumentId: id, revision: revision.id, otherRevision: this.seen.id });
  }

  /** The person has seen what there is to see. */
  dismiss(): void {
    this.comparing.stop();
    this.seen = null;
    this.know(null);
    this.onChange();
  }

  stop(): void {
    this.comparing.stop();
    this.shownRevision = 0;
    this.seen = null;
    this.know(null);
  }

  marks(page: number): readonly PageMark[] {
    return this.marked.get(page) ?? noMarks;
  }

  private know(changes: readonly Change[] | null): void {
    const marked = new Map<number, PageMark[]>();
    for (const { newer, kind, difference } of changes ?? []) {
      if (!newer) continue;
      const mark = kind !== 'changed' || !difference ? 'other' : difference > 0 ? 'more' : 'less';
      marked.set(newer.page, [...(marked.get(newer.page) ?? []), { kind: mark, box: newer.box }]);
    }
    this.changes = changes;
    this.marked = marked;
    this.pages = marked.size === 0 ? noPages : [...marked.keys()].sort((one, two) => one - two);
  }

  private async onComparison(): Promise<void> {
    const { comparison } = this.comparing;
    if (!comparison?.ready || this.changes) return;
    try {
      const { changes } = await readChanges(comparison.id);
      if (this.comparing.comparison === comparison) this.know(changes);
    } catch {
      // the line then says that there is another version, without what changed
      return;
    }
    this.onChange();
  }
}
