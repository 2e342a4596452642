import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-progress.ts';
import { officeSheet } from '../office-sheet.ts';
import type { Upload } from './upload-queue.ts';

type Decision = 'replace' | 'add' | 'retry' | 'dismiss';

/**
 * The files on their way to the portal, with the question or the sentence that each has.
 * @fires upload-decided with the upload's id and what a person decided.
 */
export class OfficeUploadList extends LitElement {
  static override properties = { uploads: { attribute: false } };
  declare uploads: readonly Upload[];

  constructor() {
    super();
    this.uploads = [];
  }

  private decide(id: number, decision: Decision): () => void {
    return () => this.dispatchEvent(new UploadDecidedEvent({ id, decision }));
  }

  override render() {
    if (this.uploads.length === 0) return nothing;
    return html`<h3>ファイルの送信</h3>
      <ul>
        ${repeat(
          this.uploads,
          ({ id }) => id,
          (upload) => html`<li class=${upload.state}>${this.face(upload)}</li>`,
        )}
      </ul>`;
  }

  private face(upload: Upload) {
    if (upload.state === 'asking') return this.question(upload);
    if (['refused', 'failed', 'same'].includes(upload.state)) return this.trouble(upload);
    const percent = Math.round(upload.part * 100);
    const sentAll = upload.state === 'sending' && percent === 100;
    return html`<p class="file">${upload.file.name}${upload.target ? html`　<span class="chip">${upload.target.name}の差替え</span>` : nothing}</p>
      <ui-progress label="${upload.file.name}の送信" .value=${upload.state === 'waiting' ? 0 : upload.part}>
        ${progressWords(upload.state, sentAll, percent)}
      </ui-progress>
      <button class="button quiet" aria-label="${upload.file.name}を送るのをやめる" @click=${this.decide(upload.id, 'dismiss')}>
        送るのをやめる
      </button>`;
  }

  private question({ id, file, target }: Upload) {
    return html`<p class="file">${file.name}</p>
      <p><strong>「${target?.name}」と同じ番号のファイルです。どちらにしますか。</strong></p>
      <p>差替えにすると、次に公開するまで、委員にはいま公開している版が見えます。</p>
      <div class="row">
        <button class="button primary small" @click=${this.decide(id, 'replace')}>差替えにする</button>
        <button class="button quiet" @click=${this.decide(id, 'add')}>別の資料として追加する</button>
        <button class="button quiet" @click=${this.decide(id, 'dismiss')}>送らない</button>
      </div>`;
  }

  private trouble({ id, file, state, sentence }: Upload) {
    return html`<div role="alert">
        <p class="file">${file.name}</p>
        <p class="sentence">${sentence}</p>
      </div>
      <div class="row">
        ${
          state === 'failed'
            ? html`<button class="button primary small" @click=${this.decide(id, 'retry')}>もう一度送る</button>`
            : nothing
        }
        <button class="button quiet" aria-label="${file.name}を一覧から消す" @click=${this.decide(id, 'dismiss')}>
          一覧から消す
        </button>
      </div>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      h3 {
        margin-bottom: 0.5rem;
      }
      ul {
        display: grid;
        gap: 0.75rem;
      }
      li > .button {
        justify-self: end;
      }
      li {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem 1rem;
        border: 1px solid var(--color-line-weak);
        border-radius: var(--border-radius-8);
      }
      .asking {
        border-color: var(--color-warning);
        background: var(--color-warning-weak);
      }
      .same {
        border-color: var(--color-warning);
        background: var(--color-warning-weak);
      }
      .refused,
      .failed {
        border-color: var(--color-error);
        background: var(--color-error-weak);
      }
      li:not(.same) .sentence {
        color: var(--color-error);
      }
    `,
  ];
}

function progressWords(state: Upload['state'], sentAll: boolean, percent: number): string {
  if (state === 'waiting') return '送る順番を待っています';
  if (state === 'interrupted') return '通信が切れたか、混み合っています。そのままお待ちください。自動で送り直します';
  return sentAll ? '受け取りを待っています' : `${percent}％送りました`;
}

export class UploadDecidedEvent extends CustomEvent<{ id: number; decision: Decision }> {
  constructor(detail: { id: number; decision: Decision }) {
    super('upload-decided', { detail });
  }
}
customElements.define('office-upload-list', OfficeUploadList);

declare global {
  interface HTMLElementTagNameMap {
    'office-upload-list': OfficeUploadList;
  }
}
