import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DocumentSummary } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { announce } from '../../../ui/announce.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import '../../../ui/ui-move-buttons.ts';
import type { MovedEvent } from '../../../ui/ui-move-buttons.ts';
import { moved } from '../moved.ts';
import './office-document-card.ts';
import type { DocumentAction, DocumentActionEvent } from './office-document-card.ts';

/**
 * The documents of a meeting in their order. `underway`: revisions whose reading is shown elsewhere, where their file was sent.
 * @fires document-chosen with the document and what is to be done. @fires order-changed with all of them in the new order.
 */
export class OfficeDocumentList extends LitElement {
  static override properties = { meeting: { attribute: false }, underway: { attribute: false } };
  declare meeting: Meeting;
  declare underway: readonly number[];

  constructor() {
    super();
    this.underway = [];
  }

  private async move(index: number, { detail: step }: MovedEvent): Promise<void> {
    const documents = moved(this.meeting.documents, index, step);
    const document = documents[index + step];
    this.dispatchEvent(new OrderChangedEvent(documents));
    if (document) announce(`${documentName(document)}を${index + step + 1}番目に移しました。`);
    // The page sets the new order; the moved card has lost the focus by then.
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    this.renderRoot.querySelectorAll('ui-move-buttons')[index + step]?.focusButton(step);
  }

  override render() {
    const { documents } = this.meeting;
    return html`<ol>
      ${repeat(
        documents,
        ({ id }) => id,
        (document, index) => this.row(document, index),
      )}
    </ol>`;
  }

  private row(document: DocumentSummary, index: number) {
    const { agenda, documents, publishedAt } = this.meeting;
    return html`<li>
      <office-document-card
        .document=${document}
        .agendaTitle=${agenda.find(({ id }) => id === document.agendaItemId)?.title ?? ''}
        ?live=${publishedAt !== null}
        ?underway=${this.underway.includes(document.revision.id)}
        @document-action=${({ detail }: DocumentActionEvent) =>
          this.dispatchEvent(new DocumentChosenEvent({ document, action: detail }))}
      >
        <ui-move-buttons
          slot="move"
          label=${documentName(document)}
          ?first=${index === 0}
          ?last=${index === documents.length - 1}
          @moved=${(event: MovedEvent) => void this.move(index, event)}
        ></ui-move-buttons>
      </office-document-card>
    </li>`;
  }

  static override styles = [
    baseSheet,
    css`
      li {
        border-top: 1px solid var(--color-line-weak);
      }
      li:last-child {
        border-bottom: 1px solid var(--color-line-weak);
      }
    `,
  ];
}

export class DocumentChosenEvent extends CustomEvent<{ document: DocumentSummary; action: DocumentAction }> {
  constructor(detail: { document: DocumentSummary; action: DocumentAction }) {
    super('document-chosen', { detail });
  }
}

export class OrderChangedEvent extends CustomEvent<readonly DocumentSummary[]> {
  constructor(documents: readonly DocumentSummary[]) {
    super('order-changed', { detail: documents });
  }
}
customElements.define('office-document-list', OfficeDocumentList);

declare global {
  interface HTMLElementTagNameMap {
    'office-document-list': OfficeDocumentList;
  }
}
