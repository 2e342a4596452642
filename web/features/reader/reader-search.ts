import { css, html, LitElement } from 'lit';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-field.ts';
import { fire } from '../../ui/events.ts';

/**
 * Looks for words in the paper that is read, and goes from one place to the next.
 * @fires hits-asked @fires hit-stepped @fires search-closed
 */
export class ReaderSearch extends LitElement {
  static override properties = {
    words: {},
    at: { type: Number },
    count: { attribute: false },
    failed: {},
  };
  declare words: string;
  /** From 0. */
  declare at: number;
  /** Null while it is not known. */
  declare count: number | null;
  /** A sentence, where it could not be looked for. */
  declare failed: string;

  constructor() {
    super();
    this.words = '';
    this.at = 0;
    this.count = null;
    this.failed = '';
  }

  override firstUpdated(): void {
    if (this.words === '') this.renderRoot.querySelector('ui-field')?.focus();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const words = this.renderRoot.querySelector('ui-field')?.value.trim() ?? '';
    // the same words again: to the next place
    if (words === this.words && (this.count ?? 0) > 0) fire(this, 'hit-stepped', { direction: 1 });
    else fire(this, 'hits-asked', { words });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
  }

  private close(): void {
    fire(this, 'search-closed');
  }

  override render() {
    const none = (this.count ?? 0) === 0;
    return html`<form role="search" aria-label="この資料の中" @submit=${this.submit} @keydown=${this.onKey} novalidate>
      <ui-field
        label="この資料の中でさがす言葉"
        type="search"
        autocomplete="off"
        maxlength="200"
        .value=${this.words}
      ></ui-field>
      <button class="button">さがす</button>
      <p role="status">${this.state()}</p>
      <span class="steps">
        <button type="button" class="button" ?disabled=${none} @click=${() => fire(this, 'hit-stepped', { direction: -1 })}>
          ${icon('up')}前へ
        </button>
        <button type="button" class="button" ?disabled=${none} @click=${() => fire(this, 'hit-stepped', { direction: 1 })}>
          ${icon('down')}次へ
        </button>
        <button type="button" class="button quiet" @click=${this.close}>${icon('close')}閉じる</button>
      </span>
    </form>`;
  }

  private state(): string {
    if (this.failed !== '') return this.failed;
    if (this.words === '') return '';
    if (this.count === null) return 'さがしています…';
    if (this.count === 0) return '見つかりませんでした。言葉を短くしてお試しください。';
    return `${this.count}か所のうち${this.at + 1}か所目`;
  }

  static override styles = [
    baseSheet,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem 0.75rem;
        padding: 0.5rem max(1rem, env(safe-area-inset-left));
        border-bottom: 1px solid var(--color-line-weak);
        background: var(--color-ground-weak);
      }
      ui-field {
        flex: 1 1 14rem;
        max-width: 28rem;
      }
      p {
        min-width: 9rem;
        /* level with what stands in the field */
        min-height: 3rem;
        align-content: center;
      }
      .steps {
        display: flex;
        gap: 0.5rem;
        margin-left: auto;
      }
      @container (max-width: 40rem) {
        .steps {
          margin-left: 0;
        }
        .steps .button {
          padding-inline: 0.75rem;
          white-space: nowrap;
        }
      }
      @container (max-width: 22rem) {
        .steps {
          gap: 0.25rem;
        }
        .steps .button {
          padding-inline: 0.375rem;
        }
      }
    `,
  ];
}
customElements.define('reader-search', ReaderSearch);

declare global {
  interface HTMLElementTagNameMap {
    'reader-search': ReaderSearch;
  }
}
