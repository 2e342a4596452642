import { css, html, LitElement } from 'lit';
import { baseSheet } from './sheets/base.ts';

/** Nothing is here yet: says so, and the slot says what to do. */
export class UiEmpty extends LitElement {
  static override properties = { heading: {} };
  declare heading: string;

  constructor() {
    super();
    this.heading = '';
  }

  override render() {
    return html`<div class="empty"><p class="heading">${this.heading}</p><slot></slot></div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      .empty {
        display: grid;
        justify-items: center;
        gap: 0.75rem;
        padding: 2rem 1rem;
        border: 1px dashed var(--color-line);
        border-radius: var(--border-radius-12);
        text-align: center;
      }
      .heading {
        font-size: 1.125rem;
        font-weight: 700;
      }
    `,
  ];
}
customElements.define('ui-empty', UiEmpty);

declare global {
  interface HTMLElementTagNameMap {
    'ui-empty': UiEmpty;
  }
}
