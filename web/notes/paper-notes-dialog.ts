import { css, html, LitElement, nothing } from 'lit';
import { pageName } from '../../domain/meetings/page-name.ts';
import { kindNames, wordsOf } from '../../domain/notes/note.ts';
import { paths } from '../client/paths.ts';
import { PageChosen } from '../ui/page-view/page-events.ts';
import { baseSheet } from '../ui/sheets/base.ts';
import '../ui/ui-dialog.ts';
import type { BookNote } from './note-book.ts';
import { NotesErased } from './note-tool.ts';

/**
 * The notes of the open paper in words, page by page: for the keyboard, for the ear, and for those whose line is gone.
 * @fires page-chosen @fires notes-erased
 */
export class PaperNotesDialog extends LitElement {
  static override properties = {
    documentId: { type: Number },
    notes: { attribute: false },
    pages: { attribute: false },
  };
  declare documentId: number;
  declare notes: readonly BookNote[];
  declare pages: readonly { readonly number: number; readonly label: string | null }[];

  constructor() {
    super();
    this.documentId = 0;
    this.notes = [];
    this.pages = [];
  }

  show(): void {
    void this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private go(page: number): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    this.dispatchEvent(new PageChosen(page));
  }

  override render() {
    const placed = this.notes.filter(({ page }) => page > 0).toSorted((a, b) => a.page - b.page);
    const waiting = this.notes.filter(({ page, note }) => page === 0 && note.place === 'waiting');
    const unplaced = this.notes.filter(({ page, note }) => page === 0 && note.place !== 'waiting');
    return html`<ui-dialog heading="この資料の書き込み">
      ${this.notes.length === 0 ? html`<p>まだ書き込みはありません。ペンやメモを選んで、ページに書いてください。</p>` : nothing}
      <ul aria-label="ページごと">${placed.map((one) => this.item(one))}</ul>
      ${waiting.length > 0 ? html`<p role="status">差し替えられた資料での置き場所を調べています（${waiting.length}件）。</p>` : nothing}
      ${
        unplaced.length > 0
          ? html`<h3>差替えで置き場所がなくなった書き込み</h3>
              <p>書いた行が新しい版に見つかりません。書き込みは、前の版のページに残っています。</p>
              <ul aria-label="置き場所がなくなった書き込み">${unplaced.map((one) => this.item(one))}</ul>`
          : nothing
      }
      <a slot="actions" class="button" href=${paths.notes}>すべての資料の書き込み一覧</a>
    </ui-dialog>`;
  }

  private item({ note, page, shown }: BookNote) {
    const where = page > 0 ? this.pages[page - 1] : undefined;
    const what = wordsOf(shown) || kindNames[shown.kind];
    return html`<li>
      ${
        page > 0
          ? html`<button class="button quiet go" @click=${() => this.go(page)}>
              <b>${pageName(where ?? { number: page, label: null })}</b><span>${what}</span>
            </button>`
          : html`<a class="button quiet go" href=${paths.document(this.documentId, { page: note.page, revision: note.revisionId })}>
              <b>前の版の${note.page}枚目</b><span>${what}</span>
            </a>`
      }
      <button
        class="button quiet"
        aria-label="${what}を消す"
        @click=${() => this.dispatchEvent(new NotesErased([note.id]))}
      >
        消す
      </button>
    </li>`;
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
      .go b {
        flex: none;
      }
    `,
  ];
}
customElements.define('paper-notes-dialog', PaperNotesDialog);

declare global {
  interface HTMLElementTagNameMap {
    'paper-notes-dialog': PaperNotesDialog;
  }
}
