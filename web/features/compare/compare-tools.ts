import { css, html, LitElement } from 'lit';
import { icon } from '../../ui/icons.ts';
import { type Fit, maxZoom, minZoom } from '../../ui/page-view/geometry.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

/**
 * What can be done with two pages side by side.
 * @fires link-toggled @fires sides-swapped @fires fit-toggled @fires zoom-stepped (1 or -1) when a person presses that button.
 */
export class CompareTools extends LitElement {
  static override properties = { linked: { type: Boolean }, zoom: { type: Number }, fit: {} };
  declare linked: boolean;
  declare zoom: number;
  declare fit: Fit;

  private tell(name: 'link-toggled' | 'sides-swapped' | 'fit-toggled'): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  private step(direction: 1 | -1): void {
    this.dispatchEvent(new CustomEvent('zoom-stepped', { detail: { direction } }));
  }

  override render() {
    return html`
      <button class="button link" aria-pressed=${this.linked} @click=${() => this.tell('link-toggled')}>
        ${icon(this.linked ? 'linked' : 'unlinked')}${this.linked ? '連動中' : '連動する'}
      </button>
      <button class="button quiet" aria-label="左右を入れ替える" @click=${() => this.tell('sides-swapped')}>
        ${icon('swap')}<span>入れ替え</span>
      </button>
      <button class="button quiet" aria-label="縮小" ?disabled=${this.zoom <= minZoom} @click=${() => this.step(-1)}>
        ${icon('minus')}
      </button>
      <button class="button quiet" aria-label="拡大" ?disabled=${this.zoom >= maxZoom} @click=${() => this.step(1)}>
        ${icon('plus')}
      </button>
      <button
        class="button quiet"
        aria-label=${this.fit === 'page' ? '幅に合わせる' : '全体を見る'}
        @click=${() => this.tell('fit-toggled')}
      >
        ${icon('fit')}
      </button>
    `;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: flex;
        flex: none;
        gap: 0.25rem;
      }
      .button {
        min-width: var(--target);
        padding-inline: 0.625rem;
        white-space: nowrap;
      }
      .link[aria-pressed='true'] {
        background: var(--color-key);
        color: var(--color-neutral-white);
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
    `,
  ];
}
customElements.define('compare-tools', CompareTools);

declare global {
  interface HTMLElementTagNameMap {
    'compare-tools': CompareTools;
  }
}
