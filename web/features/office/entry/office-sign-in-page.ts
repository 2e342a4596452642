import { html, LitElement, nothing } from 'lit';
import { ClientError, sentenceOf } from '../../../client/client-error.ts';
import { navigate, setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { readSession, signIn } from '../../../client/sessions.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-password.ts';
import { type FieldErrors, focusFirstError, hasErrors, readForm } from '../form.ts';
import { entrySheet } from './entry-sheet.ts';

/** The secretariat's door. `returnTo` in the address says where to go on. */
export class OfficeSignInPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    errors: { state: true },
    refusal: { state: true },
    busy: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private errors: FieldErrors;
  declare private refusal: string;
  declare private busy: boolean;

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.errors = {};
    this.refusal = '';
    this.busy = false;
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
    const back = /^\/office(?:\/(?!sign-in|set-up)|$|\?)/.test(wanted) ? wanted : paths.office;
    navigate(back, { replace: true });
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const { email = '', password = '' } = readForm(event.target as HTMLFormElement);
    this.refusal = '';
    this.errors = {
      email: email.trim() === '' ? 'メールアドレスを入力してください。' : '',
      password: password === '' ? 'パスワードを入力してください。' : '',
    };
    if (hasErrors(this.errors)) {
      await this.updateComplete;
      focusFirstError(this.renderRoot);
      return;
    }
    this.busy = true;
    try {
      await signIn({ email: email.trim(), password });
      this.goOn();
    } catch (error) {
      this.refusal = sentenceOf(error);
      if (error instanceof ClientError && error.code === 'wrong_password')
        this.renderRoot.querySelector('ui-password')?.focus();
    } finally {
      this.busy = false;
    }
  }

  override render() {
    return html`
      <h1>事務局のサインイン</h1>
      <form @submit=${this.submit} novalidate>
        ${
          this.refusal
            ? html`<ui-notice kind="error" heading="サインインできませんでした">${this.refusal}</ui-notice>`
            : nothing
        }
        <ui-field
          label="メールアドレス"
          name="email"
          type="email"
          autocomplete="username"
          required
          error=${this.errors.email ?? ''}
        ></ui-field>
        <ui-password name="password" autocomplete="current-password" error=${this.errors.password ?? ''}></ui-password>
        <button class="button primary" aria-disabled=${this.busy ? 'true' : 'false'}>
          ${this.busy ? '確かめています…' : 'サインイン'}
        </button>
      </form>
      <p class="after">パスワードを忘れたときは、市の管理者にご相談ください。</p>
      <p class="after"><a href=${paths.entry}>委員の方はこちら（開催通知で資料を見る）</a></p>
    `;
  }

  static override styles = [baseSheet, pageSheet, entrySheet];
}
customElements.define('office-sign-in-page', OfficeSignInPage);
