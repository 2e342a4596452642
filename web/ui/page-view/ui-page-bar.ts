import { css, html, LitElement } from 'lit';
import { pageName, pagePlace } from '../../../domain/meetings/page-name.ts';
import { fire } from '../events.ts';
import { icon } from '../icons.ts';
import { baseSheet } from '../sheets/base.ts';

/**
 * ＜ 前へ, where one is, 次へ ＞. Slot: more buttons on the right.
 * @fires page-turn @fires jump-asked when a person presses the page's number.
 */
export class UiPageBar extends LitElement {
  static override properties = {
    page: { type: Number },
    pageCount: { type: Number },
    label: {},
    note: {},
    name: {},
    compact: { type: Boolean, reflect: true },
  };
  /** The 1-based number in the file. */
  declare page: number;
  declare pageCount: number;
  /** Printed on the page; empty where none is. */
  declare label: string;
  /** What stands below the page in place of where it is in the file. */
  declare note: string;
  /** Of the document, for those who hear it: 資料１. */
  declare name: string;
  /** In little room the words 前へ and 次へ go. */
  declare compact: boolean;

  constructor() {
    super();
    this.page = 1;
    this.pageCount = 1;
    this.label = '';
    this.note = '';
    this.name = '';
    this.compact = false;
  }

  private turn(direction: 1 | -1): void {
    fire(this, 'page-turn', { direction });
  }

  override render() {
    const spoken = this.name ? `${this.name}の` : '';
    const shown = { number: this.page, label: this.label || null };
    const below = this.note || pagePlace(shown, this.pageCount);
    return html`
      <button class="turn" aria-label="前へ（${spoken}前のページ）" ?disabled=${this.page <= 1} @click=${() => this.turn(-1)}>
        ${icon('back')}<span aria-hidden="true">前へ</span>
      </button>
      <button
        class="place"
        aria-label="${pageName(shown)} ${below}、${spoken}ページへ移動"
        @click=${() => fire(this, 'jump-asked')}
      >
        <span>${pageName(shown)}</span> <span class="note">${below}</span>
      </button>
      <button
        class="turn"
        aria-label="次へ（${spoken}次のページ）"
        ?disabled=${this.page >= this.pageCount}
        @click=${() => this.turn(1)}
      >
        <span aria-hidden="true">次へ</span>${icon('forward')}
      </button>
      <slot></slot>
    `;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: flex;
        align-items: stretch;
        justify-content: center;
        gap: 0.5rem;
        padding: 0.375rem max(0.5rem, env(safe-area-inset-left)) max(0.375rem, env(safe-area-inset-bottom));
        border-top: 1px solid var(--color-line-weak);
        background: var(--color-ground);
      }
      .turn,
      .place {
        display: flex;
        align-items: center;
        justify-content: center;
        min-height: 3.25rem;
        border: 1px solid var(--color-line);
        border-radius: var(--border-radius-8);
        background: var(--color-ground);
        font-weight: 700;
        cursor: pointer;
        touch-action: manipulation;
      }
      .turn {
        gap: 0.25rem;
        min-width: 7rem;
        border-color: var(--color-key);
        color: var(--color-key);
        font-size: 1.125rem;
      }
      .turn:disabled {
        border-color: var(--color-line-weak);
        color: var(--color-neutral-solid-gray-536);
        cursor: default;
      }
      .turn:not(:disabled):hover,
      .place:hover {
        background: var(--color-key-weak);
      }
      .place {
        flex-direction: column;
        min-width: 7.5rem;
        padding: 0 0.75rem;
        line-height: 1.3;
        font-variant-numeric: tabular-nums;
      }
      .note {
        color: var(--color-text-weak);
        font-weight: 400;
        white-space: nowrap;
      }
      :host([compact]) {
        align-items: center;
      }
      :host([compact]) .turn {
        min-width: 5.5rem;
      }
      @container (min-width: 70rem) and (max-width: 84rem) {
        :host([compact]) .turn {
          min-width: 3.25rem;
        }
        :host([compact]) .turn span,
        :host([compact]) .note {
          display: none;
        }
        :host([compact]) .place {
          min-width: 5rem;
        }
      }
      @container (max-width: 40rem) {
        /* with very large letters the zoom has a line of its own */
        :host {
          flex-wrap: wrap;
        }
        .turn,
        :host([compact]) .turn {
          min-width: 3.25rem;
        }
        .turn span {
          display: none;
        }
        .place {
          min-width: 6rem;
          padding: 0 0.25rem;
        }
      }
    `,
  ];
}
customElements.define('ui-page-bar', UiPageBar);

declare global {
  interface HTMLElementTagNameMap {
    'ui-page-bar': UiPageBar;
  }
}
