import { css, html, LitElement } from 'lit';
import { fire } from '../../ui/events.ts';
import { icon } from '../../ui/icons.ts';
import { type Fit, maxZoom, minZoom } from '../../ui/page-view/geometry.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

/**
 * Smaller, larger, and the two fits.
 * @fires zoom-stepped @fires fit-toggled
 */
export class ReaderZoom extends LitElement {
  static override properties = { zoom: { type: Number }, fit: {} };
  declare zoom: number;
  declare fit: Fit;

  private step(direction: 1 | -1): void {
    fire(this, 'zoom-stepped', { direction });
  }

  override render() {
    const words = this.fit === 'page' ? '幅に合わせる' : '全体を見る';
    return html`
      <button class="button step" aria-label="縮小" ?disabled=${this.zoom <= minZoom} @click=${() => this.step(-1)}>
        ${icon('minus')}
      </button>
      <button class="button step" aria-label="拡大" ?disabled=${this.zoom >= maxZoom} @click=${() => this.step(1)}>
        ${icon('plus')}
      </button>
      <button class="button" aria-label=${words} @click=${() => fire(this, 'fit-toggled')}>
        ${icon('fit')}<span aria-hidden="true">${words}</span>
      </button>
    `;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: flex;
        gap: 0.5rem;
      }
      .button {
        min-width: 3.25rem;
        padding: 0 0.75rem;
      }
      @container (max-width: 52rem) {
        span {
          display: none;
        }
      }
      /* two fingers and a double tap zoom there */
      @container (max-width: 23rem) {
        .step {
          display: none;
        }
      }
      @container (max-width: 40rem) {
        :host {
          gap: 0.25rem;
        }
        .button {
          min-width: var(--target);
          padding: 0;
        }
      }
    `,
  ];
}
customElements.define('reader-zoom', ReaderZoom);

declare global {
  interface HTMLElementTagNameMap {
    'reader-zoom': ReaderZoom;
  }
}
