import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Document } from '../../contract/documents.ts';
import { readSession } from '../client/sessions.ts';
import type { BookNote, NoteBook } from './note-book.ts';

/** A member's notes on the paper that is shown. What they are drawn and written with is loaded after the page, and for members alone. */
export class LazyBook implements ReactiveController {
  book: NoteBook | null = null;
  /** Counts what happened to the notes. */
  changes = 0;
  protected readonly host: ReactiveControllerHost;
  private isFollowing = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.book?.close();
    this.book = null;
  }

  /** Call with every paper that is shown. */
  async follow({ id, revision }: Document): Promise<void> {
    if (this.isFollowing || this.book?.revisionId === revision.id || revision.state !== 'ready') return;
    this.isFollowing = true;
    try {
      const { member } = await readSession();
      if (!member) return;
      const { NoteBook } = await import('./note-desk.ts');
      this.book?.close();
      const asked = { memberId: member.id, documentId: id, revisionId: revision.id };
      this.book = new NoteBook(asked, () => this.onChange());
      void this.book.open();
      this.host.requestUpdate();
    } catch {
      // without a line the paper is read all the same
    } finally {
      this.isFollowing = false;
    }
  }

  readonly onPage = (page: number): readonly BookNote[] => this.book?.onPage(page) ?? [];

  private onChange(): void {
    this.changes += 1;
    this.host.requestUpdate();
  }
}
