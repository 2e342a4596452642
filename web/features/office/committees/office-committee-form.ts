import { html, LitElement } from 'lit';
import type { Committee, CommitteeInput } from '../../../../contract/committees.ts';
import { changeCommittee, createCommittee, readCommittee } from '../../../client/committees.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';

const fieldNames = { name: '会議体の名前', department: '担当課', phone: '電話番号', email: 'メールアドレス' };
const heldOf = ({ name, department, phone, email }: CommitteeInput) => ({ name, department, phone, email });

/**
 * A dialog for a new committee, or for `committee`'s name and contact.
 * @fires committee-saved with its id. @fires dialog-closed when left without saving.
 */
export class OfficeCommitteeForm extends LitElement {
  static override properties = { committee: { attribute: false } };
  declare committee: Committee | null;

  private readonly edit = new ConcurrentEdit<Committee, CommitteeInput>(this, {
    read: ({ id }) => readCommittee(id),
    take: ({ base, mine, stored }) =>
      takeStored(this.renderRoot, { base: heldOf(base), mine, stored: heldOf(stored) }, fieldNames),
  });

  constructor() {
    super();
    this.committee = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.edit.begin(this.committee);
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
    let id = 0;
    const isStored = await this.edit.store(errors, input, async (base) => {
      if (base) await changeCommittee(base.id, { ...input, edition: base.edition });
      id = base?.id ?? (await createCommittee(input)).id;
    });
    if (isStored) finish(this, 'committee-saved', id);
  }

  override render() {
    const { committee } = this;
    const { errors, refusal, busy } = this.edit;
    return html`<ui-form-dialog
      heading=${committee ? '会議体の名前と連絡先' : '会議体を登録'}
      action=${committee ? '保存する' : '登録する'}
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        ${this.edit.news}
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
