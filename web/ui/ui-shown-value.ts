import { css, html, LitElement } from 'lit';
import { baseSheet } from './sheets/base.ts';

/**
 * A number in the unit that the numbers beside it have. Where its paper prints it otherwise (`original`), a press shows that,
 * and another shows the number again; who hears it hears both.
 */
export class UiShownValue extends LitElement {
  static override properties = { words: {}, original: {}, opened: { state: true } };
  declare words: string;
  /** Empty where `words` is as the paper prints it. */
  declare original: string;
  declare private opened: boolean;

  constructor() {
    super();
    this.words = '';
    this.original = '';
    this.opened = false;
  }

  override render() {
    const { words, original, opened } = this;
    if (!original) return html`<span>${words}</span>`;
    return html`<button
      aria-pressed=${opened}
      aria-label="${words}、資料の書き方では${original}"
      title="資料に書かれたままの数値"
      @click=${() => {
        this.opened = !opened;
      }}
    >
      ${opened ? original : words}
    </button>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: inline-block;
        white-space: nowrap;
      }
      button {
        min-width: var(--target);
        min-height: var(--target);
        /* takes up no more height than the numbers beside it, so that all stand on one line */
        margin-block: calc((2rem - var(--target)) / 2);
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        text-align: inherit;
        text-decoration: underline dotted;
        text-underline-offset: 0.25em;
        cursor: pointer;
      }
      button:hover {
        background: var(--color-key-weak);
      }
    `,
  ];
}
customElements.define('ui-shown-value', UiShownValue);

declare global {
  interface HTMLElementTagNameMap {
    'ui-shown-value': UiShownValue;
  }
}
