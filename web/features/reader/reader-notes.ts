import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { readSession } from '../../client/sessions.ts';
import type { BookNote, NoteBook } from '../../notes/note-book.ts';
import type { NoteTool } from '../../notes/note-tool.ts';

/** A member's notes on the paper that is read. What they are written with is loaded once the first page stands, and for members alone. */
export class ReaderNotes implements ReactiveController {
  book: NoteBook | null = null;
  /** The tools are shown. */
  isOpen = false;
  tool: NoteTool | null = null;
  /** Counts what happened to the notes. */
  changes = 0;
  private readonly host: ReactiveControllerHost;
  private isFollowing = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
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
      const { NoteBook } = await import('../../notes/note-desk.ts');
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

  toggle(): void {
    if (this.isOpen) this.close();
    else this.isOpen = this.book !== null;
    this.host.requestUpdate();
  }

  close(): void {
    this.isOpen = false;
    if (this.tool) this.take({ ...this.tool, name: null });
    this.host.requestUpdate();
  }

  take(tool: NoteTool): void {
    this.tool = tool;
    this.host.requestUpdate();
  }
}
