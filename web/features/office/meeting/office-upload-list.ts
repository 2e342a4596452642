import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-progress.ts';
import { fire } from '../../../ui/events.ts';
import { officeSheet } from '../office-sheet.ts';
import type { Upload } from './upload-queue.ts';

type Decision = 'replace' | 'add' | 'retry' | 'dismiss' | 'withdraw';

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
    return () => fire(this, 'upload-decided', { id, decision });
  }

  override render() {
    if (this.uploads.length === 0) return nothing;
    return html`<h3>ファイルの送信</h3>
      <ul>
        ${repeat(
          this.uploads,
          ({ id }) => id,
          (upload) => html`<li class="is-${upload.state}">${this.face(upload)}</li>`,
        )}
      </ul>`;
  }

  private face(upload: Upload) {
    if (upload.state === 'asking') return this.question(upload);
    if (['refused', 'failed', 'same'].includes(upload.state)) return this.trouble(upload);
    const { file, target, state } = upload;
    return html`<p class="file">${file.name}${target ? html`　<span class="chip">${target.name}の差替え</span>` : nothing}</p>
      <ui-progress label="${file.name}の受付" .value=${wholePart(upload)}>${progressWords(upload)}</ui-progress>
      ${state === 'reading' ? this.withdrawal(upload) : this.stop(upload)}`;
  }

  private stop({ id, file }: Upload) {
    return html`<button class="button quiet" aria-label="${file.name}を送るのをやめる" @click=${this.decide(id, 'dismiss')}>
      送るのをやめる
    </button>`;
  }

  /** A version that replaces another is taken back from its document's menu, which says what is lost. */
  private withdrawal({ id, file, target }: Upload) {
    if (target) return nothing;
    return html`<button class="button quiet" aria-label="${file.name}を取り下げる" @click=${this.decide(id, 'withdraw')}>
      取り下げる
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
      li {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem 1rem;
        border: 1px solid var(--color-line-weak);
        border-radius: var(--border-radius-8);
      }
      /* its button stands beside its name, so that twenty files stand closer together */
      li:is(.is-waiting, .is-sending, .is-interrupted, .is-reading) {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 1rem;
        padding-block: 0.25rem 0.5rem;
      }
      li > .button {
        grid-area: 1 / 2;
        margin-inline-end: -0.625rem;
      }
      li > ui-progress {
        grid-column: 1 / -1;
      }
      .is-asking {
        border-color: var(--color-warning);
        background: var(--color-warning-weak);
      }
      .is-same {
        border-color: var(--color-warning);
        background: var(--color-warning-weak);
      }
      .is-refused,
      .is-failed {
        border-color: var(--color-error);
        background: var(--color-error-weak);
      }
      li:not(.is-same) .sentence {
        color: var(--color-error);
      }
    `,
  ];
}

/** One bar for the whole way: half of it for sending, half for reading. */
function wholePart({ state, part }: Upload): number {
  return state === 'reading' ? 0.5 + (part ?? 0) / 2 : (part ?? 0) / 2;
}

function progressWords({ state, part, target, isConverting }: Upload): string {
  const percent = Math.round((part ?? 0) * 100);
  if (isConverting) return '受け取りました。PDFに直しています。１つずつ直すため、順番を待つことがあります';
  if (state === 'reading' && part === null) return '受け取りました。読み取りの順番を待っています';
  if (state === 'reading') return `受け取りました。ページを読み取っています（${percent}％）`;
  const before = percent > 0 ? `（${percent}％まで送りました）` : '';
  if (state === 'waiting') return `送る順番を待っています${before}`;
  if (state === 'interrupted')
    return `通信が切れたか、混み合っています。そのままお待ちください。つながりしだい、続きから送ります${before}`;
  return percent === 100 ? `送りました。${target ? '版' : '資料'}として登録しています` : `送っています（${percent}％）`;
}

customElements.define('office-upload-list', OfficeUploadList);

declare global {
  interface PortalEvents {
    'upload-decided': { id: number; decision: Decision };
  }
  interface HTMLElementTagNameMap {
    'office-upload-list': OfficeUploadList;
  }
}
