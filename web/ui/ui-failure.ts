import { html, LitElement } from 'lit';
import { baseSheet } from './sheets/base.ts';
import './ui-notice.ts';

/**
 * What could not be read, and the next step: try again, or, with `remedy` "leave", go to `way-href`.
 * @fires retry when a person presses 「もう一度試す」.
 */
export class UiFailure extends LitElement {
  static override properties = {
    heading: {},
    message: {},
    remedy: {},
    wayHref: { attribute: 'way-href' },
    wayLabel: { attribute: 'way-label' },
  };
  declare heading: string;
  declare message: string;
  declare remedy: 'retry' | 'leave';
  declare wayHref: string;
  declare wayLabel: string;

  constructor() {
    super();
    this.heading = '';
    this.message = '';
    this.remedy = 'retry';
    this.wayHref = '/';
    this.wayLabel = '最初の画面へ';
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
            : html`<a class="button" href=${this.wayHref}>${this.wayLabel}</a>`
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
