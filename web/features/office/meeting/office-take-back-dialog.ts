import { css, html, LitElement } from 'lit';
import type { RevisionState } from '../../../../contract/documents.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import '../../../ui/ui-dialog.ts';
import { versionName } from '../../../../domain/meetings/document.ts';
import { fire } from '../../../ui/events.ts';
import { momentText } from '../dates.ts';

/**
 * The versions of a document, each of which can be taken back for good; the one who does so is asked once more.
 * @fires revision-chosen with the version. @fires dialog-closed when left without one.
 */
export class OfficeTakeBackDialog extends LitElement {
  static override properties = { name: {}, revisions: { attribute: false } };
  /** Of the document: 資料１. */
  declare name: string;
  /** Newest first. */
  declare revisions: readonly RevisionState[];

  constructor() {
    super();
    this.name = '';
    this.revisions = [];
  }

  override firstUpdated(): void {
    void this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private choose(revision: RevisionState): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    fire(this, 'revision-chosen', revision);
  }

  override render() {
    return html`<ui-dialog
      heading="${this.name}の版を完全に取り消す"
    >
      <p>誤って登録した版を、だれも見られないようにして、7日後に消去します。取り消す版を選んでください。</p>
      <ul>
        ${this.revisions.map(
          (revision) => html`<li>
            <span>
              ${versionName(revision)}　${revision.published ? '公開済み' : '未公開'}
              <span class="weak">${momentText(revision.uploadedAt)}に登録　${revision.fileName}</span>
            </span>
            <button class="button danger" @click=${() => this.choose(revision)}>${versionName(revision)}を選ぶ</button>
          </li>`,
        )}
      </ul>
    </ui-dialog>`;
  }

  static override styles = [
    baseSheet,
    css`
      ul {
        display: grid;
        gap: 0.5rem;
        margin: 1rem 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        padding: 0.5rem 0;
        border-top: 1px solid var(--color-line-weak);
      }
      .weak {
        display: block;
        color: var(--color-text-weak);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

customElements.define('office-take-back-dialog', OfficeTakeBackDialog);

declare global {
  interface PortalEvents {
    'revision-chosen': RevisionState;
  }
  interface HTMLElementTagNameMap {
    'office-take-back-dialog': OfficeTakeBackDialog;
  }
}
