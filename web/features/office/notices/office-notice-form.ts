import { html, LitElement } from 'lit';
import type { LetterWords } from '../../../../contract/notices.ts';
import { Submission } from '../../../client/submission.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-select.ts';
import { fire } from '../../../ui/events.ts';
import { dateHint, isDate, today } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import { type PrintOrder, printOrders } from './print-order.ts';

/**
 * What is printed on the letters, and the button that prints them all. `total` is how many members there are,
 * `missing` how many have no valid letter. Call `words()` before printing one alone.
 * @fires print-letters with all or missing, and in which order.
 */
export class OfficeNoticeForm extends LitElement {
  static override properties = {
    total: { type: Number },
    missing: { type: Number },
    busy: { type: Boolean },
    issuedOn: { state: true },
  };
  declare total: number;
  declare missing: number;
  declare busy: boolean;
  declare private issuedOn: string;
  private readonly submission = new Submission(this);
  private documentNumber = '';
  private note = '';
  private order: PrintOrder = 'members';

  constructor() {
    super();
    this.total = 0;
    this.missing = 0;
    this.busy = false;
    this.issuedOn = today();
  }

  /** The words as they stand; null where something is wrong, which the form then says. */
  words(): LetterWords | null {
    const right = this.submission.check({ issuedOn: isDate(this.issuedOn) ? '' : '通知の日付を入力してください。' });
    if (!right) return null;
    return { documentNumber: this.documentNumber.trim(), issuedOn: this.issuedOn, note: this.note.trim() };
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    if (name === 'documentNumber') this.documentNumber = value;
    if (name === 'issuedOn') this.issuedOn = value;
    if (name === 'note') this.note = value;
    if (name === 'order') this.order = value === 'postal' ? 'postal' : 'members';
  }

  private print(which: 'all' | 'missing'): () => void {
    return () => {
      if (!this.busy) fire(this, 'print-letters', { which, order: this.order });
    };
  }

  override render() {
    const some = this.missing > 0 && this.missing < this.total;
    return html`<form class="fields reading" @input=${this.onInput} @change=${this.onInput} @submit=${(event: Event) => event.preventDefault()} novalidate>
      <div class="pair">
        <ui-field label="文書番号" name="documentNumber" hint="例：あ行経第123号　空欄でもかまいません。" maxlength="40"></ui-field>
        <ui-field
          label="通知の日付"
          name="issuedOn"
          type="date"
          hint=${dateHint(this.issuedOn)}
          value=${this.issuedOn}
          error=${this.submission.errors.issuedOn ?? ''}
        ></ui-field>
      </div>
      <ui-field
        label="添え書き（任意）"
        name="note"
        lines="2"
        maxlength="300"
        hint="例：紙の資料が必要な方は、１月１６日までに事務局へお電話ください。"
      ></ui-field>
      <ui-select label="印刷する順" name="order" value="members" .choices=${printOrders}></ui-select>
      <p>
        印刷するたびに、一人ずつ新しい二次元コードと8文字のコードを作ります。前にお送りした通知も、無効にしないかぎり使えます。
      </p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled=${this.busy || this.total === 0 ? 'true' : 'false'}
          @click=${this.total === 0 ? undefined : this.print('all')}
        >
          ${icon('print')}${this.busy ? '印刷するPDFを作っています…' : `全員分を印刷（${this.total}通）`}
        </button>
        ${
          some
            ? html`<button type="button" class="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.print('missing')}>
                まだの方だけ印刷（${this.missing}通）
              </button>`
            : ''
        }
      </div>
    </form>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}

customElements.define('office-notice-form', OfficeNoticeForm);

declare global {
  interface PortalEvents {
    'print-letters': { which: 'all' | 'missing'; order: PrintOrder };
  }
  interface HTMLElementTagNameMap {
    'office-notice-form': OfficeNoticeForm;
  }
}
