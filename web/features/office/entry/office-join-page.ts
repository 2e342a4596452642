import { css, html, LitElement, nothing } from 'lit';
import type { InvitationFace } from '../../../../contract/officials.ts';
import { linkKeyLength, readKey } from '../../../../domain/meetings/key.ts';
import { navigate, setTitle } from '../../../client/navigation.ts';
import { readInvitation } from '../../../client/officials.ts';
import { paths } from '../../../client/paths.ts';
import { takeUpInvitation } from '../../../client/sessions.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-password.ts';
import { momentText } from '../dates.ts';
import { entrySheet } from './entry-sheet.ts';
import { newPasswordError, newPasswordHint } from './new-password.ts';

/** Where an invited official comes in: by the link's code behind its #, or by the code typed from paper. */
export class OfficeJoinPage extends LitElement {
  static override properties = { params: {}, query: {}, invitation: { state: true }, code: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private invitation: InvitationFace | null;
  declare private code: string;

  private readonly submission = new Submission(this, {
    errorsOf: ({ code, message }) => {
      if (code === 'unknown_invitation') return { code: message };
      return code === 'weak_password' ? { password: message } : null;
    },
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.invitation = null;
    this.code = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('招待を受ける');
    window.addEventListener('hashchange', this.takeLink);
    this.takeLink();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.takeLink);
  }

  private readonly takeLink = (): void => {
    const code = location.hash.slice(1);
    if (code === '') return;
    this.code = code;
    this.invitation = null;
    // neither in the history nor for whoever looks over a shoulder
    history.replaceState(history.state, '', paths.officeJoin);
    void this.open(code);
  };

  private async open(code: string): Promise<void> {
    const errors = {
      code: readKey(code, linkKeyLength) ? '' : '招待に書かれた16文字のコードを、もう一度確かめて入力してください。',
    };
    await this.submission.submit(errors, async () => {
      this.invitation = await readInvitation(code);
      this.code = code;
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('ui-password, ui-field')?.focus();
  }

  private readonly typed = (event: SubmitEvent): void => {
    event.preventDefault();
    this.code = readForm(event.target as HTMLFormElement).code ?? '';
    void this.open(this.code);
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { password = '' } = readForm(event.target as HTMLFormElement);
    const errors = { password: newPasswordError(password) };
    if (!(await this.submission.submit(errors, () => takeUpInvitation({ code: this.code, password })))) return;
    navigate(paths.office, { replace: true });
    toast('パスワードを設定し、サインインしました。');
  };

  override render() {
    return html`<h1>招待を受ける</h1>
      ${this.invitation ? this.passwordForm(this.invitation) : this.codeForm()}
      <p class="after"><a href=${paths.officeSignIn()}>パスワードを設定済みの方はこちら（サインイン）</a></p>`;
  }

  private refused() {
    const { refusal } = this.submission;
    return refusal ? html`<ui-notice kind="error" heading="招待を開けませんでした">${refusal}</ui-notice>` : nothing;
  }

  private codeForm() {
    const { errors, busy } = this.submission;
    return html`<p>管理者から受け取った招待のコードを入力してください。</p>
      <form @submit=${this.typed} novalidate>
        ${this.refused()}
        <ui-field
          label="招待のコード"
          name="code"
          hint="例：ABCD-EFGH-JKMN-PQRS。大文字と小文字は、どちらでもかまいません。"
          autocomplete="off"
          maxlength="60"
          required
          value=${this.code}
          error=${errors.code ?? ''}
        ></ui-field>
        <button class="button primary" aria-disabled=${busy ? 'true' : 'false'}>
          ${busy ? '確かめています…' : '次へ'}
        </button>
      </form>`;
  }

  private passwordForm({ cityName, name, email, role, committees, expiresAt }: InvitationFace) {
    const { errors, busy } = this.submission;
    const duties =
      role === 'administrator' ? '管理者（すべての会議体）' : committees.join('、') || 'これから割り当てられます';
    return html`<p>${name}さん、${cityName}の「くらべ」（会議資料）に招待されています。ご自分のパスワードを決めてください。</p>
      <dl>
        <dt>メールアドレス</dt>
        <dd>${email}<span class="weak">　サインインに使います</span></dd>
        <dt>担当</dt>
        <dd>${duties}</dd>
        <dt>招待の期限</dt>
        <dd>${momentText(expiresAt)}まで</dd>
      </dl>
      <form @submit=${this.submit} novalidate>
        ${this.refused()}
        <input class="visually-hidden" tabindex="-1" aria-hidden="true" autocomplete="username" readonly .value=${email} />
        <ui-password
          name="password"
          hint=${newPasswordHint}
          autocomplete="new-password"
          error=${errors.password ?? ''}
        ></ui-password>
        <button class="button primary" aria-disabled=${busy ? 'true' : 'false'}>
          ${busy ? '設定しています…' : 'パスワードを設定して始める'}
        </button>
      </form>
      <section>
        <h2>このあと</h2>
        <ul>
          <li>担当の会議体の画面が開きます。会議を作り、資料を登録できます。</li>
          <li>次からは、メールアドレスとこのパスワードでサインインします。</li>
          <li>「自分のアカウント」でパスキーを登録すると、指紋などでも確認するようになり、より安全です。</li>
        </ul>
      </section>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    entrySheet,
    css`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.375rem 1.5rem;
        margin: 1.5rem 0 0;
      }
      dt,
      .weak {
        color: var(--color-text-weak);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      section li {
        margin-inline-start: 1.25rem;
        list-style: disc;
      }
      section li + li {
        margin-top: 0.5rem;
      }
    `,
  ];
}
customElements.define('office-join-page', OfficeJoinPage);
