import { html, LitElement } from 'lit';
import { onAnnounce } from './announce.ts';
import { baseSheet } from './sheets/base.ts';

/** The live region of the whole window; `announce()` speaks through it. The shell holds the only one. */
export class UiAnnouncer extends LitElement {
  static override properties = { sentence: { state: true } };
  declare private sentence: string;

  constructor() {
    super();
    this.sentence = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onAnnounce((sentence) => {
      this.sentence = sentence;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    onAnnounce(null);
  }

  override render() {
    return html`<div class="visually-hidden" role="status" aria-live="polite">${this.sentence}</div>`;
  }

  static override styles = [baseSheet];
}
customElements.define('ui-announcer', UiAnnouncer);
