import { html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { markBeforeTitle } from '../../../domain/meetings/document.ts';
import { files, paths } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { phrased } from '../../ui/phrased.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-dialog.ts';
import { readerTopSheet } from './reader-top.styles.ts';
import './versions-dialog.ts';
import { versionName } from '../../../domain/meetings/document.ts';
import { fire, type Wish } from '../../ui/events.ts';

/**
 * What is read, which version of it, and what can be done with it: 並べて見る first, the rest in the order of use.
 * @slot notice what is to be known of the version that is read.
 * @fires strip-toggled @fires spread-toggled @fires whole-toggled @fires printing-asked @fires search-asked @fires jump-asked
 * @fires notes-toggled
 */
export class ReaderTop extends LitElement {
  static override properties = {
    document: { attribute: false },
    page: { type: Number },
    strip: { type: Boolean },
    spread: { type: Boolean },
    writable: { type: Boolean },
    writing: { type: Boolean },
    noted: { type: Boolean },
  };
  declare document: Document;
  declare page: number;
  declare strip: boolean;
  /** Two pages lie open together. */
  declare spread: boolean;
  /** A member reads, who can write on the pages; `writing` while they do. */
  declare writable: boolean;
  declare writing: boolean;
  /** The member has written on this paper. */
  declare noted: boolean;

  private ask(wish: Wish): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    fire(this, wish);
  }

  override render() {
    const { document } = this;
    const mark = markBeforeTitle(document);
    return html`
      <header>
        <a class="button quiet back" href=${paths.meeting(document.meetingId)} aria-label="会議へ戻る">
          ${icon('back')}<span>会議へ</span>
        </a>
        <h1>${mark ? html`<span class="mark">${mark}</span>` : nothing}${phrased(document.title)}</h1>
        ${this.versionButton()}
        <div class="actions">
          ${this.besideLink()} ${this.writable ? this.writeButton() : nothing}
          <button class="button quiet wide" @click=${() => this.ask('jump-asked')}>${icon('list')}目次・ページへ</button>
          <button
            class="button quiet widest"
            aria-pressed=${this.strip}
            @click=${() => this.ask('strip-toggled')}
          >
            ${icon('pages')}ページ一覧
          </button>
          <button class="button quiet" @click=${() => this.renderRoot.querySelector('ui-dialog')?.show()}>
            ${icon('more')}<span class="unless-least">メニュー</span>
          </button>
        </div>
      </header>
      <slot name="notice"></slot>
      <ui-dialog heading="メニュー">${this.menu()}</ui-dialog>
      <versions-dialog .document=${document} .page=${this.page}></versions-dialog>
    `;
  }

  private menu() {
    const { document } = this;
    const counterpart = document.beside.find((choice) => choice.sameSeries);
    return html`<div class="menu">
      <button class="button quiet" @click=${() => this.ask('find-asked')}>${icon('forward')}言われた場所へ行く</button>
      <button class="button quiet narrow" @click=${() => this.ask('jump-asked')}>${icon('list')}目次・ページへ</button>
      <button
        class="button quiet unless-widest"
        aria-pressed=${this.strip}
        @click=${() => this.ask('strip-toggled')}
      >
        ${icon('pages')}ページ一覧
      </button>
      <button class="button quiet" @click=${() => this.ask('search-asked')}>${icon('search')}この資料の中でさがす</button>
      ${
        counterpart
          ? html`<a class="button quiet" href=${paths.changes(document.id, counterpart.documentId)}>
              ${icon('changes')}変わった数値の一覧
            </a>`
          : nothing
      }
      <button
        class="button quiet roomy"
        aria-pressed=${this.spread}
        @click=${() => this.ask('spread-toggled')}
      >
        ${icon('beside')}2ページずつ見る
      </button>
      <a class="button quiet" href=${paths.wording(document.id, { page: this.page })}>${icon('file')}文字で読む・読み上げる</a>
      <button class="button quiet" @click=${() => this.ask('whole-toggled')}>${icon('whole')}画面いっぱいに見る</button>
      <button class="button quiet" @click=${() => this.ask('printing-asked')}>${icon('print')}印刷する</button>
      <button class="button quiet" @click=${() => this.ask('help-asked')}>${icon('info')}文字の大きさ・使い方</button>
      <a class="button quiet" href=${files.download(document.revision.id)} download>${icon('download')}この資料を保存する</a>
      ${
        this.noted
          ? html`<a class="button quiet" href=${files.notedPdf(document.id, { revision: document.revision.id })} download>
              ${icon('download')}書き込みを入れて保存する
            </a>`
          : nothing
      }
    </div>`;
  }

  private besideLink() {
    const { id, beside } = this.document;
    const counterpart = beside.find((choice) => choice.sameSeries);
    const href = counterpart
      ? paths.beside(id, counterpart.documentId, { page: this.page })
      : paths.besideChoice(id, { page: this.page });
    return html`<a class="button primary" href=${href}>${icon('beside')}並べて見る</a>`;
  }

  private writeButton() {
    return html`<button
      class="button quiet"
      aria-pressed=${this.writing}
      @click=${() => this.ask('notes-toggled')}
    >
      ${icon('pen')}書き込み
    </button>`;
  }

  private versionButton() {
    const { revision, revisions } = this.document;
    if (revisions.length < 2) return nothing;
    const replaced = revision.number > 1;
    const wide = (words: string) => (replaced ? html`<span class="widest">${words}</span>` : nothing);
    return html`<button
      class="version"
      @click=${() => this.renderRoot.querySelector('versions-dialog')?.show()}
    >
      <span>${wide('差替え版（')}${versionName(revision)}${wide('）')}<span class="visually-hidden">、ほかの版を見る</span></span>${icon('down')}
    </button>`;
  }

  static override styles = [baseSheet, readerTopSheet];
}
customElements.define('reader-top', ReaderTop);

declare global {
  interface HTMLElementTagNameMap {
    'reader-top': ReaderTop;
  }
}
