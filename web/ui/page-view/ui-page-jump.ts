import { css, html, LitElement, nothing } from 'lit';
import { pageName, printedRange } from '../../../domain/meetings/page-name.ts';
import { icon } from '../icons.ts';
import { baseSheet } from '../sheets/base.ts';
import { toast, toastWithAction } from '../toast.ts';
import '../ui-dialog.ts';
import '../ui-field.ts';
import { fire } from '../events.ts';
import { type OutlineLine, type ShownOutlineLine, shownOutline } from './outline.ts';
import { jumpTo } from './page-jump.ts';
import type { ShownPage } from './page-source.ts';

/**
 * Asks for a page by its number, or by the file's outline.
 * @fires page-chosen
 */
export class UiPageJump extends LitElement {
  static override properties = {
    pages: { attribute: false },
    outline: { attribute: false },
    unfinished: { type: Boolean },
    error: { state: true },
    choices: { state: true },
    typed: { state: true },
    opened: { state: true },
  };
  declare pages: readonly ShownPage[];
  declare outline: readonly OutlineLine[];
  /** The printed numbers are still being read. */
  declare unfinished: boolean;
  declare private error: string;
  declare private choices: readonly number[];
  declare private typed: string;
  /** Lines of the outline whose deeper ones are shown. */
  declare private opened: ReadonlySet<number>;

  constructor() {
    super();
    this.pages = [];
    this.outline = [];
    this.unfinished = false;
    this.error = '';
    this.choices = [];
    this.typed = '';
    this.opened = new Set();
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
    const { otherIndex, by } = jump;
    if (otherIndex !== null)
      toastWithAction(`「${this.typed}」と印刷されたページを開きました。`, {
        label: `先頭から${otherIndex}枚目を開く`,
        run: () => this.choose(otherIndex),
      });
    else if (by === 'index' && this.pages.some(({ label }) => label !== null))
      toast(`「${this.typed}」と印刷されたページがないので、先頭から${jump.page}枚目を開きました。`);
  }

  private explain(): string {
    if (this.typed.trim() === '') return 'ページの番号を入力してください。';
    if (this.unfinished) return 'ページの番号をまだ読み取っています。少し待ってから、もう一度入力してください。';
    const range = printedRange(this.pages);
    const known = range
      ? `印刷された番号は${range}です（全${this.pages.length}枚）。`
      : `全部で${this.pages.length}枚です。`;
    return `「${this.typed}」というページはありません。${known}番号を確かめて、もう一度入力してください。`;
  }

  private choose(page: number): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    fire(this, 'page-chosen', { page });
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
        ${shownOutline(this.outline, this.opened).map((line) => this.entry(line))}
      </ul>`;
  }

  private entry({ title, page, depth, index, folds }: ShownOutlineLine) {
    const target = page === null ? undefined : this.pages[page - 1];
    const isOpen = this.opened.has(index);
    const toggle = () => {
      const opened = new Set(this.opened);
      if (!opened.delete(index)) opened.add(index);
      this.opened = opened;
    };
    return html`<li data-depth=${Math.min(depth, 3)}>
      ${
        target
          ? html`<button class="line" @click=${() => this.choose(target.number)}>
              <span>${title}</span><span class="weak">${pageName(target)}</span>
            </button>`
          : html`<span class="line">${title}</span>`
      }
      ${
        folds
          ? html`<button class="button quiet fold" aria-expanded=${isOpen} aria-label="「${title}」の中の見出し" @click=${toggle}>
              ${icon(isOpen ? 'up' : 'down')}
            </button>`
          : nothing
      }
    </li>`;
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
      .outline li {
        display: flex;
        align-items: stretch;
        border-bottom: 1px solid var(--color-line-weak);
      }
      .line {
        flex: 1;
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        min-height: var(--target);
        padding: 0.5rem;
        border: 0;
        background: none;
        text-align: start;
      }
      button.line {
        cursor: pointer;
      }
      button.line:hover {
        background: var(--color-key-weak);
      }
      .outline button:focus-visible {
        outline-offset: -4px;
      }
      .fold {
        min-height: var(--target);
        min-width: var(--target);
        padding: 0;
      }
      .weak {
        flex: none;
        white-space: nowrap;
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
