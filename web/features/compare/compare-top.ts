import { css, html, LitElement, nothing } from 'lit';
import { icon } from '../../ui/icons.ts';
import { type Fit, maxZoom, minZoom } from '../../ui/page-view/geometry.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

/**
 * The way back, and, where both stand (`both`), what can be done with two pages side by side.
 * @fires marks-toggled @fires link-toggled @fires sides-swapped @fires fit-toggled @fires zoom-stepped (1 or -1) when a person presses that button.
 */
export class CompareTop extends LitElement {
  static override properties = {
    backHref: { attribute: false },
    both: { type: Boolean },
    linked: { type: Boolean },
    marked: { type: Boolean },
    zoom: { type: Number },
    fit: {},
  };
  declare backHref: string;
  declare both: boolean;
  declare linked: boolean;
  /** Changes are marked on the pages. */
  declare marked: boolean;
  declare zoom: number;
  declare fit: Fit;

  private tell(name: 'marks-toggled' | 'link-toggled' | 'sides-swapped' | 'fit-toggled'): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  private step(direction: 1 | -1): void {
    this.dispatchEvent(new CustomEvent('zoom-stepped', { detail: { direction } }));
  }

  override render() {
    return html`<header>
      <a class="button quiet" href=${this.backHref} aria-label="１つで見る">${icon('back')}<span>１つで見る</span></a>
      <h1>並べて見る</h1>
      ${this.both ? this.tools() : nothing}
    </header>`;
  }

  private tools() {
    return html`<div class="tools">
      <button
        class="button marks"
        aria-pressed=${this.marked}
        aria-label="変わったところに印を付ける"
        @click=${() => this.tell('marks-toggled')}
      >
        ${icon(this.marked ? 'check' : 'changes')}<span>変わったところに印</span>
      </button>
      <button class="button link" aria-pressed=${this.linked} @click=${() => this.tell('link-toggled')}>
        ${icon(this.linked ? 'linked' : 'unlinked')}${this.linked ? '連動中' : '連動する'}
      </button>
      <button class="button quiet" aria-label="入れ替え" @click=${() => this.tell('sides-swapped')}>
        ${icon('swap')}<span>入れ替え</span>
      </button>
      <button class="button quiet step" aria-label="縮小" ?disabled=${this.zoom <= minZoom} @click=${() => this.step(-1)}>
        ${icon('minus')}
      </button>
      <button class="button quiet step" aria-label="拡大" ?disabled=${this.zoom >= maxZoom} @click=${() => this.step(1)}>
        ${icon('plus')}
      </button>
      <button
        class="button quiet"
        aria-label=${this.fit === 'page' ? '幅に合わせる' : '全体を見る'}
        @click=${() => this.tell('fit-toggled')}
      >
        ${icon('fit')}
      </button>
    </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem;
        min-height: 3.5rem;
        padding: 0 max(0.5rem, env(safe-area-inset-right)) 0 max(0.5rem, env(safe-area-inset-left));
        border-bottom: 1px solid var(--color-line-weak);
      }
      h1 {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        font-size: 1.125rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .tools {
        display: flex;
        flex: none;
        gap: 0.25rem;
      }
      .button {
        min-width: var(--target);
        padding-inline: 0.625rem;
        white-space: nowrap;
      }
      .marks[aria-pressed='true'],
      .link[aria-pressed='true'] {
        background: var(--color-key);
        color: var(--color-neutral-white);
      }
      @media (max-width: 62rem) {
        h1 {
          position: absolute;
          width: 1px;
          height: 1px;
          clip-path: inset(50%);
        }
        .tools {
          margin-left: auto;
        }
      }
      @media (max-width: 48rem) {
        span {
          display: none;
        }
        .button {
          padding-inline: 0.25rem;
        }
        .link {
          padding-inline: 0.5rem;
        }
      }
      /* two fingers and a double tap zoom there */
      @media (max-width: 30rem) {
        .step {
          display: none;
        }
      }
    `,
  ];
}
customElements.define('compare-top', CompareTop);

declare global {
  interface HTMLElementTagNameMap {
    'compare-top': CompareTop;
  }
}
