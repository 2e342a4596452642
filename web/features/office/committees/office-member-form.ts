import { html, LitElement, nothing } from 'lit';
import type { Member, MemberInput } from '../../../../contract/committees.ts';
import { isEmail } from '../../../../domain/japanese/contact.ts';
import { addMember, changeMember, readCommittee } from '../../../client/committees.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
import { dateHint, isDate, termText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';
import { heldOf, memberFieldNames } from './member-fields.ts';
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

  private readonly edit = new ConcurrentEdit<Member, MemberInput>(this, {
    read: async (base) => (await readCommittee(this.committeeId)).members.find(({ id }) => id === base.id),
    gone: 'この委員の登録は、ほかの職員が削除しました。画面を読み直してください。',
    take: ({ base, mine, stored }) => {
      const forms = { base: heldOf(base), mine: heldOf(mine), stored: heldOf(stored) };
      const changes = takeStored(this.renderRoot, forms, memberFieldNames);
      if (mine.termFrom === base.termFrom) this.dates = { ...this.dates, from: stored.termFrom };
      if (mine.termTo === base.termTo) this.dates = { ...this.dates, to: stored.termTo };
      return changes;
    },
  });

  constructor() {
    super();
    this.committeeId = 0;
    this.member = null;
    this.term = { from: '', to: '' };
    this.dates = this.term;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.edit.begin(this.member);
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
      email: isEmail(text('email').normalize('NFKC')) ? '' : 'メールアドレスを確かめてください。例：hanako@example.jp',
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
      honorific: text('honorific'),
      position: text('position'),
      postalCode: text('postalCode'),
      address: text('address'),
      email: text('email').normalize('NFKC'),
      termFrom: from,
      termTo: to,
    };
    const isStored = await this.edit.store(errors, input, (base) =>
      base ? changeMember(base.id, { ...input, edition: base.edition }) : addMember(this.committeeId, input),
    );
    if (isStored) finish(this, 'member-saved', input.name);
  }

  override render() {
    const { member, dates } = this;
    const { errors, refusal, busy } = this.edit;
    return html`<ui-form-dialog
      heading=${member ? `${member.name}さんの登録内容` : '委員を追加'}
      action=${member ? '保存する' : '追加する'}
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} novalidate>
        ${this.edit.news}
        <div class="pair">
          <ui-field label="氏名" name="name" maxlength="60" required value=${member?.name ?? ''} error=${errors.name ?? ''}></ui-field>
          <ui-field label="敬称" name="honorific" hint="宛名の氏名の後に印刷します。" maxlength="20" value=${member?.honorific ?? '様'}></ui-field>
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
        <ui-field
          label="メールアドレス（任意）"
          name="email"
          type="email"
          hint="通知の代わりにリンクをメールで送るときに使います。"
          maxlength="254"
          value=${member?.email ?? ''}
          error=${errors.email ?? ''}
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
        ${member && member.terms.length > 1 ? termHistory(member) : nothing}
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}

/** The terms of a member who went on, with what the two days above are. */
function termHistory({ terms }: Member) {
  return html`<section aria-labelledby="terms">
    <h3 id="terms">任期の記録</h3>
    <ol>
      ${terms.map(({ termFrom, termTo }) => html`<li>${termText(termFrom, termTo).join('')}</li>`)}
    </ol>
    <p class="weak">上の「任期の初め」は続けて委員である間の初めの日、「任期の終わり」はいまの任期の終わりの日です。</p>
  </section>`;
}

customElements.define('office-member-form', OfficeMemberForm);

declare global {
  interface PortalEvents {
    /** The member's name. */
    'member-saved': string;
  }
  interface HTMLElementTagNameMap {
    'office-member-form': OfficeMemberForm;
  }
}
