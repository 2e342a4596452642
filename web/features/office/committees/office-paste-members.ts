import { css, html, LitElement, nothing } from 'lit';
import type { Member } from '../../../../contract/committees.ts';
import { ClientError, clientErrorOf } from '../../../client/client-error.ts';
import { addMember, changeMember, orderMembers } from '../../../client/committees.ts';
import { announce } from '../../../ui/announce.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-drop-zone.ts';
import '../../../ui/ui-field.ts';
import type { Fired } from '../../../ui/events.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import { submissionOf } from '../answer.ts';
import { dateHint, termText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import { pastedOrder, willReorder } from './pasted-order.ts';
import { type PastedMember, readPastedMembers } from './read-pasted.ts';
import { readTable } from './read-table.ts';
import type { Term } from './term.ts';

/**
 * A dialog that takes many members at once from a spreadsheet, pasted or as a file, and shows what each row will do before
 * anything is saved. `present` are the members already on the list: a row with such a name changes that member.
 * @fires members-added with how many. @fires dialog-closed when left without saving.
 */
export class OfficePasteMembers extends LitElement {
  static override properties = {
    committeeId: { attribute: false },
    term: { attribute: false },
    present: { attribute: false },
    text: { state: true },
    saved: { state: true },
  };
  declare committeeId: number;
  declare term: Term;
  declare present: readonly Member[];
  declare private text: string;
  declare private saved: number;

  private readonly submission = submissionOf(this);

  constructor() {
    super();
    this.committeeId = 0;
    this.term = { from: '', to: '' };
    this.present = [];
    this.text = '';
    this.saved = 0;
  }

  private get members(): PastedMember[] {
    return readPastedMembers(this.text, this.term, this.present);
  }

  private onInput(event: Event): void {
    const field = event.target as HTMLElementTagNameMap['ui-field'];
    if (field.name === 'pasted') this.text = field.value;
    if (field.name === 'termFrom') this.term = { ...this.term, from: field.value };
    if (field.name === 'termTo') this.term = { ...this.term, to: field.value };
    this.submission.refuse('');
  }

  private async takeFile({ detail: [file] }: Fired<'files-chosen'>): Promise<void> {
    if (!file) return;
    const text = readTable(new Uint8Array(await file.arrayBuffer()));
    // a workbook is a packed file: it has no words to read
    if (text.includes('\0') || text.startsWith('PK'))
      this.submission.refuse(
        'CSVではないファイルです。Excelで「名前を付けて保存」から「CSV UTF-8」を選んで保存し、そのファイルを選んでください。',
      );
    else {
      this.submission.refuse('');
      this.text = text;
    }
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const { members } = this;
    const good = members.filter(willSave);
    if (good.length === 0 && !willReorder(members, this.present))
      this.submission.refuse(
        '登録できる行がありません。Excelの表を、氏名の列を含めてコピーし、欄に貼り付けてください。',
      );
    else if (await this.submission.submit({}, () => this.saveAll(good, members))) this.finish();
  }

  private async saveAll(members: readonly PastedMember[], all: readonly PastedMember[]): Promise<void> {
    try {
      for (const { input, target } of members) {
        if (target) await changeMember(target.id, { ...input, edition: target.edition });
        const added = target ?? {
          ...input,
          edition: 1,
          ...(await addMember(this.committeeId, input)),
          leftOn: null,
          terms: [],
          hasNotices: false,
        };
        this.saved += 1;
        // tried again, what is saved already changes nothing more
        const stored = { ...added, ...input, edition: target ? target.edition + 1 : 1 };
        this.present = target
          ? this.present.map((member) => (member.id === target.id ? stored : member))
          : [...this.present, stored];
      }
      const order = pastedOrder(all, this.present);
      if (order) await orderMembers(this.committeeId, order);
    } catch (error) {
      const { code, message, status } = clientErrorOf(error);
      const before = this.saved > 0 ? `${this.saved}人は登録できました。残りは登録できませんでした。` : '';
      throw new ClientError(code, before + message, status);
    }
  }

  private finish(): void {
    finish(this, 'members-added', this.saved);
  }

  /** Some may be stored although the rest was refused. */
  private leave(event: Fired<'dialog-closed'>): void {
    if (this.saved === 0) return;
    event.stopPropagation();
    this.finish();
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('text') && this.text !== '') announce(this.summary(this.members));
  }

  private summary(members: readonly PastedMember[]): string {
    const saved = members.filter(willSave);
    const changed = saved.filter(({ target }) => target !== null).length;
    const refused = members.filter(({ problem }) => problem !== '').length;
    const same = members.length - saved.length - refused;
    return [
      `${saved.length - changed}人を登録します。`,
      changed > 0 ? `${changed}人を変更します。` : '',
      same > 0 ? `${same}人は変わりません。` : '',
      refused > 0 ? `${refused}行は登録しません。` : '',
      willReorder(members, this.present) ? '並び順は、表の「順」のとおりにします。' : '',
    ].join('');
  }

  override render() {
    const members = this.text.trim() === '' ? [] : this.members;
    return html`<ui-form-dialog
      wide
      heading="委員をまとめて追加・変更"
      action="この内容で登録する"
      error=${this.submission.refusal}
      ?busy=${this.submission.busy}
      @dialog-closed=${this.leave}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} novalidate>
        <ui-drop-zone
          compact
          single
          action="CSVファイルを選ぶ"
          accept=".csv,.txt,text/csv"
          @files-chosen=${this.takeFile}
        ></ui-drop-zone>
        <ui-field
          label="Excelの表を貼り付けてください"
          name="pasted"
          lines="6"
          .value=${this.text}
          hint="列の順は「氏名、職、郵便番号、住所」です。1行目に列の名前（順、氏名、敬称、ふりがな、職、郵便番号、住所、メールアドレス、任期の初め、任期の終わり）があれば、その順に読み取ります。すでにいる委員と同じ氏名の行は、その委員の内容を変更します。"
        ></ui-field>
        <div class="pair">
          <ui-field label="任期の初め" name="termFrom" type="date" hint=${dateHint(this.term.from)} value=${this.term.from}></ui-field>
          <ui-field label="任期の終わり" name="termTo" type="date" hint=${dateHint(this.term.to)} value=${this.term.to}></ui-field>
        </div>
      </form>
      ${members.length > 0 ? this.preview(members) : nothing}
    </ui-form-dialog>`;
  }

  private preview(members: readonly PastedMember[]) {
    return html`<h3>登録する内容の確認</h3>
      <p>${this.summary(members)}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="登録する内容">
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">行</th>
              <th scope="col">氏名</th>
              <th scope="col" class="short">すること</th>
              <th scope="col">職</th>
              <th scope="col">宛先</th>
              <th scope="col">任期</th>
            </tr>
          </thead>
          <tbody>
            ${members.map((member) => this.row(member))}
          </tbody>
        </table>
      </div>`;
  }

  private row({ line, input, target, changes, problem }: PastedMember) {
    return html`<tr class=${problem ? 'left-out' : ''}>
      <td class="number">${line}</td>
      <td class="short">${input.name}${input.kana ? html`<span class="weak">　${input.kana}</span>` : nothing}</td>
      <td class="short">
        ${
          problem
            ? html`<span class="chip bad">${problem}</span>`
            : target === null
              ? '追加'
              : changes.length > 0
                ? `変更（${changes.join('、')}）`
                : html`<span class="weak">変わりません</span>`
        }
      </td>
      <td class="short">${input.position}</td>
      <td>${input.address ? `${input.postalCode}　${input.address}` : html`<span class="chip warning">住所なし</span>`}</td>
      <td>${problem ? nothing : termText(input.termFrom, input.termTo).map((part) => html`<span class="whole">${part}</span>`)}</td>
    </tr>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      ui-drop-zone {
        justify-self: start;
      }
      h3 {
        margin-top: 1.5rem;
      }
      .scroll {
        max-height: 20rem;
        margin-top: 0.5rem;
        overflow: auto;
      }
      .short {
        min-width: 6em;
        word-break: auto-phrase;
      }
      .left-out td {
        color: var(--color-text-weak);
      }
    `,
  ];
}

const willSave = ({ problem, target, changes }: PastedMember) =>
  problem === '' && (target === null || changes.length > 0);

customElements.define('office-paste-members', OfficePasteMembers);

declare global {
  interface PortalEvents {
    /** How many. */
    'members-added': number;
  }
  interface HTMLElementTagNameMap {
    'office-paste-members': OfficePasteMembers;
  }
}
