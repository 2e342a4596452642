import { css, html, LitElement, nothing } from 'lit';
import { icon } from './icons.ts';
import { baseSheet } from './sheets/base.ts';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

/** A message that stays on the page. Slot: the text and its buttons. An error is spoken at once. */
export class UiNotice extends LitElement {
  static override properties = { kind: { reflect: true }, heading: {} };
  declare kind: NoticeKind;
  declare heading: string;

  constructor() {
    super();
    this.kind = 'info';
    this.heading = '';
  }

  override render() {
    return html`<div class="notice" role=${this.kind === 'error' ? 'alert' : 'status'}>
      ${icon(this.kind === 'success' ? 'check' : this.kind === 'info' ? 'info' : 'warning')}
      <div>${this.heading ? html`<strong>${this.heading}</strong>` : nothing}<slot></slot></div>
    </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        --accent: var(--color-key);
        --tint: var(--color-key-weak);
      }
      :host([kind='error']) {
        --accent: var(--color-error);
        --tint: var(--color-error-weak);
      }
      :host([kind='warning']) {
        --accent: var(--color-warning);
        --tint: var(--color-warning-weak);
      }
      :host([kind='success']) {
        --accent: var(--color-success);
        --tint: var(--color-success-weak);
      }
      .notice {
        display: flex;
        gap: 0.75rem;
        padding: 1rem 1.25rem;
        border: 1px solid var(--accent);
        border-left-width: 8px;
        border-radius: var(--border-radius-8);
        background: var(--tint);
      }
      svg {
        margin-top: 0.125rem;
        color: var(--accent);
      }
      .notice > div {
        flex: 1;
        min-width: 0;
      }
      strong {
        display: block;
      }
    `,
  ];
}
customElements.define('ui-notice', UiNotice);

declare global {
  interface HTMLElementTagNameMap {
    'ui-notice': UiNotice;
  }
}
