import { css, html, LitElement, nothing } from 'lit';
import { icon } from './icons.ts';
import { phrased } from './phrased.ts';
import { baseSheet } from './sheets/base.ts';

/** The top of a page: the way back, the page's name, what stands above it (`over`). Slot: buttons on the right. */
export class UiPageHeader extends LitElement {
  static override properties = {
    heading: {},
    over: {},
    backHref: { attribute: 'back-href' },
    backLabel: { attribute: 'back-label' },
  };
  declare heading: string;
  declare over: string;
  declare backHref: string;
  declare backLabel: string;

  constructor() {
    super();
    this.heading = '';
    this.over = '';
    this.backHref = '';
    this.backLabel = '前の画面に戻る';
  }

  override render() {
    return html`
      ${this.backHref ? html`<a class="back" href=${this.backHref}>${icon('back')}${this.backLabel}</a>` : nothing}
      <div class="line">
        <div class="names">
          ${this.over ? html`<p>${phrased(this.over)}</p>` : nothing}
          <h1>${phrased(this.heading)}</h1>
        </div>
        <div class="actions"><slot></slot></div>
      </div>
    `;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        margin-bottom: 1.5rem;
      }
      .back {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        min-height: var(--target);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: 1rem;
      }
      .names {
        flex: 1 1 12rem;
        min-width: 0;
      }
      p {
        color: var(--color-text-weak);
        word-break: keep-all;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
      }
      ::slotted(ui-menu) {
        margin-inline-end: -0.625rem;
      }
      @media print {
        .back,
        .actions {
          display: none;
        }
      }
    `,
  ];
}
customElements.define('ui-page-header', UiPageHeader);

declare global {
  interface HTMLElementTagNameMap {
    'ui-page-header': UiPageHeader;
  }
}
