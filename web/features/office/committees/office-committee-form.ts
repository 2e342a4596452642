import { html, LitElement, nothing } from 'lit';
import type { Committee, CommitteeInput } from '../../../../contract/committees.ts';
import { ClientError } from '../../../client/client-error.ts';
import { changeCommittee, createCommittee, readCommittee } from '../../../client/committees.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-form-dialog.ts';
import { askToSignIn } from '../answer.ts';
import '../office-concurrent-changes.ts';
import { fire } from '../../../ui/events.ts';
import type { ShownChange } from '../office-concurrent-changes.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';

const fieldNames = { name: '会議体の名前', department: '担当課', phone: '電話番号', email: 'メールアドレス' };
const heldOf = ({ name, department, phone, email }: CommitteeInput) => ({ name, department, phone, email });

/**
 * A dialog for a new committee, or for `committee`'s name and contact.
 * @fires committee-saved with its id. @fires dialog-closed when left without saving.
 */
export class OfficeCommitteeForm extends LitElement {
  static override properties = {
    committee: { attribute: false },
    others: { state: true },
  };
  declare committee: Committee | null;
  /** What another official stored meanwhile; null where nobody did. */
  declare private others: readonly ShownChange[] | null;
  /** As the form was opened, or as the other one stored it since. */
  private base: Committee | null = null;

  private readonly submission = new Submission(this, { settles: askToSignIn });

  constructor() {
    super();
    this.committee = null;
    this.others = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.base = this.committee;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { name = '', department = '', phone = '', email = '' } = readForm(event.target as HTMLFormElement);
    const input = { name: name.trim(), department: department.trim(), phone: phone.trim(), email: email.trim() };
    const errors = {
      name: input.name === '' ? '会議体の名前を入力してください。' : '',
      department: input.department === '' ? '担当課を入力してください。' : '',
      phone: input.phone === '' ? '電話番号を入力してください。委員が困ったときの問い合わせ先になります。' : '',
    };
    await this.submission.submit(errors, () => this.save(input));
  }

  private async save(input: CommitteeInput): Promise<void> {
    const { base } = this;
    const id = base ? base.id : (await createCommittee(input)).id;
    try {
      if (base) await changeCommittee(id, { ...input, edition: base.edition });
    } catch (error) {
      if (!base || !(error instanceof ClientError) || error.code !== 'changed_elsewhere') throw error;
      const stored = await readCommittee(id);
      const forms = { base: heldOf(base), mine: input, stored: heldOf(stored) };
      this.others = takeStored(this.renderRoot, forms, fieldNames);
      this.base = stored;
      return;
    }
    this.renderRoot.querySelector('ui-form-dialog')?.close();
    fire(this, 'committee-saved', id);
  }

  override render() {
    const { committee } = this;
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      heading=${committee ? '会議体の名前と連絡先' : '会議体を登録'}
      action=${committee ? '保存する' : '登録する'}
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        ${this.others ? html`<office-concurrent-changes .changes=${this.others}></office-concurrent-changes>` : nothing}
        <ui-field
          label="会議体の名前"
          name="name"
          hint="例：行財政改革懇談会"
          maxlength="80"
          required
          value=${committee?.name ?? ''}
          error=${errors.name ?? ''}
        ></ui-field>
        <ui-field
          label="担当課"
          name="department"
          hint="例：総務部行政経営課"
          maxlength="80"
          required
          value=${committee?.department ?? ''}
          error=${errors.department ?? ''}
        ></ui-field>
        <ui-field
          label="電話番号"
          name="phone"
          type="tel"
          hint="開催通知と、通知が使えなくなった委員の画面に表示します。"
          maxlength="40"
          required
          value=${committee?.phone ?? ''}
          error=${errors.phone ?? ''}
        ></ui-field>
        <ui-field
          label="メールアドレス（任意）"
          name="email"
          type="email"
          maxlength="254"
          value=${committee?.email ?? ''}
        ></ui-field>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}

customElements.define('office-committee-form', OfficeCommitteeForm);

declare global {
  interface PortalEvents {
    /** The committee's id. */
    'committee-saved': number;
  }
  interface HTMLElementTagNameMap {
    'office-committee-form': OfficeCommitteeForm;
  }
}
