import { html, LitElement, nothing } from 'lit';
import { pageName } from '../../domain/meetings/page-name.ts';
import type { Size } from '../../domain/notes/geometry.ts';
import { wordsOf } from '../../domain/notes/note.ts';
import { announce } from '../ui/announce.ts';
import { toast } from '../ui/toast.ts';
import type { NoteBook } from './note-book.ts';
import './laying-line.ts';
import { lostGroups } from './lost-groups.ts';
import './note-layer.ts';
import { firstTool, type NoteTool } from './note-tool.ts';
import './note-tools.ts';
import './paper-notes-dialog.ts';
import './words-dialog.ts';
import { type Fired, fire } from '../ui/events.ts';

export { NoteBook } from './note-book.ts';

interface NamedPage extends Size {
  readonly number: number;
  readonly label: string | null;
}

/**
 * Where one writes: the tools while `open`, and the dialogs. It serves the layers that lie in the same shadow root: what they fire is
 * written into the books.
 * @fires tool-chosen @fires tools-closed
 */
export class NoteDesk extends LitElement {
  static override properties = {
    books: { attribute: false },
    page: { type: Number },
    pages: { attribute: false },
    tool: { attribute: false },
    open: { type: Boolean },
    layable: { type: Boolean },
    laying: { state: true },
    told: { state: true },
  };
  /** The first is written into. */
  declare books: readonly NoteBook[];
  /** The one that is read. */
  declare page: number;
  declare pages: readonly NamedPage[];
  /** Null before one was chosen. */
  declare tool: NoteTool | null;
  declare open: boolean;
  /** The pages are shown on which notes without a place can be laid. */
  declare layable: boolean;
  /** Notes that lost their place and are being laid. */
  declare private laying: readonly string[] | null;
  /** Who reads knows that some have no place. */
  declare private told: boolean;
  private root: Node | null = null;
  private written = false;
  private readonly listeners: readonly [string, (event: Event) => void][] = [
    ['note-drawn', (event) => this.write((event as Fired<'note-drawn'>).detail)],
    ['notes-erased', (event) => this.erase((event as Fired<'notes-erased'>).detail.ids)],
    ['words-asked', (event) => this.askWords((event as Fired<'words-asked'>).detail)],
    ['note-opened', (event) => this.openWords((event as Fired<'note-opened'>).detail.id)],
  ];

