import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DocumentSummary } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { DragOrder } from '../../../ui/drag-order.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import '../../../ui/ui-move-buttons.ts';
import { moved, movedTo } from '../moved.ts';
import './office-document-card.ts';
import { type Fired, fire } from '../../../ui/events.ts';
import type { DocumentAction } from './office-document-card.ts';

/**
 * The documents of a meeting in their order. `underway`: revisions whose reading is shown elsewhere, where their file was sent.
 * @fires document-chosen with the document and what is to be done. They are moved by
 * their grip or by buttons. @fires order-changed with all of them in the new order.
 */
export class OfficeDocumentList extends LitElement {
  static override properties = { meeting: { attribute: false }, underway: { attribute: false } };
  declare meeting: Meeting;
  declare underway: readonly number[];

  constructor() {
    super();
    this.underway = [];
  }

  private readonly drag = new DragOrder(this, {
    items: () => [...this.renderRoot.querySelectorAll('li')],
    drop: (from, to) => this.reorder(movedTo(this.meeting.documents, from, to), to),
  });

  /** `place`: where the one that was moved stands now. */
  private reorder(documents: readonly DocumentSummary[], place: number): void {
    const sentence = `${documentName(documents[place]!)}を${place + 1}番目に移しました。`;
    fire(this, 'order-changed', { documents, sentence });
  }

  /** Which was moved by a button, and which way: until something else is pressed. */
  private pressed: { readonly id: number; readonly step: -1 | 1 } | null = null;

  private move(index: number, { detail: step }: Fired<'moved'>): void {
    const documents = moved(this.meeting.documents, index, step);
    if (documents === this.meeting.documents) return;
    this.pressed = { id: this.meeting.documents[index]!.id, step };
    const forget = () => {
      this.pressed = null;
    };
    window.addEventListener('pointerdown', forget, { once: true, capture: true });
    this.reorder(documents, index + step);
  }

  /** A card that is put elsewhere loses the focus: now, and again with each answer that still has the order before. */
  override updated(): void {
    if (!this.pressed || document.activeElement !== document.body) return;
    const { id, step } = this.pressed;
    const place = this.meeting.documents.findIndex((one) => one.id === id);
    this.renderRoot.querySelectorAll('ui-move-buttons')[place]?.focusButton(step);
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
    return html`<li class=${this.dragClass(index)}>
      <office-document-card
        .document=${document}
        .agendaTitle=${agenda.find(({ id }) => id === document.agendaItemId)?.title ?? ''}
        ?live=${publishedAt !== null}
        ?underway=${this.underway.includes(document.revision.id)}
        @document-action=${({ detail }: Fired<'document-action'>) =>
          fire(this, 'document-chosen', { document, action: detail })}
      >
        <span slot="move" class="move">
          <span
            class="grip"
            aria-hidden="true"
            title="つかんで並べ替え"
            @pointerdown=${(event: PointerEvent) => this.drag.start(event, index)}
            >${icon('grip')}</span
          >
          <ui-move-buttons
            label=${documentName(document)}
            ?first=${index === 0}
            ?last=${index === documents.length - 1}
            @moved=${(event: Fired<'moved'>) => this.move(index, event)}
          ></ui-move-buttons>
        </span>
      </office-document-card>
    </li>`;
  }

  /** The one that is dragged, and the line where it would fall. */
  private dragClass(index: number): string {
    const { state } = this.drag;
    if (!state) return '';
    if (index === state.from) return 'dragged';
    // of the others this is the n-th
    const place = index < state.from ? index : index - 1;
    if (state.from === state.to) return '';
    if (place === state.to) return 'before';
    return place === state.to - 1 && state.to === this.meeting.documents.length - 1 ? 'after' : '';
  }

  static override styles = [
    baseSheet,
    css`
      .move {
        display: inline-flex;
      }
      .grip {
        display: inline-grid;
        place-items: center;
        min-width: var(--target);
        min-height: var(--target);
        cursor: grab;
        touch-action: none;
        color: var(--color-text-weak);
      }
      .dragged {
        opacity: 0.5;
        background: var(--color-key-weak);
      }
      .dragged .grip {
        cursor: grabbing;
      }
      .before {
        box-shadow: 0 -0.25rem 0 var(--color-key);
      }
      .after {
        box-shadow: 0 0.25rem 0 var(--color-key);
      }
      li {
        border-top: 1px solid var(--color-line-weak);
      }
      li:last-child {
        border-bottom: 1px solid var(--color-line-weak);
      }
    `,
  ];
}

export interface NewOrder {
  readonly documents: readonly DocumentSummary[];
  /** What was done, in words. */
  readonly sentence: string;
}

customElements.define('office-document-list', OfficeDocumentList);

declare global {
  interface PortalEvents {
    'document-chosen': { document: DocumentSummary; action: DocumentAction };
    'order-changed': NewOrder;
  }
  interface HTMLElementTagNameMap {
    'office-document-list': OfficeDocumentList;
  }
}
