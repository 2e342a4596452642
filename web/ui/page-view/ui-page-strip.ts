import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { pageName, spokenPage } from '../../../domain/meetings/page-name.ts';
import { fire } from '../events.ts';
import { baseSheet } from '../sheets/base.ts';
import type { PageSource, ShownPage } from './page-source.ts';

/**
 * All pages in small, the present one marked; only those near what is seen are loaded.
 * @fires page-chosen
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

  private get buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  // One stop of the Tab key: the page that is open, and arrows from there.
  private onKeyDown(event: KeyboardEvent): void {
    const { buttons } = this;
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: -1 }[
      event.key
    ];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = event.key === 'End' ? buttons.length - 1 : Math.min(Math.max(0, to), buttons.length - 1);
    buttons[next]?.focus();
  }

  override render() {
    const { source } = this;
    return html`<nav aria-label="ページ一覧" tabindex="-1" @keydown=${this.onKeyDown}>
      <ol>
        ${repeat(
          source?.pages ?? [],
          (page) => `${source?.revisionId}-${page.number}`,
          (page) => this.item(page),
        )}
      </ol>
    </nav>`;
  }

  private item(page: ShownPage) {
    const { source } = this;
    const isOpen = page.number === this.page;
    return html`<li>
      <button
        aria-label=${`${spokenPage(page, source?.pageCount ?? 0)}${this.isChanged(page) ? '、変わったところあり' : ''}`}
        aria-current=${isOpen ? 'page' : 'false'}
        tabindex=${isOpen ? 0 : -1}
        @click=${() => fire(this, 'page-chosen', { page: page.number })}
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
        <span>${pageName(page)}</span>
        ${this.isChanged(page) ? html`<span class="changed"></span>` : nothing}
      </button>
    </li>`;
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
customElements.define('ui-page-strip', UiPageStrip);

declare global {
  interface HTMLElementTagNameMap {
    'ui-page-strip': UiPageStrip;
  }
}
