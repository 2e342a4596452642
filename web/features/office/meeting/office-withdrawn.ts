import { css, html, LitElement, nothing } from 'lit';
import type { WithdrawnDocuments } from '../../../../contract/documents.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { fire } from '../../../ui/events.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { momentText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';

type Withdrawn = WithdrawnDocuments['documents'][number];

/**
 * The documents that were taken out of a meeting, each with the way back.
 * @fires restore with the document's id and name.
 */
export class OfficeWithdrawn extends LitElement {
  static override properties = { documents: { attribute: false } };
  declare documents: readonly Withdrawn[];

  constructor() {
    super();
    this.documents = [];
  }

  override render() {
    if (this.documents.length === 0) return nothing;
    return html`<section aria-labelledby="withdrawn">
      <div class="section-head"><h2 id="withdrawn">取り下げた資料　${this.documents.length}件</h2></div>
      <p class="weak">委員には見えません。「元に戻す」を押すと、取り下げる前の版のまま会議に戻ります。</p>
      <ul>
        ${this.documents.map((document) => this.row(document))}
      </ul>
    </section>`;
  }

  private row(document: Withdrawn) {
    const name = documentName(document);
    return html`<li>
      <span>${name}<span class="weak">${momentText(document.withdrawnAt)}に取下げ</span></span>
      <button
        class="button quiet"
        aria-label="${name}を元に戻す"
        @click=${() => fire(this, 'restore', { id: document.id, name })}
      >
        元に戻す
      </button>
    </li>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      ul {
        margin-top: 0.5rem;
        border-top: 1px solid var(--color-line-weak);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        padding-block: 0.5rem;
        border-bottom: 1px solid var(--color-line-weak);
      }
      li .weak {
        display: block;
      }
    `,
  ];
}

customElements.define('office-withdrawn', OfficeWithdrawn);

declare global {
  interface PortalEvents {
    restore: { id: number; name: string };
  }
  interface HTMLElementTagNameMap {
    'office-withdrawn': OfficeWithdrawn;
  }
}