  constructor() {
    super();
    this.books = [];
    this.page = 1;
    this.pages = [];
    this.tool = null;
    this.open = false;
    this.layable = false;
    this.laying = null;
    this.told = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.root = this.getRootNode();
    for (const [name, listener] of this.listeners) this.root.addEventListener(name, listener);
    window.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [name, listener] of this.listeners) this.root?.removeEventListener(name, listener);
    window.removeEventListener('keydown', this.onKey);
  }

  private get book(): NoteBook {
    return this.books[0]!;
  }

  private bookOf(id: string): NoteBook {
    return this.books.find(({ all }) => all.some(({ note }) => note.id === id)) ?? this.book;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!this.open || !(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(key)) return;
    if (event.composedPath().some((target) => target instanceof HTMLElement && target.matches('input, textarea')))
      return;
    event.preventDefault();
    if (event.shiftKey || key === 'y') this.book.redo();
    else this.book.undo();
  };

  private write({ page, content }: Fired<'note-drawn'>['detail']): void {
    this.written = true;
    this.book.write(page, content);
  }

  private erase(ids: readonly string[]): void {
    this.written = true;
    const book = this.bookOf(ids[0] ?? '');
    book.erase(ids);
    if (!this.open) toast('書き込みを消しました。', () => book.undo());
    else announce(`${ids.length}件の書き込みを消しました。`);
  }

  private beginLaying(ids: readonly string[]): void {
    this.laying = ids;
    // a page is pointed at, as for a memo
    this.take('text');
  }

  private endLaying(): void {
    this.laying = null;
    this.take(null);
  }

  private take(name: NoteTool['name']): void {
    fire(this, 'tool-chosen', { tool: { ...(this.tool ?? firstTool), name } });
  }

  private lay(page: number, at: { x: number; y: number }): void {
    const { book } = this;
    const size = this.pages[page - 1];
    if (!size || !this.laying) return;
    book.lay(this.laying, { ...size, page }, at);
    this.endLaying();
    toast('書き込みを置きました。', () => book.undo());
  }

  private askWords({ page, x, y }: Fired<'words-asked'>['detail']): void {
    if (this.laying) {
      this.lay(page, { x, y });
      return;
    }
    const name = pageName(this.pages[page - 1] ?? { number: page, label: null });
    this.ask({
      ...{ heading: `${name}にメモを書く`, words: '', exists: false, mayBeEmpty: false, erase: () => undefined },
      save: (words) => this.write({ page, content: { kind: 'text', x, y, words } }),
    });
  }

  private openWords(id: string): void {
    const book = this.bookOf(id);
    const found = book.all.find(({ note }) => note.id === id);
    if (!found) return;
    const isBookmark = found.shown.kind === 'bookmark';
    this.ask({
      heading: isBookmark ? 'しおり' : 'メモ',
      words: wordsOf(found.shown),
      exists: true,
      mayBeEmpty: isBookmark,
      save: (words) => book.reword(id, words),
      erase: () => this.erase([id]),
    });
  }

  private ask(asked: Parameters<HTMLElementTagNameMap['words-dialog']['ask']>[0]): void {
    void this.renderRoot.querySelector('words-dialog')?.ask(asked);
  }

  private get bookmark() {
    return this.book.onPage(this.page).find(({ shown }) => shown.kind === 'bookmark');
  }

  private toggleBookmark(): void {
    const { bookmark } = this;
    if (bookmark) this.erase([bookmark.note.id]);
    else this.write({ page: this.page, content: { kind: 'bookmark', words: '' } });
    announce(bookmark ? 'しおりを外しました。' : 'しおりをはさみました。');
  }

  override render() {
    if (this.books.length === 0) return nothing;
    const { book, laying } = this;
    return html`${this.layable ? this.layingLine() : nothing}${
      this.open && !laying
        ? html`<note-tools
              .tool=${this.tool ?? firstTool}
              .state=${book.state}
              .bookmarked=${this.bookmark !== undefined}
              .canUndo=${book.canUndo}
              .canRedo=${book.canRedo}
              .written=${this.written}
              @words-here=${() => this.askWords({ page: this.page, x: 0.08, y: 0.08 })}
              @bookmark-toggled=${this.toggleBookmark}
              @undo-asked=${() => book.undo()}
              @redo-asked=${() => book.redo()}
              @notes-listed=${this.list}
            ></note-tools>`
        : nothing
    }<words-dialog></words-dialog
      ><paper-notes-dialog
        .documentId=${book.documentId}
        .notes=${book.all}
        .pages=${this.pages}
        .lostPages=${book.lostPages}
        .layable=${this.layable}
        @notes-to-lay=${({ detail }: Fired<'notes-to-lay'>) => this.beginLaying(detail.ids)}
      ></paper-notes-dialog>`;
  }

  private layingLine() {
    return html`<laying-line
      .lost=${this.told ? 0 : lostGroups(this.book.all, this.book.lostPages).length}
      .laying=${this.laying !== null}
      @lost-listed=${this.list}
      @lost-closed=${() => {
        this.told = true;
      }}
      @laid-here=${() => this.lay(this.page, { x: 0.5, y: 0.08 })}
      @laying-ended=${this.endLaying}
    ></laying-line>`;
  }

  private list(): void {
    void this.renderRoot.querySelector('paper-notes-dialog')?.show();
  }
}
customElements.define('note-desk', NoteDesk);

declare global {
  interface HTMLElementTagNameMap {
    'note-desk': NoteDesk;
  }
}
