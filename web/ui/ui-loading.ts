import { css, html, LitElement } from 'lit';
import { baseSheet } from './sheets/base.ts';

/** Something is on its way. Appears after 0.3 s, so that a quick answer does not flicker. `label` is what is said. */
export class UiLoading extends LitElement {
  static override properties = { label: {} };
  declare label: string;

  constructor() {
    super();
    this.label = '読み込んでいます…';
  }

  override render() {
    return html`<p role="status"><span></span>${this.label}</p>`;
  }

  static override styles = [
    baseSheet,
    css`
      p {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 0.75rem;
        padding: 2rem 1rem;
        animation: appear calc(var(--motion) * 0.2s) 0.3s both;
      }
      span {
        width: 1.5rem;
        height: 1.5rem;
        border: 3px solid var(--color-line-weak);
        border-top-color: var(--color-key);
        border-radius: 50%;
        animation: turn calc(var(--motion) * 1s) linear infinite;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
    `,
  ];
}
customElements.define('ui-loading', UiLoading);

declare global {
  interface HTMLElementTagNameMap {
    'ui-loading': UiLoading;
  }
}
