import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { NotedPage } from '../../contract/notes.ts';
import { pageName } from '../../domain/meetings/page-name.ts';
import { kindNames, wordsOf } from '../../domain/notes/note.ts';
import { paths } from '../client/paths.ts';
import { baseSheet } from '../ui/sheets/base.ts';
import '../ui/ui-dialog.ts';
import { type LostGroup, lostGroups } from './lost-groups.ts';
import type { BookNote } from './note-book.ts';
import './note-picture.ts';
import { fire } from '../ui/events.ts';

/**
 * The notes of the open paper in words, page by page: for the keyboard, for the ear, and for those whose line is gone.
 * @fires page-chosen @fires notes-erased @fires notes-to-lay
 */
export class PaperNotesDialog extends LitElement {
  static override properties = {
    documentId: { type: Number },
    notes: { attribute: false },
    pages: { attribute: false },
    lostPages: { attribute: false },
    layable: { type: Boolean },
  };
  declare documentId: number;
  declare notes: readonly BookNote[];
  declare pages: readonly { readonly number: number; readonly label: string | null }[];

  /** Of other versions. */
  declare lostPages: readonly NotedPage[];
  /** A page is shown on which notes can be laid. */
  declare layable: boolean;

  constructor() {
    super();
    this.documentId = 0;
    this.notes = [];
    this.pages = [];
    this.lostPages = [];
    this.layable = false;
  }

  show(): void {
    void this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private go(page: number): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    fire(this, 'page-chosen', { page });
  }

  override render() {
    const placed = this.notes.filter(({ page }) => page > 0).toSorted((a, b) => a.page - b.page);
    const waiting = this.notes.filter(({ page, note }) => page === 0 && note.place === 'waiting');
    const lost = lostGroups(this.notes, this.lostPages);
    // what another device wrote comes between while a finger is on its way: a button stays with its note
    const items = repeat(
      placed,
      ({ note }) => note.id,
      (one) => this.item(one),
    );
    const lostItems = repeat(
      lost,
      ({ notes }) => notes[0]!.note.id,
      (group) => this.lost(group),
    );
    return html`<ui-dialog heading="この資料の書き込み">
      ${this.notes.length === 0 ? html`<p>まだ書き込みはありません。ペンやメモを選んで、ページに書いてください。</p>` : nothing}
      <ul aria-label="ページごと">${items}</ul>
      ${waiting.length > 0 ? html`<p role="status">差し替えられた資料での置き場所を調べています（${waiting.length}件）。</p>` : nothing}
      ${
        lost.length > 0
          ? html`<h3>差替えで置き場所がなくなった書き込み</h3>
              <p>書いた行が新しい版に見つかりません。消えてはいません。新しい版のどこに置くかを、選べます。</p>
              <ul aria-label="置き場所がなくなった書き込み">${lostItems}</ul>`
          : nothing
      }
      <a slot="actions" class="button" href=${paths.notes}>すべての資料の書き込み一覧</a>
    </ui-dialog>`;
  }

  private item({ note, page, shown }: BookNote) {
    const what = wordsOf(shown) || kindNames[shown.kind];
    return html`<li>
      <button class="button quiet go" @click=${() => this.go(page)}>
        <b>${pageName(this.pages[page - 1] ?? { number: page, label: null })}</b><span>${what}</span>
      </button>
      ${this.eraser(what, [note.id])}
    </li>`;
  }

  private lost({ notes, page }: LostGroup) {
    const { note, shown } = notes[0]!;
    const what = wordsOf(shown) || kindNames[shown.kind];
    const where = `前の版の${pageName(page ?? { number: note.page, label: null })}`;
    const ids = notes.map((one) => one.note.id);
    const old = paths.document(this.documentId, { page: note.page, revision: note.revisionId });
    return html`<li class="lost">
      ${
        page
          ? html`<a class="picture" href=${old} aria-label="${where}を開く">
              <note-picture .page=${page} .contents=${notes.map((one) => one.shown)}></note-picture>
            </a>`
          : nothing
      }
      <div>
        <p><b>${where}</b><br />${what}</p>
        ${
          this.layable
            ? html`<button class="button" aria-label="${what}の置き場所を選ぶ" @click=${() => this.lay(ids)}>置き場所を選ぶ</button>`
            : nothing
        }
        ${this.eraser(what, ids)}
      </div>
    </li>`;
  }

  private lay(ids: readonly string[]): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    fire(this, 'notes-to-lay', { ids });
  }

  private eraser(what: string, ids: readonly string[]) {
    const erase = () => fire(this, 'notes-erased', { ids });
    return html`<button class="button quiet" aria-label="${what}を消す" @click=${erase}>消す</button>`;
  }

  static override styles = [
    baseSheet,
    css`
      li {
        display: flex;
        align-items: center;
        border-bottom: 1px solid var(--color-line-weak);
      }
      .go {
        flex: 1;
        min-width: 0;
        justify-content: start;
        text-align: left;
        font-weight: 400;
      }
      .lost {
        gap: 0.75rem;
        padding-block: 0.5rem;
      }
      .picture {
        flex: none;
        width: 11rem;
        border: 1px solid var(--color-line-weak);
      }
      .go b {
        flex: none;
      }
    `,
  ];
}
customElements.define('paper-notes-dialog', PaperNotesDialog);

declare global {
  interface PortalEvents {
    /** Notes without a place are to be laid on a page. */
    'notes-to-lay': { ids: readonly string[] };
  }
  interface HTMLElementTagNameMap {
    'paper-notes-dialog': PaperNotesDialog;
  }
}
