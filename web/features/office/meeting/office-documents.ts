import { css, html, LitElement, nothing } from 'lit';
import type { UploadRules } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-drop-zone.ts';
import { officeSheet } from '../office-sheet.ts';
import { acceptedNames } from './file-check.ts';
import './office-document-list.ts';
import './office-upload-list.ts';
import type { Upload } from './upload-queue.ts';

/**
 * The documents of a meeting, those on their way, and where new ones are put.
 * @fires files-chosen, upload-decided, document-chosen, order-changed.
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

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      section {
        margin-top: 1rem;
      }
    `,
  ];
}
customElements.define('office-documents', OfficeDocuments);

declare global {
  interface HTMLElementTagNameMap {
    'office-documents': OfficeDocuments;
  }
}
