import { css, html, LitElement, nothing } from 'lit';
import type { Message, NoticeRow } from '../../../../contract/notices.ts';
import { issueMessage } from '../../../client/notices.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-dialog.ts';
import '../../../ui/ui-notice.ts';
import { submissionOf } from '../answer.ts';

/**
 * A member's own link instead of a letter on paper: as the text of an e-mail, or to be scanned from this screen. The link is made
 * when a person asks for it, and shown this once.
 * @fires dialog-closed when a person is done with it.
 */
export class OfficeMessageDialog extends LitElement {
  static override properties = {
    meetingId: { type: Number },
    row: { attribute: false },
    message: { state: true },
    shown: { state: true },
    copied: { state: true },
  };
  declare meetingId: number;
  declare row: NoticeRow;
  declare private message: Message | null;
  declare private shown: boolean;
  /** What was copied last, as it is told; '' for nothing yet. */
  declare private copied: string;
  private readonly submission = submissionOf(this);

  constructor() {
    super();
    this.message = null;
    this.shown = false;
    this.copied = '';
  }

  override firstUpdated(): void {
    void this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private async issue(): Promise<void> {
    await this.submission.submit({}, async () => {
      this.message = await issueMessage(this.meetingId, this.row.memberId);
    });
    await this.updateComplete;
    this.field?.focus();
    this.field?.setSelectionRange(0, 0);
    this.field?.scrollTo(0, 0);
  }

  private get field() {
    return this.renderRoot.querySelector('textarea');
  }

  private async copy(what: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = `${what}を写しました。メールなどに貼り付けられます。`;
    } catch {
      this.copied = 'ブラウザーが写せませんでした。選ばれている文を、Ctrl と C で写してください。';
      this.field?.select();
    }
  }

  private async show(): Promise<void> {
    this.shown = true;
    await this.updateComplete;
    // its button is gone
    this.renderRoot.querySelector('figure')?.focus();
  }

  private closed(): void {
    if (this.message && this.copied === '' && !this.shown)
      toast('リンクを写さずに閉じました。必要なときは、もう一度作れます。');
  }

  override render() {
    return html`<ui-dialog wide heading="${this.row.name}さんに、紙のほかで渡す" @dialog-closed=${this.closed}>
      ${this.message ? this.made(this.message) : this.asking()}
    </ui-dialog>`;
  }

  private asking() {
    const { busy, refusal } = this.submission;
    return html`<p>
        開催通知の二次元コードと同じ働きのリンクを、${this.row.name}さん専用に1つ作ります。メールの文に貼るか、この画面の二次元コードをご本人に読み取っていただきます。
      </p>
      <p>前にお送りした通知も、無効にしないかぎり使えます。</p>
      ${refusal ? html`<ui-notice kind="error">${refusal}</ui-notice>` : nothing}
      <button
        slot="actions"
        class="button primary"
        aria-disabled=${busy ? 'true' : 'false'}
        @click=${busy ? undefined : this.issue}
      >
        ${busy ? '作っています…' : '専用のリンクを作る'}
      </button>`;
  }

  private made(message: Message) {
    const { to, subject, text, link } = message;
    const mail = `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
    return html`<ui-notice kind="warning" heading="このリンクは、いまだけ表示します">
        ${this.row.name}さんのほかには見せないでください。会場の画面には映さないでください。
      </ui-notice>
      <label for="text">メールの文（直してから写せます）</label>
      <textarea id="text" rows="9" .value=${text}></textarea>
      <p role="status">${this.copied}</p>
      ${
        this.shown
          ? html`<figure tabindex="-1">
              <img src="data:image/svg+xml,${encodeURIComponent(message.qr)}" alt="${this.row.name}さん専用の二次元コード" />
              <figcaption>${this.row.name}さんのスマートフォンやタブレットのカメラを、この二次元コードに向けていただきます。</figcaption>
            </figure>`
          : nothing
      }
      <a slot="actions" class="button" href=${mail} @click=${() => void this.copy('文', this.field?.value ?? text)}>メールソフトで開く</a>
      ${
        this.shown
          ? nothing
          : html`<button slot="actions" class="button" @click=${this.show}>二次元コードを見せる</button>`
      }
      <button slot="actions" class="button" @click=${() => void this.copy('リンク', link)}>リンクだけを写す</button>
      <button slot="actions" class="button primary" @click=${() => void this.copy('文', this.field?.value ?? text)}>
        ${icon('copy')}文を写す
      </button>`;
  }

  static override styles = [
    baseSheet,
    css`
      label {
        font-weight: 700;
      }
      textarea {
        width: 100%;
        padding: 0.75rem;
        border: 1px solid var(--color-line);
        border-radius: var(--border-radius-8);
        color: var(--color-text);
        font: inherit;
      }
      figure {
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        margin: 0;
      }
      img {
        width: min(20rem, 100%);
        image-rendering: pixelated;
      }
    `,
  ];
}
customElements.define('office-message-dialog', OfficeMessageDialog);

declare global {
  interface HTMLElementTagNameMap {
    'office-message-dialog': OfficeMessageDialog;
  }
}
