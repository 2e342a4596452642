import { css, html, LitElement, nothing } from 'lit';
import type { Account, OpenSession } from '../../../../contract/account.ts';
import { endAllSessions, endSession, readAccount } from '../../../client/account.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { navigate, setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { confirmAction } from '../../../ui/confirm.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-page-header.ts';
import { answerOf, askToSignIn } from '../answer.ts';
import { momentText } from '../dates.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import { accountSheet } from './account-sheet.ts';
import './office-passkeys.ts';
import './office-password-form.ts';

/** An official's own account: who one is here, the password, passkeys, and where one is signed in. */
export class OfficeAccountPage extends LitElement {
  static override properties = { params: {}, query: {}, changing: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  /** The password's form is open. */
  declare private changing: boolean;
  private readonly account = answerOf<Account>(this, readAccount);

  constructor() {
    super();
    this.params = {};
    this.changing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('自分のアカウント');
    void this.account.load();
  }

  private async endOne(session: OpenSession): Promise<void> {
    await this.act(async () => {
      await endSession(session.id);
      toast(`${nameOf(session)}をサインアウトしました。`);
      await this.account.load();
    });
  }

  private async endAll(count: number): Promise<void> {
    const agreed = await confirmAction({
      heading: 'すべての端末でサインアウトしますか',
      text: `この端末を含む${count}台で、サインインが終わります。どの端末でも、保存していない入力は失われます。`,
      action: 'すべてサインアウトする',
      danger: true,
    });
    if (!agreed) return;
    await this.act(async () => {
      await endAllSessions();
      navigate(paths.officeSignIn());
      toast('すべての端末でサインアウトしました。');
    });
  }

  private async act(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
    }
  }

  private readonly saved = (): void => {
    this.changing = false;
    toast('パスワードを変更しました。ほかの端末ではサインアウトしました。');
    void this.account.load();
  };

  override render() {
    return html`<office-frame current="account">
        <ui-page-header heading="自分のアカウント" back-href=${paths.office} back-label="会議体の一覧"></ui-page-header>
        ${readingFace(this.account, (account) => this.content(account), { failed: 'アカウントを開けませんでした', part: true })}
      </office-frame>
      ${
        this.changing
          ? html`<office-password-form
              @password-saved=${this.saved}
              @dialog-closed=${() => {
                this.changing = false;
              }}
            ></office-password-form>`
          : nothing
      }`;
  }

  private content(account: Account) {
    return html`
      ${
        account.needsPasskey
          ? html`<ui-notice kind="warning">
              この市では、職員にパスキーが必要です。下の「パスキーを登録」から、この端末のパスキーを登録してください。登録すると、ほかの画面を使えます。
            </ui-notice>`
          : nothing
      }
      ${this.person(account)}
      <section>
        <h2>パスワード</h2>
        <p>変更すると、ほかの端末ではサインアウトします。</p>
        <button
          class="button"
          @click=${() => {
            this.changing = true;
          }}
        >
          パスワードを変更
        </button>
      </section>
      <office-passkeys
        .passkeys=${account.passkeys}
        host=${account.passkeyHost}
        @passkeys-changed=${() => this.account.load()}
      ></office-passkeys>
      ${this.sessions(account.sessions)}
    `;
  }

  private person({ name, email, role, committees }: Account) {
    return html`<dl class="particulars">
        <dt>氏名</dt>
        <dd>${name}</dd>
        <dt>メールアドレス</dt>
        <dd>${email}</dd>
        <dt>担当</dt>
        <dd>
          ${
            role === 'administrator'
              ? '管理者（すべての会議体）'
              : committees.map((committee) => committee.name).join('、') || '担当の会議体はまだありません'
          }
        </dd>
      </dl>
      ${role === 'administrator' ? nothing : html`<p class="weak after">氏名や担当の変更は、市の管理者にご依頼ください。</p>`}`;
  }

  private sessions(sessions: readonly OpenSession[]) {
    return html`<section>
      <h2>サインイン中の端末</h2>
      <p>心当たりのない端末があるときは、サインアウトさせてから、パスワードを変更してください。</p>
      <ul class="list">
        ${sessions.map(
          (session) => html`<li>
            <div>
              <strong>${nameOf(session)}</strong>
              ${session.current ? html`<span class="chip good">この端末</span>` : nothing}<br />
              <span class="weak moment">${momentText(session.createdAt)}にサインイン</span>
              <span class="weak moment">最後の利用：${momentText(session.lastUsedAt)}</span>
            </div>
            ${
              session.current
                ? nothing
                : html`<button
                    class="button quiet"
                    aria-label="${nameOf(session)}（${momentText(session.createdAt)}から）をサインアウトさせる"
                    @click=${() => this.endOne(session)}
                  >
                    サインアウトさせる
                  </button>`
            }
          </li>`,
        )}
      </ul>
      <button class="button" @click=${() => this.endAll(sessions.length)}>すべての端末でサインアウト</button>
    </section>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    accountSheet,
    css`
      .after {
        margin-top: 0.75rem;
      }
      .particulars dd {
        overflow-wrap: anywhere;
      }
    `,
  ];
}

const nameOf = ({ device }: OpenSession) => device || '種類の分からない端末';
customElements.define('office-account-page', OfficeAccountPage);
