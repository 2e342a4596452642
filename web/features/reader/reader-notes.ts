import { LazyBook } from '../../notes/lazy-book.ts';
import type { NoteTool } from '../../notes/note-tool.ts';

/** What a member writes on the paper that is read, and with what. */
export class ReaderNotes extends LazyBook {
  /** The tools are shown. */
  isOpen = false;
  tool: NoteTool | null = null;

  override hostDisconnected(): void {
    this.close();
    super.hostDisconnected();
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
