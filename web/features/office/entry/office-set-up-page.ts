import { html, LitElement, nothing } from 'lit';
import { navigate, setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { forgetSession, readSession, setUpPortal } from '../../../client/sessions.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-password.ts';
import { entrySheet } from './entry-sheet.ts';
import { newPasswordHint } from './new-password.ts';
import { setUpErrors } from './set-up-errors.ts';

/** The first visit to an empty portal: its city and its first administrator. */
export class OfficeSetUpPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    done: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private done: boolean;

  private readonly submission = new Submission(this, {
    settles: ({ code }) => {
      if (code === 'already_set_up') forgetSession();
      return false;
    },
    errorsOf: ({ code, message }) => {
      if (code === 'wrong_set_up_code') return { code: message };
      return code === 'weak_password' ? { password: message } : null;
    },
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.done = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('初期設定');
    readSession().then(
      ({ setUpNeeded }) => {
        this.done = !setUpNeeded;
      },
      () => undefined,
    );
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const {
      code = '',
      cityName = '',
      name = '',
      email = '',
      password = '',
    } = readForm(event.target as HTMLFormElement);
    const input = { code, cityName, name, email: email.trim(), password };
    await this.submission.submit(setUpErrors(input), async () => {
      await setUpPortal(input);
      navigate(paths.office, { replace: true });
      toast('初期設定が終わりました。続けて会議体を登録してください。');
    });
  }

  override render() {
    return html`
      <h1>初期設定</h1>
      ${this.done ? this.doneFace() : this.form()}
    `;
  }

  private doneFace() {
    return html`<p class="after">初期設定は済んでいます。</p>
      <p class="after"><a class="button primary" href=${paths.officeSignIn()}>サインインに進む</a></p>`;
  }

  private form() {
    const { errors, refusal, busy } = this.submission;
    return html`
      <p>はじめに、市の名前と最初の管理者を登録します。</p>
      <form @submit=${this.submit} novalidate>
        ${refusal ? html`<ui-notice kind="error" heading="登録できませんでした">${refusal}</ui-notice>` : nothing}
        <ui-field
          label="初期設定のコード"
          name="code"
          hint="くらべを起動した端末に表示されています。例：ABCD-2345"
          autocomplete="one-time-code"
          maxlength="40"
          required
          error=${errors.code ?? ''}
        ></ui-field>
        <ui-field
          label="市の名前"
          name="cityName"
          hint="画面と開催通知に表示します。例：あおば市"
          autocomplete="off"
          maxlength="40"
          required
          error=${errors.cityName ?? ''}
        ></ui-field>
        <ui-field
          label="管理者のお名前"
          name="name"
          autocomplete="name"
          maxlength="60"
          required
          error=${errors.name ?? ''}
        ></ui-field>
        <ui-field
          label="メールアドレス"
          name="email"
          type="email"
          hint="サインインに使います。"
          autocomplete="username"
          maxlength="254"
          required
          error=${errors.email ?? ''}
        ></ui-field>
        <ui-password
          name="password"
          hint=${newPasswordHint}
          autocomplete="new-password"
          error=${errors.password ?? ''}
        ></ui-password>
        <button class="button primary" aria-disabled=${busy ? 'true' : 'false'}>
          ${busy ? '登録しています…' : '登録して始める'}
        </button>
      </form>
    `;
  }

  static override styles = [baseSheet, pageSheet, entrySheet];
}
customElements.define('office-set-up-page', OfficeSetUpPage);
