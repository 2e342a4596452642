import { html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { withDigits } from '../../../domain/japanese/numerals.ts';
import { markBeforeTitle } from '../../../domain/meetings/document.ts';
import { files, paths } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-dialog.ts';
import { readerTopSheet } from './reader-top.styles.ts';

/**
 * What is read, which version of it, and what can be done with it.
 * @slot replaced what a replacement changed, while the newest version is read.
 * @fires strip-toggled @fires jump-asked @fires retry when a person presses the button of that name.
 */
export class ReaderTop extends LitElement {
  static override properties = {
    document: { attribute: false },
    page: { type: Number },
    strip: { type: Boolean },
    offline: { type: Boolean },
  };
  declare document: Document;
  declare page: number;
  declare strip: boolean;
  declare offline: boolean;

  private ask(name: 'strip-toggled' | 'jump-asked' | 'retry'): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    this.dispatchEvent(new CustomEvent(name));
  }

  override render() {
    const { document } = this;
    const mark = markBeforeTitle(document);
    return html`
      <header>
        <a class="button quiet back" href=${paths.meeting(document.meetingId)} aria-label="会議へ戻る">
          ${icon('back')}<span>会議へ</span>
        </a>
        <h1>${mark ? html`<span class="mark">${mark}</span>` : nothing}<span class="title">${document.title}</span></h1>
        ${this.replacementMark()}
        <div class="actions wide">${this.actions()}</div>
        <div class="actions narrow">
          ${this.besideLink()}
          <button class="button quiet" @click=${() => this.renderRoot.querySelector('ui-dialog')?.show()}>
            ${icon('list')}メニュー
          </button>
        </div>
      </header>
      ${this.versionLine()}
      ${
        this.offline
          ? html`<p class="line warning" role="status">
              通信が途切れています。読み込み済みのページは、このままご覧になれます。
              <button class="button" @click=${() => this.ask('retry')}>もう一度試す</button>
            </p>`
          : nothing
      }
      <ui-dialog heading="メニュー">
        <div class="menu">${this.actions()} ${this.versions()}</div>
      </ui-dialog>
    `;
  }

  private actions() {
    const counterpart = this.document.beside.find((choice) => choice.sameSeries);
    return html`
      ${this.besideLink()}
      <button class="button quiet" @click=${() => this.ask('jump-asked')}>${icon('list')}目次・ページへ</button>
      <button class="button quiet" aria-pressed=${this.strip} @click=${() => this.ask('strip-toggled')}>
        ${icon('pages')}ページ一覧
      </button>
      ${
        counterpart
          ? html`<a class="button quiet" href=${paths.changes(this.document.id, counterpart.documentId)}>
              ${icon('changes')}変わった数値
            </a>`
          : nothing
      }
      <a class="button quiet" href=${files.download(this.document.revision.id)} download>${icon('download')}保存</a>
    `;
  }

  private besideLink() {
    const { id, beside } = this.document;
    const counterpart = beside.find((choice) => choice.sameSeries);
    const href = counterpart
      ? paths.beside(id, counterpart.documentId, { page: this.page })
      : paths.besideChoice(id, { page: this.page });
    return html`<a class="button beside" href=${href}>${icon('beside')}並べて見る</a>`;
  }

  private versionLine() {
    const { revision, newestRevisionId, id } = this.document;
    const number = withDigits(String(revision.number), 'full');
    if (revision.id !== newestRevisionId)
      return html`<p class="line warning">
        差し替えられる前の版（第${number}版）です。<a href=${paths.document(id)}>最新の版を見る</a>
      </p>`;
    return html`<slot name="replaced"></slot>`;
  }

  private replacementMark() {
    const { revision, newestRevisionId } = this.document;
    if (revision.number === 1 || revision.id !== newestRevisionId) return nothing;
    return html`<span class="replaced">差替え版（第${withDigits(String(revision.number), 'full')}版）</span>`;
  }

  private versions() {
    const { revisions, revision, id } = this.document;
    if (revisions.length < 2) return nothing;
    return html`<h3>版</h3>
      ${revisions.map((one) => {
        const words = `第${withDigits(String(one.number), 'full')}版`;
        return one.id === revision.id
          ? html`<p class="here">${words}（いま見ている版）</p>`
          : html`<a class="button quiet" href=${paths.document(id, { revision: one.id })}>${words}を見る</a>
              <a class="button quiet" href=${paths.beside(id, id, { revision: revision.id, otherRevision: one.id, page: this.page })}>
                ${words}を並べて見る
              </a>`;
      })}`;
  }

  static override styles = [baseSheet, readerTopSheet];
}
customElements.define('reader-top', ReaderTop);

declare global {
  interface HTMLElementTagNameMap {
    'reader-top': ReaderTop;
  }
}
