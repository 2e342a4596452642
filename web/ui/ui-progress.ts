import { css, html, LitElement } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { baseSheet } from './sheets/base.ts';

/** How far something is: `value` 0 … 1, or null while that is unknown. `label` says what it is; the slot, how far in words. */
export class UiProgress extends LitElement {
  static override properties = { value: { type: Number }, label: {} };
  declare value: number | null;
  declare label: string;

  constructor() {
    super();
    this.value = null;
    this.label = '';
  }

  override render() {
    const percent = this.value === null ? null : Math.round(Math.min(1, Math.max(0, this.value)) * 100);
    return html`<div
        class="bar"
        role="progressbar"
        aria-label=${this.label}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent ?? ''}
      >
        <div class=${percent === null ? 'unknown' : ''} style=${styleMap({ width: `${percent ?? 30}%` })}></div>
      </div>
      <slot></slot>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      .bar {
        height: 0.75rem;
        overflow: hidden;
        border-radius: var(--border-radius-full);
        background: var(--color-line-weak);
      }
      .bar div {
        height: 100%;
        border-radius: inherit;
        background: var(--color-key);
        transition: width 0.2s;
      }
      .unknown {
        animation: wander 1.6s ease-in-out infinite alternate;
      }
      @keyframes wander {
        to {
          transform: translateX(233%);
        }
      }
    `,
  ];
}
customElements.define('ui-progress', UiProgress);

declare global {
  interface HTMLElementTagNameMap {
    'ui-progress': UiProgress;
  }
}
