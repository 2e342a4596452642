import { html, LitElement, nothing } from 'lit';
import type { CommitteeSummary } from '../../../../contract/committees.ts';
import type { Invitation, OfficialAccount, OfficialInput } from '../../../../contract/officials.ts';
import { changeOfficial, inviteOfficial } from '../../../client/officials.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { ticksSheet } from '../../../ui/sheets/ticks.ts';
import '../../../ui/ui-choices.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-form-dialog.ts';
import { askToSignIn } from '../answer.ts';
import { officeSheet } from '../office-sheet.ts';

const roles = [
  { value: 'secretariat', label: '担当の会議体だけ' },
  { value: 'administrator', label: '管理者' },
];

/**
 * A dialog for a new official, who is invited by it, or for what is known of `official`.
 * @fires official-saved with the name, and the invitation of a new one. @fires dialog-closed when left without saving.
 */
export class OfficeOfficialForm extends LitElement {
  static override properties = {
    official: { attribute: false },
    committees: { attribute: false },
    chosenRole: { state: true },
  };
  declare official: OfficialAccount | null;
  declare committees: readonly CommitteeSummary[];
  declare private chosenRole: OfficialInput['role'];

  private readonly submission = new Submission(this, {
    settles: askToSignIn,
    errorsOf: ({ code, message }) => (code === 'email_taken' ? { email: message } : null),
  });

  constructor() {
    super();
    this.official = null;
    this.committees = [];
    this.chosenRole = 'secretariat';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.chosenRole = this.official?.role ?? 'secretariat';
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { name = '', email = '' } = readForm(form);
    const committeeIds = new FormData(form).getAll('committee').map(Number);
    const input = { name: name.trim(), email: email.trim(), role: this.chosenRole, committeeIds };
    const errors = {
      name: input.name === '' ? '氏名を入力してください。' : '',
      email: /^[^\s@]+@[^\s@]+$/.test(input.email)
        ? ''
        : 'メールアドレスを、taro@example.lg.jp のような形で入力してください。',
    };
    await this.submission.submit(errors, () => this.save(input));
  }

  private async save(input: OfficialInput): Promise<void> {
    let invitation: Invitation | null = null;
    if (this.official) await changeOfficial(this.official.id, input);
    else invitation = await inviteOfficial(input);
    this.renderRoot.querySelector('ui-form-dialog')?.close();
    this.dispatchEvent(new OfficialSavedEvent(input.name, invitation));
  }

  override render() {
    const { official } = this;
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      heading=${official ? '職員の登録内容' : '職員を招待'}
      action=${official ? '保存する' : '招待を作る'}
      error=${refusal}
      ?busy=${busy}
      @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        ${
          official
            ? nothing
            : html`<p>招待のリンクを作ります。メールは送りません。リンクを写すか印刷して、ご本人に渡してください。</p>`
        }
        <ui-field
          label="氏名"
          name="name"
          autocomplete="off"
          maxlength="60"
          required
          value=${official?.name ?? ''}
          error=${errors.name ?? ''}
        ></ui-field>
        <ui-field
          label="メールアドレス"
          name="email"
          type="email"
          hint="サインインに使います。"
          autocomplete="off"
          maxlength="254"
          required
          value=${official?.email ?? ''}
          error=${errors.email ?? ''}
        ></ui-field>
        <ui-choices
          label="できること"
          value=${this.chosenRole}
          .choices=${roles}
          @change=${(event: Event) => {
            this.chosenRole = (event.target as HTMLElement & { value: OfficialInput['role'] }).value;
          }}
        ></ui-choices>
        <p ?hidden=${this.chosenRole !== 'administrator'} class="weak">
          すべての会議体を扱い、職員の招待、市の設定、操作の記録の閲覧ができます。
        </p>
        ${this.committeeChoice()}
      </form>
    </ui-form-dialog>`;
  }

  /** Stays in the form while hidden, so that an administrator who becomes a secretariat again finds the same committees. */
  private committeeChoice() {
    return html`<fieldset class="ticks" ?hidden=${this.chosenRole === 'administrator'}>
      <legend>担当の会議体</legend>
      ${
        this.committees.length === 0
          ? html`<p class="weak">会議体はまだありません。会議体を登録してから、ここで割り当てられます。</p>`
          : nothing
      }
      ${this.committees.map(
        ({ id, name, department }) => html`<label>
          <input
            type="checkbox"
            name="committee"
            value=${id}
            ?checked=${this.official?.committeeIds.includes(id) ?? false}
          />
          <span>${name}<span class="weak">　${department}</span></span>
        </label>`,
      )}
    </fieldset>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet, ticksSheet];
}

export class OfficialSavedEvent extends CustomEvent<{
  readonly name: string;
  readonly invitation: Invitation | null;
}> {
  constructor(name: string, invitation: Invitation | null) {
    super('official-saved', { detail: { name, invitation } });
  }
}
customElements.define('office-official-form', OfficeOfficialForm);

declare global {
  interface HTMLElementTagNameMap {
    'office-official-form': OfficeOfficialForm;
  }
}
