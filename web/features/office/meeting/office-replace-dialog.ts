import { html, LitElement, nothing } from 'lit';
import type { DocumentSummary, UploadRules } from '../../../../contract/documents.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import '../../../ui/ui-dialog.ts';
import '../../../ui/ui-drop-zone.ts';
import { versionName } from '../../../../domain/meetings/document.ts';

import { type Fired, fire } from '../../../ui/events.ts';
import { acceptedNames } from './file-check.ts';

/**
 * Says what 差替え does, and takes the file. `live` is whether members see the document now.
 * @fires file-chosen with the file. @fires dialog-closed when left without one.
 */
export class OfficeReplaceDialog extends LitElement {
  static override properties = {
    document: { attribute: false },
    rules: { attribute: false },
    live: { type: Boolean },
  };
  declare document: DocumentSummary;
  declare rules: UploadRules | null;
  declare live: boolean;

  constructor() {
    super();
    this.live = false;
    this.rules = null;
  }

  override firstUpdated(): void {
    void this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private onChosen({ detail: [file] }: Fired<'files-chosen'>): void {
    if (!file) return;
    this.renderRoot.querySelector('ui-dialog')?.close();
    fire(this, 'file-chosen', file);
  }

  private get word(): string {
    return this.rules?.convertsOffice ? 'ファイル' : 'PDF';
  }

  override render() {
    return html`<ui-dialog
      heading="${documentName(this.document)}の差替え"
    >
      <p>
        新しい${this.word}を選ぶと、この資料の${versionName({ number: this.document.revision.number + 1 })}になります。番号、題名、前の年度とのつながり、お送りした通知はそのままです。
      </p>
      ${
        this.live
          ? html`<p><strong>委員には、「変更を公開する」を押すまで、いま公開している版が見えます。</strong></p>`
          : nothing
      }
      <ui-drop-zone
        single
        accept=${acceptedNames(this.rules)}
        heading="ここに新しい${this.word}を置いてください"
        action="${this.word}を選ぶ"
        @files-chosen=${this.onChosen}
      ></ui-drop-zone>
    </ui-dialog>`;
  }

  static override styles = [baseSheet];
}

customElements.define('office-replace-dialog', OfficeReplaceDialog);

declare global {
  interface PortalEvents {
    'file-chosen': File;
  }
  interface HTMLElementTagNameMap {
    'office-replace-dialog': OfficeReplaceDialog;
  }
}
