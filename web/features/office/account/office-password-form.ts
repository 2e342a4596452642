import { html, LitElement } from 'lit';
import { changePassword } from '../../../client/account.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import '../../../ui/ui-password.ts';
import { submissionOf } from '../answer.ts';
import { newPasswordError, newPasswordHint } from '../entry/new-password.ts';
import { officeSheet } from '../office-sheet.ts';

/** A dialog for one's new password. @fires password-saved. @fires dialog-closed when left without saving. */
export class OfficePasswordForm extends LitElement {
  private readonly submission = submissionOf(this, {
    errorsOf: ({ code, message }) => {
      if (code === 'wrong_current_password') return { currentPassword: message };
      return code === 'weak_password' ? { password: message } : null;
    },
  });

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { currentPassword = '', password = '' } = readForm(event.target as HTMLFormElement);
    const errors = {
      currentPassword: currentPassword === '' ? 'いまのパスワードを入力してください。' : '',
      password: newPasswordError(password),
    };
    if (!(await this.submission.submit(errors, () => changePassword({ currentPassword, password })))) return;
    finish(this, 'password-saved');
  }

  override render() {
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      heading="パスワードを変更"
      action="変更する"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        <ui-password
          autofocus
          label="いまのパスワード"
          name="currentPassword"
          autocomplete="current-password"
          error=${errors.currentPassword ?? ''}
        ></ui-password>
        <ui-password
          label="新しいパスワード"
          name="password"
          hint=${newPasswordHint}
          autocomplete="new-password"
          error=${errors.password ?? ''}
        ></ui-password>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-password-form', OfficePasswordForm);

declare global {
  interface PortalEvents {
    'password-saved': null;
  }
  interface HTMLElementTagNameMap {
    'office-password-form': OfficePasswordForm;
  }
}
