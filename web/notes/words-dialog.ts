import { css, html, LitElement, nothing } from 'lit';
import { baseSheet } from '../ui/sheets/base.ts';
import { fieldSheet } from '../ui/sheets/field.ts';
import '../ui/ui-dialog.ts';

/** What is written, of which page, and what becomes of it. */
export interface AskedWords {
  readonly heading: string;
  readonly words: string;
  /** It is there already and can be erased. */
  readonly exists: boolean;
  /** An empty one makes sense: a bookmark. */
  readonly mayBeEmpty: boolean;
  save(words: string): void;
  erase(): void;
}

const longest = 2000;

/** Words on a page: written, changed, erased. */
export class WordsDialog extends LitElement {
  static override properties = { asked: { state: true } };
  declare private asked: AskedWords | null;

  constructor() {
    super();
    this.asked = null;
  }

  async ask(asked: AskedWords): Promise<void> {
    this.asked = asked;
    await this.updateComplete;
    const field = this.renderRoot.querySelector('textarea')!;
    field.value = asked.words;
    await this.renderRoot.querySelector('ui-dialog')!.show();
    field.focus();
  }

  private close(): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
  }

  private submit(event: Event): void {
    event.preventDefault();
    const words = this.renderRoot.querySelector('textarea')!.value.trim();
    this.close();
    if (words !== '' || this.asked?.mayBeEmpty) this.asked?.save(words);
    else if (this.asked?.exists) this.asked.erase();
  }

  private erase(): void {
    this.close();
    this.asked?.erase();
  }

  override render() {
    const { asked } = this;
    return html`<ui-dialog heading=${asked?.heading ?? ''}>
      <form id="words" @submit=${this.submit}>
        <label for="field">書くこと</label>
        <textarea id="field" rows="5" maxlength=${longest}></textarea>
        <p class="hint">あなただけが見られます。事務局にも、ほかの委員にも見えません。</p>
      </form>
      ${asked?.exists ? html`<button slot="actions" class="button danger" @click=${this.erase}>消す</button>` : nothing}
      <button slot="actions" class="button" @click=${this.close}>やめる</button>
      <button slot="actions" class="button primary" @click=${this.submit}>保存する</button>
    </ui-dialog>`;
  }

  static override styles = [
    baseSheet,
    fieldSheet,
    css`
      .hint {
        margin-top: 0.5rem;
      }
    `,
  ];
}
customElements.define('words-dialog', WordsDialog);

declare global {
  interface HTMLElementTagNameMap {
    'words-dialog': WordsDialog;
  }
}
