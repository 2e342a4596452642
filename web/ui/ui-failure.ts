import { html, LitElement } from 'lit';
import { baseSheet } from './sheets/base.ts';
import './ui-notice.ts';

/**
 * What could not be read, and the next step: try again, or (with `remedy` "enter") go to the entry.
 * @fires retry when a person presses 「もう一度試す」.
 */
export class UiFailure extends LitElement {
  static override properties = { heading: {}, message: {}, remedy: {} };
  declare heading: string;
  declare message: string;
  declare remedy: 'retry' | 'enter';

  constructor() {
    super();
    this.heading = '';
    this.message = '';
    this.remedy = 'retry';
  }

  private retry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  override render() {
    return html`<ui-notice kind="warning" heading=${this.heading}>
      <p>${this.message}</p>
      <p>
        ${
          this.remedy === 'retry'
            ? html`<button class="button" @click=${this.retry}>もう一度試す</button>`
            : html`<a class="button" href="/">最初の画面へ</a>`
        }
      </p>
      <slot></slot>
    </ui-notice>`;
  }

  static override styles = [baseSheet];
}
customElements.define('ui-failure', UiFailure);

declare global {
  interface HTMLElementTagNameMap {
    'ui-failure': UiFailure;
  }
}
