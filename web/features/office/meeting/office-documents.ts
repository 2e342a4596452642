import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { UploadRules } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { fire } from '../../../ui/events.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-drop-zone.ts';
import { officeSheet } from '../office-sheet.ts';
import { acceptedNames } from './file-check.ts';
import './office-document-list.ts';
import './office-upload-list.ts';
import { isProposed } from './proposed-name.ts';
import type { Upload } from './upload-queue.ts';

/**
 * The documents of a meeting, those on their way, and where new ones are put.
 * @fires files-chosen, upload-decided, document-chosen, order-changed.
 * @fires names-accepted when the proposed numbers and titles are right.
 */
export class OfficeDocuments extends LitElement {
  static override properties = {
    meeting: { attribute: false },
    uploads: { attribute: false },
    rules: { attribute: false },
  };
  declare meeting: Meeting;
  declare uploads: readonly Upload[];
  /** Null until the portal has said which files it takes. */
  declare rules: UploadRules | null;

  constructor() {
    super();
    this.uploads = [];
    this.rules = null;
  }

  override render() {
    const { documents } = this.meeting;
    return html`<section aria-labelledby="documents">
      <div class="section-head">
        <h2 id="documents" tabindex="-1">資料${documents.length > 0 ? `　${documents.length}件` : nothing}</h2>
      </div>
      <div class="stack">
        <ui-drop-zone
          whole-window
          accept="${acceptedNames(this.rules)},.zip,application/zip"
          heading=${
            this.rules?.convertsOffice
              ? 'ここに資料をまとめて置いてください（PDF、Word、Excel、PowerPoint。フォルダーやZIPのままでも）'
              : 'ここにPDFをまとめて置いてください（フォルダーやZIPのままでも）'
          }
          action=${this.rules?.convertsOffice ? 'ファイルを選ぶ（いくつでも）' : 'PDFを選ぶ（いくつでも）'}
        >
          <p class="weak">ファイル名と１ページ目から番号と題名を読み取ります。例：資料１_進行管理シート.pdf　あとから直せます。</p>
        </ui-drop-zone>
        <office-upload-list
          ?hidden=${this.uploads.length === 0}
          .uploads=${this.uploads}
        ></office-upload-list>
        ${this.proposals(documents)}
        ${
          documents.length > 0
            ? html`<office-document-list
                .meeting=${this.meeting}
                .underway=${this.uploads.flatMap(({ made }) => (made ? [made.revisionId] : []))}
              ></office-document-list>`
            : nothing
        }
      </div>
    </section>`;
  }

  private proposals(documents: Meeting['documents']) {
    const count = documents.filter(isProposed).length;
    if (count === 0) return nothing;
    return html`<div class="proposals">
      <p>
        ${count}件の番号と題名は、ファイル名と１ページ目から付けた案です。このままでよければ、まとめて決められます。公開したときにも決まります。
      </p>
      <button class="button" @click=${() => fire(this, 'names-accepted')}>
        すべてこれでよい
      </button>
    </div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('uploads');
    if (!before || this.uploads.length <= before.length) return;
    // what was just put here may lie below the fold
    const list = this.renderRoot.querySelector('office-upload-list');
    void list?.updateComplete.then(() => list.scrollIntoView({ block: 'nearest' }));
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      section {
        margin-top: 1rem;
      }
      .proposals {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem 1.5rem;
        padding: 0.75rem 1rem;
        border-radius: var(--border-radius-8);
        background: var(--color-ground-weak);
      }
      .proposals p {
        flex: 1 1 24rem;
      }
    `,
  ];
}
customElements.define('office-documents', OfficeDocuments);

declare global {
  interface PortalEvents {
    'names-accepted': null;
  }
  interface HTMLElementTagNameMap {
    'office-documents': OfficeDocuments;
  }
}
