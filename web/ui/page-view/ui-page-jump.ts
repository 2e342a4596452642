import { css, html, LitElement, nothing } from 'lit';
import { baseSheet } from '../sheets/base.ts';
import { toastWithAction } from '../toast.ts';
import '../ui-dialog.ts';
import '../ui-field.ts';
import { jumpTo } from './page-jump.ts';
import { pageName, type ShownPage } from './page-source.ts';

export interface OutlineLine {
  readonly title: string;
  /** Null where the entry leads nowhere in this file. */
  readonly page: number | null;
  readonly depth: number;
}

/**
 * Asks for a page by its number, or by the file's outline.
 * @fires page-chosen with the page's number in the file.
 */
export class UiPageJump extends LitElement {
  static override properties = {
    pages: { attribute: false },
    outline: { attribute: false },
    error: { state: true },
    choices: { state: true },
    typed: { state: true },
  };
  declare pages: readonly ShownPage[];
  declare outline: readonly OutlineLine[];
  declare private error: string;
  declare private choices: readonly number[];
  declare private typed: string;

  constructor() {
    super();
    this.pages = [];
    this.outline = [];
    this.error = '';
    this.choices = [];
    this.typed = '';
  }

  async show(): Promise<void> {
    this.error = '';
    this.choices = [];
    this.typed = '';
    await this.updateComplete;
    await this.renderRoot.querySelector('ui-dialog')?.show();
    this.renderRoot.querySelector('ui-field')?.focus();
  }

  private submit(event: Event): void {
    event.preventDefault();
    const jump = jumpTo(this.typed, this.pages);
    this.choices = jump.kind === 'ambiguous' ? jump.pages : [];
    this.error = jump.kind === 'none' ? this.explain() : '';
    if (jump.kind !== 'page') return;
    this.choose(jump.page);
    const { otherIndex } = jump;
    if (otherIndex !== null)
      toastWithAction(`「${this.typed}」と印刷されたページを開きました。`, {
        label: `先頭から${otherIndex}枚目を開く`,
        run: () => this.choose(otherIndex),
      });
  }

  private explain(): string {
    if (this.typed.trim() === '') return 'ページの番号を入力してください。';
    return `「${this.typed}」というページはありません。この資料は${this.pages.length}ページまであります。番号を確かめて、もう一度入力してください。`;
  }

  private choose(page: number): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    this.dispatchEvent(new CustomEvent('page-chosen', { detail: { page } }));
  }

  override render() {
    return html`<ui-dialog heading="ページへ移動">
      <form @submit=${this.submit} novalidate>
        <ui-field
          label="ページの番号"
          hint="紙に印刷された番号を入力してください。"
          inputmode="numeric"
          autocomplete="off"
          .value=${this.typed}
          .error=${this.error}
          @input=${(event: Event) => {
            this.typed = (event.target as HTMLInputElement).value;
          }}
        ></ui-field>
        <button class="button primary">移動する</button>
      </form>
      ${this.choices.length > 0 ? this.several() : nothing} ${this.outline.length > 0 ? this.contents() : nothing}
    </ui-dialog>`;
  }

  private several() {
    return html`<div role="alert">
      <p>同じ番号のページが${this.choices.length}つあります。どれを開きますか。</p>
      <ul class="choices">
        ${this.choices.map(
          (page) =>
            html`<li><button class="button" @click=${() => this.choose(page)}>先頭から${page}枚目</button></li>`,
        )}
      </ul>
    </div>`;
  }

  private contents() {
    return html`<h3>目次</h3>
      <ul class="outline">
        ${this.outline.map(
          ({ title, page, depth }) => html`<li data-depth=${Math.min(depth, 3)}>
            ${
              page === null || !this.pages[page - 1]
                ? html`<span>${title}</span>`
                : html`<button @click=${() => this.choose(page)}>
                    <span>${title}</span><span class="weak">${pageName(this.pages[page - 1]!)}</span>
                  </button>`
            }
          </li>`,
        )}
      </ul>`;
  }

  static override styles = [
    baseSheet,
    css`
      form {
        display: grid;
        gap: 1rem;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .outline {
        max-height: 40dvh;
        overflow-y: auto;
        border-top: 1px solid var(--color-line-weak);
      }
      .outline button,
      .outline li > span {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        width: 100%;
        min-height: var(--target);
        padding: 0.5rem;
        border: 0;
        border-bottom: 1px solid var(--color-line-weak);
        background: none;
        text-align: start;
      }
      .outline button {
        cursor: pointer;
      }
      .outline button:hover {
        background: var(--color-key-weak);
      }
      .outline button:focus-visible {
        outline-offset: -4px;
      }
      .weak {
        flex: none;
        color: var(--color-text-weak);
      }
      [data-depth='1'] {
        padding-left: 1.5rem;
      }
      [data-depth='2'],
      [data-depth='3'] {
        padding-left: 3rem;
      }
    `,
  ];
}
customElements.define('ui-page-jump', UiPageJump);

declare global {
  interface HTMLElementTagNameMap {
    'ui-page-jump': UiPageJump;
  }
}
