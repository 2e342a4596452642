import { css, html, LitElement, nothing } from 'lit';
import { fire } from '../ui/events.ts';
import { baseSheet } from '../ui/sheets/base.ts';

type Wish = 'lost-listed' | 'lost-closed' | 'laid-here' | 'laying-ended';

/**
 * A quiet line above the page: that notes lost their place when the paper was replaced, or that one of them is being laid.
 * @fires lost-listed @fires lost-closed @fires laid-here by keyboard: at the top of the page that is read. @fires laying-ended
 */
export class LayingLine extends LitElement {
  static override properties = { lost: { type: Number }, laying: { type: Boolean } };
  /** How many have no place. */
  declare lost: number;
  declare laying: boolean;

  constructor() {
    super();
    this.lost = 0;
    this.laying = false;
  }

  private button(label: string, wish: Wish) {
    const ask = () => fire(this, wish);
    return html`<button class="button" @click=${ask}>${label}</button>`;
  }

  override render() {
    return html`<div role="status">${this.laying ? this.where() : this.lost > 0 ? this.told() : nothing}</div>`;
  }

  private where() {
    return html`<p>
      <span>書き込みを置く場所を、ページの上で押してください。ページをめくってからでもかまいません。</span>
      ${this.button('いまのページの上に置く', 'laid-here')} ${this.button('やめる', 'laying-ended')}
    </p>`;
  }

  private told() {
    return html`<p>
      <span>差替えで、置き場所がなくなった書き込みが${this.lost}件あります。</span>
      ${this.button('見る', 'lost-listed')} ${this.button('あとで', 'lost-closed')}
    </p>`;
  }

  static override styles = [
    baseSheet,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.75rem;
        padding: 0.25rem 1rem;
        background: var(--color-key-weak);
      }
    `,
  ];
}
customElements.define('laying-line', LayingLine);

declare global {
  interface PortalEvents {
    'lost-listed': null;
    'lost-closed': null;
    'laid-here': null;
    'laying-ended': null;
  }
  interface HTMLElementTagNameMap {
    'laying-line': LayingLine;
  }
}
