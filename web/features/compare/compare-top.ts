import { css, html, LitElement, nothing } from 'lit';
import { fire, type Wish } from '../../ui/events.ts';
import { icon } from '../../ui/icons.ts';
import { type Fit, maxZoom, minZoom } from '../../ui/page-view/geometry.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

/**
 * The way back, and, where both stand (`both`), what can be done with two pages side by side.
 * @fires marks-toggled @fires link-toggled @fires sides-swapped @fires fit-toggled @fires zoom-stepped
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

  override render() {
    return html`<header>
      <a class="button quiet" href=${this.backHref} aria-label="１つで見る">${icon('back')}<span>１つで見る</span></a>
      <h1>並べて見る</h1>
      ${this.both ? this.tools() : nothing}
    </header>`;
  }

  private tools() {
    const ask = (wish: Wish) => () => fire(this, wish);
    const step = (direction: 1 | -1) => () => fire(this, 'zoom-stepped', { direction });
    return html`<div class="tools">
      <button class="button quiet" aria-label="さがす" @click=${() => fire(this, 'find-asked')}>
        ${icon('search')}<span class="brief">さがす</span>
      </button>
      <button
        class="button quiet toggle"
        aria-pressed=${this.linked}
        aria-label="２つの資料をいっしょにめくる"
        @click=${ask('link-toggled')}
      >
        ${icon(this.linked ? 'linked' : 'unlinked')}<span>いっしょにめくる</span>
      </button>
      <button
        class="button quiet toggle"
        aria-pressed=${this.marked}
        aria-label="変わった数値に印を付ける"
        @click=${ask('marks-toggled')}
      >
        ${icon(this.marked ? 'check' : 'changes')}<span>変わった数値に印</span>
      </button>
      <button class="button quiet" aria-label="左右の入れ替え" @click=${ask('sides-swapped')}>
        ${icon('swap')}<span class="brief">入れ替え</span>
      </button>
      <button class="button quiet print" aria-label="並べたまま印刷する" @click=${() => window.print()}>${icon('print')}</button>
      <button class="button quiet step" aria-label="縮小" ?disabled=${this.zoom <= minZoom} @click=${step(-1)}>
        ${icon('minus')}
      </button>
      <button class="button quiet step" aria-label="拡大" ?disabled=${this.zoom >= maxZoom} @click=${step(1)}>
        ${icon('plus')}
      </button>
      <button
        class="button quiet"
        aria-label=${this.fit === 'page' ? '幅に合わせる' : '全体を見る'}
        @click=${() => fire(this, 'fit-toggled')}
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
      .quiet:disabled {
        border-color: transparent;
        background: none;
        color: var(--color-line);
      }
      .toggle[aria-pressed='true'] {
        background: var(--color-key-weak);
        box-shadow: inset 0 -3px var(--color-key);
      }
      @container (max-width: 62rem) {
        h1 {
          position: absolute;
          width: 1px;
          height: 1px;
          clip-path: inset(50%);
        }
        .tools {
          margin-left: auto;
        }
        .brief,
        .print {
          display: none;
        }
      }
      @container (max-width: 48rem) {
        span {
          display: none;
        }
        .button.quiet {
          padding-inline: 0.25rem;
        }
      }
      /* two fingers and a double tap zoom there */
      @container (max-width: 30rem) {
        .step {
          display: none;
        }
        .tools {
          flex: 0 1 auto;
          flex-wrap: wrap;
          justify-content: end;
          gap: 0;
        }
        header {
          gap: 0.25rem;
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
