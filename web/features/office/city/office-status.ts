import { css, html, LitElement, nothing } from 'lit';
import type { Status } from '../../../../contract/status.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { officeSheet } from '../office-sheet.ts';

/** How the portal itself is: its version, room on the disk, and what is installed beside it. */
export class OfficeStatus extends LitElement {
  static override properties = { status: { attribute: false } };
  declare status: Status | null;

  constructor() {
    super();
    this.status = null;
  }

  override render() {
    const { status } = this;
    if (!status) return nothing;
    const { version, waitingJobs, freeMebibytes, recognises } = status;
    return html`<section aria-labelledby="status">
      <h2 id="status">くらべの状態</h2>
      <dl>
        <dt>版</dt>
        <dd>${version}</dd>
        <dt>WordやExcel、PowerPointの変換</dt>
        <dd>${this.converter(status)}</dd>
        <dt>画像のページの文字の読み取り</dt>
        <dd>${recognises ? '使えます' : '入っていません。画像だけのページは、言葉でさがせません。'}</dd>
        <dt>保存先の空き</dt>
        <dd>${freeMebibytes === null ? '分かりません' : `${(freeMebibytes / 1024).toFixed(1)}GB`}</dd>
        <dt>順番を待つ処理</dt>
        <dd>${waitingJobs === null ? '分かりません' : `${waitingJobs}件`}</dd>
      </dl>
    </section>`;
  }

  private converter({ converter }: Status) {
    if (!converter)
      return html`LibreOfficeが入っていないため、使えません。サーバーにLibreOfficeを入れて、くらべを起動し直してください。それまでは、PDFにして登録してください。`;
    return html`${converter.version}で、PDFに直します${
      converter.isOffline ? '（ネットワークから切り離して動かします）' : nothing
    }`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.5rem 1.5rem;
        margin-top: 0.5rem;
      }
      dt {
        color: var(--color-text-weak);
      }
      dd {
        margin: 0;
      }
      @container (max-width: 40rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
        dd + dt {
          margin-top: 0.5rem;
        }
      }
    `,
  ];
}
customElements.define('office-status', OfficeStatus);

declare global {
  interface HTMLElementTagNameMap {
    'office-status': OfficeStatus;
  }
}
