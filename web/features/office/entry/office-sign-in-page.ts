import { html, LitElement, nothing } from 'lit';
import { navigate, setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { readSession, signIn } from '../../../client/sessions.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-password.ts';
import { entrySheet } from './entry-sheet.ts';

/** The secretariat's door. `returnTo` in the address says where to go on. */
export class OfficeSignInPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    waitsForPasskey: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private waitsForPasskey: boolean;

  private readonly submission = new Submission(this, {
    settles: ({ code }) => {
      if (code === 'wrong_password') this.renderRoot.querySelector('ui-password')?.focus();
      return false;
    },
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.waitsForPasskey = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('事務局のサインイン');
    readSession().then(
      ({ setUpNeeded, official }) => {
        if (!this.isConnected) return;
        if (setUpNeeded) navigate(paths.officeSetUp, { replace: true });
        else if (official) this.goOn();
      },
      () => undefined,
    );
  }

  // Only a screen of the secretariat: an address of another site would be a trap.
  private goOn(): void {
    const wanted = this.query.get('returnTo') ?? '';
    const back = /^\/office(?:\/(?!sign-in|set-up|join)|$|\?)/.test(wanted) ? wanted : paths.office;
    navigate(back, { replace: true });
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { email = '', password = '' } = readForm(event.target as HTMLFormElement);
    const errors = {
      email: email.trim() === '' ? 'メールアドレスを入力してください。' : '',
      password: password === '' ? 'パスワードを入力してください。' : '',
    };
    const enter = () =>
      signIn({ email: email.trim(), password }, () => {
        this.waitsForPasskey = true;
      });
    const entered = await this.submission.submit(errors, enter);
    this.waitsForPasskey = false;
    if (entered) this.goOn();
  }

  override render() {
    const { errors, refusal, busy } = this.submission;
    return html`
      <h1>事務局のサインイン</h1>
      <form @submit=${this.submit} novalidate>
        ${refusal ? html`<ui-notice kind="error" heading="サインインできませんでした">${refusal}</ui-notice>` : nothing}
        <ui-field
          label="メールアドレス"
          name="email"
          type="email"
          autocomplete="username"
          required
          error=${errors.email ?? ''}
        ></ui-field>
        <ui-password name="password" autocomplete="current-password" error=${errors.password ?? ''}></ui-password>
        <button class="button primary" aria-disabled=${busy ? 'true' : 'false'}>
          ${busy ? '確かめています…' : 'サインイン'}
        </button>
        <p role="status">${this.waitsForPasskey ? '次に、パスキーで確認してください。' : nothing}</p>
      </form>
      <p class="after">パスワードを忘れたときや、パスキーの端末をなくしたときは、市の管理者に「パスワードの再設定」をご依頼ください。</p>
      <p class="after"><a href=${paths.officeJoin}>招待を受け取った方はこちら（はじめてのサインイン）</a></p>
      <p class="after"><a href=${paths.entry}>委員の方はこちら（開催通知で資料を見る）</a></p>
    `;
  }

  static override styles = [baseSheet, pageSheet, entrySheet];
}
customElements.define('office-sign-in-page', OfficeSignInPage);
