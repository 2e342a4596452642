import type { Document } from '../../../contract/documents.ts';
import { documentMark } from '../../../domain/meetings/document.ts';
import { DocumentWatch } from '../../client/document-watch.ts';
import type { Lengths, Side } from './page-link.ts';

/** The two documents, each read on its own. */
export class DocumentPair {
  readonly page: DocumentWatch;
  readonly other: DocumentWatch;
  private ids: Record<Side, number> = { page: 0, other: 0 };
  private revisions: Record<Side, number | undefined> = { page: undefined, other: undefined };

  constructor(onChange: () => void) {
    this.page = new DocumentWatch(onChange);
    this.other = new DocumentWatch(onChange);
  }

  /** `otherId` 0: there is none yet. Without a revision, the newest. */
  watch(id: number, otherId: number, revisions: Record<Side, number | undefined>): void {
    const [before, revisionsBefore] = [this.ids, this.revisions];
    this.ids = { page: id, other: otherId };
    this.revisions = revisions;
    if (before.page !== id || revisionsBefore.page !== revisions.page) this.retry('page');
    if (otherId === 0) this.other.stop();
    else if (before.other !== otherId || revisionsBefore.other !== revisions.other) this.retry('other');
  }

  retry(side: Side): void {
    this[side].watch(this.ids[side], this.revisions[side]);
  }

  /** Reads both again; what is shown stays meanwhile. */
  refresh(): void {
    this.page.refresh();
    this.other.refresh();
  }

  stop(): void {
    this.page.stop();
    this.other.stop();
    this.ids = { page: 0, other: 0 };
  }

  /** Both, or as many as were asked for, are there. */
  get isRead(): boolean {
    return this.page.document !== null && (this.ids.other === 0 || this.other.document?.id === this.ids.other);
  }

  length(side: Side): number {
    const { document } = this[side];
    return document ? (document.revision.pageCount ?? Math.max(1, document.pages.length)) : 1;
  }

  get lengths(): Lengths {
    return { pages: this.length('page'), others: this.length('other') };
  }
}

/** 資料１, or the title of what carries no mark. */
export function nameOf({ kind, number, title }: Document): string {
  return documentMark(kind, number) || title;
}
