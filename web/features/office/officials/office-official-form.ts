import { html, LitElement, nothing } from 'lit';
import type { CommitteeSummary } from '../../../../contract/committees.ts';
import type { Invitation, OfficialAccount, OfficialInput } from '../../../../contract/officials.ts';
import { changeOfficial, inviteOfficial, listOfficials } from '../../../client/officials.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { ticksSheet } from '../../../ui/sheets/ticks.ts';
import '../../../ui/ui-choices.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';

const roles = [
  { value: 'secretariat', label: '担当の会議体だけ' },
  { value: 'administrator', label: '管理者' },
];

const fieldNames = { name: '氏名', email: 'メールアドレス', role: 'できること', committees: '担当の会議体' };
const heldOf = ({ name, email, role, committeeIds }: OfficialInput) => ({
  ...{ name, email, role, committees: committeeIds.toSorted((a, b) => a - b).join() },
});

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

  private readonly edit = new ConcurrentEdit<OfficialAccount, OfficialInput>(this, {
    read: async (base) => (await listOfficials()).find(({ id }) => id === base.id),
    gone: 'この職員の登録はもうありません。画面を読み直してください。',
    take: ({ base, mine, stored }) => {
      const forms = { base: heldOf(base), mine: heldOf(mine), stored: heldOf(stored) };
      if (mine.role === base.role) this.chosenRole = stored.role;
      if (forms.mine.committees === forms.base.committees)
        for (const tick of this.renderRoot.querySelectorAll<HTMLInputElement>('input[name=committee]'))
          tick.checked = stored.committeeIds.includes(Number(tick.value));
      return takeStored(this.renderRoot, forms, fieldNames, (field, value) => this.say(field, value));
    },
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
    this.edit.begin(this.official);
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
    let invitation: Invitation | null = null;
    const isStored = await this.edit.store(errors, input, async (base) => {
      if (base) await changeOfficial(base.id, { ...input, edition: base.edition });
      else invitation = await inviteOfficial(input);
    });
    if (isStored) finish(this, 'official-saved', { name: input.name, invitation });
  }

  private say(field: string, value: string): string {
    if (field === 'role') return roles.find((role) => role.value === value)?.label ?? value;
    if (field !== 'committees') return value;
    const ids = value.split(',').map(Number);
    return this.committees.flatMap(({ id, name }) => (ids.includes(id) ? name : [])).join('、');
  }

  override render() {
    const { official } = this;
    const { errors, refusal, busy } = this.edit;
    return html`<ui-form-dialog
      heading=${official ? '職員の登録内容' : '職員を招待'}
      action=${official ? '保存する' : '招待を作る'}
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        ${this.edit.news}
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

customElements.define('office-official-form', OfficeOfficialForm);

declare global {
  interface PortalEvents {
    'official-saved': { readonly name: string; readonly invitation: Invitation | null };
  }
  interface HTMLElementTagNameMap {
    'office-official-form': OfficeOfficialForm;
  }
}
