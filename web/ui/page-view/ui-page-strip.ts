import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { baseSheet } from '../sheets/base.ts';
import { type PageSource, printedNote, type ShownPage } from './page-source.ts';

/**
 * All pages in small, the present one marked; only those near what is seen are loaded.
 * @fires page-chosen with the page's number in the file.
 */
export class UiPageStrip extends LitElement {
  static override properties = {
    source: { attribute: false },
    page: { type: Number },
    changed: { attribute: false },
  };
  declare source: PageSource | null;
  declare page: number;
  /** Numbers of the pages that are marked as changed. */
  declare changed: readonly number[];

  constructor() {
    super();
    this.source = null;
    this.page = 1;
    this.changed = [];
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('page') || changed.has('source'))
      this.renderRoot.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private isChanged({ number }: ShownPage): boolean {
    return this.changed.includes(number);
  }

  private choose(page: number): void {
    this.dispatchEvent(new CustomEvent('page-chosen', { detail: { page } }));
  }

  override render() {
    const { source } = this;
    return html`<nav aria-label="ページ一覧" tabindex="-1">
      <ol>
        ${repeat(
          source?.pages ?? [],
          (page) => `${source?.revisionId}-${page.number}`,
          (page) => html`<li>
            <button
              aria-label=${`${spokenName(page)}${this.isChanged(page) ? '、変わったところあり' : ''}`}
              aria-current=${page.number === this.page ? 'page' : 'false'}
              @click=${() => this.choose(page.number)}
            >
              <img
                src=${source?.picture(page.number, 'small') ?? ''}
                width=${Math.round(page.width)}
                height=${Math.round(page.height)}
                alt=""
                loading="lazy"
                decoding="async"
                fetchpriority="low"
              />
              <span>${printedNote(page) || page.number}</span>
              ${this.isChanged(page) ? html`<span class="changed"></span>` : nothing}
            </button>
          </li>`,
        )}
      </ol>
    </nav>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        min-width: 0;
        min-height: 0;
        background: var(--color-ground-weak);
      }
      nav {
        height: 100%;
        overflow: auto;
        overscroll-behavior: contain;
      }
      ol {
        display: flex;
        flex-direction: var(--strip-direction, column);
        gap: 0.25rem;
        padding: 0.375rem;
      }
      li {
        flex: none;
        content-visibility: auto;
        contain-intrinsic-size: auto 7rem;
      }
      button {
        display: grid;
        justify-items: center;
        align-content: end;
        width: 100%;
        height: 100%;
        min-width: 5rem;
        padding: 0.375rem;
        border: 3px solid transparent;
        border-radius: var(--border-radius-8);
        background: none;
        line-height: 1.4;
        cursor: pointer;
      }
      button:hover {
        background: var(--color-key-weak);
      }
      button:focus-visible {
        outline-offset: -4px;
      }
      [aria-current='page'] {
        border-color: var(--color-key);
        background: var(--color-ground);
        font-weight: 700;
      }
      /* the button's name says it in full */
      .changed::before {
        content: '変更';
      }
      .changed {
        padding: 0 0.5rem;
        border: 1px solid var(--color-key);
        border-radius: var(--border-radius-4);
        background: var(--color-key-weak);
        color: var(--color-key-strong);
        font-weight: 700;
      }
      img {
        display: block;
        width: var(--strip-picture-width, auto);
        height: var(--strip-picture-height, auto);
        max-width: 100%;
        box-shadow: 0 0 0 1px var(--color-line-weak);
        background: var(--color-neutral-white);
      }
    `,
  ];
}
function spokenName(page: ShownPage): string {
  const note = printedNote(page);
  return note === '' ? `${page.number}ページ` : `${note}（先頭から${page.number}枚目）`;
}

customElements.define('ui-page-strip', UiPageStrip);

declare global {
  interface HTMLElementTagNameMap {
    'ui-page-strip': UiPageStrip;
  }
}
