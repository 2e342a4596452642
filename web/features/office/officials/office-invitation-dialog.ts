import { css, html, LitElement, nothing } from 'lit';
import type { Invitation } from '../../../../contract/officials.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-dialog.ts';
import '../../../ui/ui-notice.ts';
import { momentText } from '../dates.ts';

/**
 * An invitation, shown this once: to be copied, or printed as a slip of paper. Opens itself.
 * @fires dialog-closed when a person is done with it.
 */
export class OfficeInvitationDialog extends LitElement {
  static override properties = { name: {}, invitation: { attribute: false }, copied: { state: true } };
  declare name: string;
  declare invitation: Invitation;
  declare private copied: 'no' | 'done' | 'failed';
  private printed = false;

  constructor() {
    super();
    this.name = '';
    this.copied = 'no';
  }

  override firstUpdated(): void {
    void this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.invitation.link);
      this.copied = 'done';
    } catch {
      this.copied = 'failed';
      this.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
    }
  }

  private print(): void {
    this.printed = true;
    window.print();
  }

  private closed(): void {
    if (this.copied === 'no' && !this.printed)
      toast('招待を写さずに閉じました。必要なときは、一覧の「招待し直す」で作り直せます。');
  }

  override render() {
    const { link, code, expiresAt } = this.invitation;
    return html`<ui-dialog heading="${this.name}さんへの招待" @dialog-closed=${this.closed}>
        <ui-notice kind="warning" heading="この招待は、いまだけ表示します">
          閉じる前に、写すか印刷して、ご本人だけに渡してください。1回だけ使えます。
        </ui-notice>
        <label for="link">招待のリンク</label>
        <input id="link" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
        <p>期限：${momentText(expiresAt)}まで</p>
        <p role="status">
          ${
            this.copied === 'done'
              ? 'リンクを写しました。メールなどに貼り付けられます。'
              : this.copied === 'failed'
                ? 'ブラウザーが写せませんでした。選ばれているリンクを、Ctrl と C で写してください。'
                : nothing
          }
        </p>
        <button slot="actions" class="button" @click=${this.print}>印刷する</button>
        <button slot="actions" class="button primary" @click=${this.copy}>リンクを写す</button>
      </ui-dialog>
      <div class="slip">
        <h1>くらべ　事務局の招待</h1>
        <p>${this.name}　様</p>
        <p>
          会議資料の管理に使う「くらべ」に招待します。次のアドレスを開き、招待のコードを入力して、ご自分のパスワードを設定してください。
        </p>
        <dl>
          <dt>アドレス</dt>
          <dd>${link.slice(0, link.indexOf('#'))}</dd>
          <dt>招待のコード</dt>
          <dd class="code">${code}</dd>
          <dt>期限</dt>
          <dd>${momentText(expiresAt)}まで（1回だけ使えます）</dd>
        </dl>
        <p>この紙は、ほかの人に見せないでください。設定が終わったら、捨ててかまいません。</p>
      </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      label {
        font-weight: 700;
      }
      input {
        width: 100%;
        min-height: 3rem;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--color-line);
        border-radius: var(--border-radius-8);
        background: var(--color-ground-weak);
        color: var(--color-text);
        font: inherit;
        text-overflow: ellipsis;
      }
      .slip {
        display: none;
      }
      @media print {
        ui-dialog {
          display: none;
        }
        .slip {
          display: grid;
          gap: 1.5rem;
          font-size: 12pt;
        }
        .slip dl {
          display: grid;
          grid-template-columns: auto 1fr;
          gap: 0.5rem 2rem;
          margin: 0;
        }
        .slip dd {
          margin: 0;
        }
        .code {
          font-size: 16pt;
          letter-spacing: 0.1em;
        }
      }
    `,
  ];
}
customElements.define('office-invitation-dialog', OfficeInvitationDialog);

declare global {
  interface HTMLElementTagNameMap {
    'office-invitation-dialog': OfficeInvitationDialog;
  }
}
