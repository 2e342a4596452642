import { css, html, LitElement } from 'lit';
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

  private get percent(): number | null {
    return this.value === null ? null : Math.round(Math.min(1, Math.max(0, this.value)) * 100);
  }

  // By the CSSOM: the Content-Security-Policy forbids style attributes, and lit's styleMap writes one at first.
  override updated(): void {
    const part = this.renderRoot.querySelector<HTMLElement>('.part');
    if (part) part.style.width = `${this.percent ?? 30}%`;
  }

  override render() {
    const { percent } = this;
    return html`<div
        class="bar"
        role="progressbar"
        aria-label=${this.label}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent ?? ''}
      >
        <div class="part ${percent === null ? 'unknown' : ''}"></div>
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
      .part {
        height: 100%;
        border-radius: inherit;
        background: var(--color-key);
        transition: width calc(var(--motion) * 0.2s);
      }
      .unknown {
        animation: wander calc(var(--motion) * 1.6s) ease-in-out infinite alternate;
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
