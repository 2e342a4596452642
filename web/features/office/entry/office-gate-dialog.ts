import { css, html, LitElement, nothing } from 'lit';
import type { PasskeyStep } from '../../../../contract/passkeys.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { askForPasskeyProof, proveByPasskey, proveByPassword } from '../../../client/account.ts';
import type { Wanted } from '../../../client/gate.ts';
import { answerByPasskey } from '../../../client/passkeys.ts';
import { signIn } from '../../../client/sessions.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-password.ts';

type Official = NonNullable<Session['official']>;

/**
 * Over a page that stays as it is: the official signs in again, or shows again who they are. `ask` opens it and resolves
 * true once that is done, false where the person left it.
 */
export class OfficeGateDialog extends LitElement {
  static override properties = { wanted: { state: true }, official: { state: true }, passkey: { state: true } };
  declare private wanted: Wanted | null;
  declare private official: Official | null;
  /** The question that a passkey can answer instead of the password; null where there is none. */
  declare private passkey: PasskeyStep | null;
  private settle: (done: boolean) => void = () => undefined;

  private readonly submission = new Submission(this, {
    // the session ended while the password was asked for
    settles: ({ code }) => {
      if (code !== 'not_signed_in') return false;
      this.wanted = 'sign-in';
      return true;
    },
    errorsOf: ({ code, message }) =>
      code === 'wrong_password' || code === 'wrong_current_password'
        ? {
            password:
              code === 'wrong_password' ? 'パスワードが違います。確かめて、もう一度入力してください。' : message,
          }
        : null,
  });

  constructor() {
    super();
    this.wanted = null;
    this.official = null;
    this.passkey = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.settle(false);
  }

  async ask(wanted: Wanted, official: Official): Promise<boolean> {
    this.settle(false);
    this.official = official;
    this.wanted = wanted;
    this.passkey = wanted === 'proof' ? await askForPasskeyProof().catch(() => null) : null;
    this.submission.check({});
    await this.updateComplete;
    this.dialog?.showModal();
    await this.renderRoot.querySelector('ui-password')?.updateComplete;
    this.renderRoot.querySelector('ui-password')?.focus();
    return new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private end(done: boolean): void {
    this.dialog?.close();
    this.wanted = null;
    this.settle(done);
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    if (!this.submission.busy) this.end(false);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { password = '' } = readForm(event.target as HTMLFormElement);
    const errors = { password: password === '' ? 'パスワードを入力してください。' : '' };
    const email = this.official?.email ?? '';
    const enter = () =>
      this.wanted === 'proof' ? proveByPassword(password) : signIn({ email, password }, () => undefined);
    if (await this.submission.submit(errors, enter)) this.end(true);
  }

  private async usePasskey(step: PasskeyStep): Promise<void> {
    const proven = await this.submission.submit({}, async () => proveByPasskey(await answerByPasskey(step)));
    if (proven) this.end(true);
    // a question is used up by its answer
    else this.passkey = await askForPasskeyProof().catch(() => null);
  }

  override render() {
    if (this.wanted === null || this.official === null) return nothing;
    const { errors, refusal, busy } = this.submission;
    const again = this.wanted === 'sign-in';
    return html`<dialog class=${this.wanted} aria-labelledby="heading" @cancel=${this.onCancel}>
      <h2 id="heading">${again ? 'もう一度サインインしてください' : 'ご本人の確認'}</h2>
      <p>
        ${
          again
            ? 'しばらく操作がなかったか、サインインの期限が過ぎました。入力したものは残っています。サインインすると、続きから進められます。'
            : '通知の印刷と、アカウントの変更の前に、パスワードを確かめます。一度確かめると、15分間は聞きません。'
        }
      </p>
      <form @submit=${this.submit} novalidate>
        ${refusal ? html`<ui-notice kind="error">${refusal}</ui-notice>` : nothing}
        <p>${this.official.name}<span class="weak">　${this.official.email}</span></p>
        <ui-password name="password" autocomplete="current-password" error=${errors.password ?? ''}></ui-password>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.end(false)}>
            ${again ? 'サインインの画面へ移る' : 'やめる'}
          </button>
          ${
            this.passkey
              ? html`<button type="button" class="button" @click=${() => this.passkey && this.usePasskey(this.passkey)}>
                  パスキーで確認
                </button>`
              : nothing
          }
          <button class="button primary" aria-disabled=${busy ? 'true' : 'false'}>
            ${busy ? '確かめています…' : again ? 'サインイン' : '確認する'}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  static override styles = [
    baseSheet,
    css`
      dialog {
        width: min(34rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 1.5rem;
        border: 0;
        border-radius: var(--border-radius-12);
        box-shadow: var(--elevation-6);
        color: inherit;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      /* nobody is signed in: what stood on the screen is not for whoever passes by */
      dialog.sign-in::backdrop {
        background: var(--color-ground-weak);
      }
      p,
      form {
        margin-top: 1rem;
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      form p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .weak {
        color: var(--color-text-weak);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: 0.75rem;
      }
    `,
  ];
}
customElements.define('office-gate-dialog', OfficeGateDialog);

declare global {
  interface HTMLElementTagNameMap {
    'office-gate-dialog': OfficeGateDialog;
  }
}
