import { html, LitElement } from 'lit';
import type { Member, MemberInput } from '../../../../contract/committees.ts';
import { addMember, changeMember } from '../../../client/committees.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-form-dialog.ts';
import { askToSignIn } from '../answer.ts';
import { dateHint, isDate } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import type { Term } from './term.ts';

/**
 * A dialog for a new member of `committeeId`, or for `member`. `term` stands in a new member's form.
 * @fires member-saved with the name. @fires dialog-closed when left without saving.
 */
export class OfficeMemberForm extends LitElement {
  static override properties = {
    committeeId: { attribute: false },
    member: { attribute: false },
    term: { attribute: false },
    dates: { state: true },
  };
  declare committeeId: number;
  declare member: Member | null;
  declare term: Term;
  declare private dates: Term;

  private readonly submission = new Submission(this, { settles: askToSignIn });

  constructor() {
    super();
    this.committeeId = 0;
    this.member = null;
    this.term = { from: '', to: '' };
    this.dates = this.term;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dates = this.member ? { from: this.member.termFrom, to: this.member.termTo } : this.term;
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    if (name === 'termFrom') this.dates = { ...this.dates, from: value };
    if (name === 'termTo') this.dates = { ...this.dates, to: value };
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = readForm(event.target as HTMLFormElement);
    const text = (name: string) => (typed[name] ?? '').trim();
    const { from, to } = this.dates;
    const errors = {
      name: text('name') === '' ? '氏名を入力してください。' : '',
      termFrom: isDate(from) ? '' : '任期の初めの日を入力してください。',
      termTo: !isDate(to)
        ? '任期の終わりの日を入力してください。'
        : to < from
          ? '任期の初めより後の日にしてください。'
          : '',
    };
    const input = {
      name: text('name'),
      kana: text('kana'),
      position: text('position'),
      postalCode: text('postalCode'),
      address: text('address'),
      termFrom: from,
      termTo: to,
    };
    await this.submission.submit(errors, () => this.save(input));
  }

  private async save(input: MemberInput): Promise<void> {
    if (this.member) await changeMember(this.member.id, input);
    else await addMember(this.committeeId, input);
    this.renderRoot.querySelector('ui-form-dialog')?.close();
    this.dispatchEvent(new MemberSavedEvent(input.name));
  }

  override render() {
    const { member, dates } = this;
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      heading=${member ? `${member.name}さんの登録内容` : '委員を追加'}
      action=${member ? '保存する' : '追加する'}
      error=${refusal}
      ?busy=${busy}
      @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} novalidate>
        <div class="pair">
          <ui-field label="氏名" name="name" maxlength="60" required value=${member?.name ?? ''} error=${errors.name ?? ''}></ui-field>
          <ui-field label="ふりがな" name="kana" maxlength="80" value=${member?.kana ?? ''}></ui-field>
        </div>
        <div class="pair">
          <ui-field label="職" name="position" hint="例：会長、副会長、委員" maxlength="60" value=${member?.position ?? '委員'}></ui-field>
          <ui-field label="郵便番号" name="postalCode" hint="例：123-4567" maxlength="10" value=${member?.postalCode ?? ''}></ui-field>
        </div>
        <ui-field
          label="住所"
          name="address"
          lines="2"
          hint="開催通知の宛名に印刷します。長いときは途中で改行してください。"
          maxlength="160"
          value=${member?.address ?? ''}
        ></ui-field>
        <div class="pair">
          <ui-field
            label="任期の初め"
            name="termFrom"
            type="date"
            required
            hint=${dateHint(dates.from)}
            value=${dates.from}
            error=${errors.termFrom ?? ''}
          ></ui-field>
          <ui-field
            label="任期の終わり"
            name="termTo"
            type="date"
            required
            hint=${dateHint(dates.to)}
            value=${dates.to}
            error=${errors.termTo ?? ''}
          ></ui-field>
        </div>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}

export class MemberSavedEvent extends CustomEvent<string> {
  constructor(name: string) {
    super('member-saved', { detail: name });
  }
}
customElements.define('office-member-form', OfficeMemberForm);

declare global {
  interface HTMLElementTagNameMap {
    'office-member-form': OfficeMemberForm;
  }
}
