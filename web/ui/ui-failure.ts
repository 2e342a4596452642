import { css, html, LitElement, nothing } from 'lit';
import { baseSheet } from './sheets/base.ts';
import './ui-notice.ts';
import { fire } from './events.ts';

/**
 * What could not be read, and the next step: try again, or, with `remedy` "leave", go to `way-href`.
 * `whole` where the page has nothing else: its heading is then the page's.
 * @fires retry when a person presses 「もう一度試す」.
 */
export class UiFailure extends LitElement {
  static override properties = {
    heading: {},
    whole: { type: Boolean },
    message: {},
    remedy: {},
    wayHref: { attribute: 'way-href' },
    wayLabel: { attribute: 'way-label' },
  };
  declare heading: string;
  declare whole: boolean;
  declare message: string;
  declare remedy: 'retry' | 'leave';
  declare wayHref: string;
  declare wayLabel: string;

  constructor() {
    super();
    this.heading = '';
    this.whole = false;
    this.message = '';
    this.remedy = 'retry';
    this.wayHref = '/';
    this.wayLabel = '最初の画面へ';
  }

  private retry(): void {
    fire(this, 'retry');
  }

  override render() {
    return html`${this.whole ? html`<h1>${this.heading}</h1>` : nothing}
    <ui-notice kind="warning" heading=${this.whole ? '' : this.heading}>
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

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        max-width: var(--width-page);
      }
      h1 {
        margin-bottom: 1rem;
      }
      p + p {
        margin-top: 0.75rem;
      }
    `,
  ];
}
customElements.define('ui-failure', UiFailure);

declare global {
  interface PortalEvents {
    retry: null;
  }
  interface HTMLElementTagNameMap {
    'ui-failure': UiFailure;
  }
}
