import { html, LitElement } from 'lit';
import type { Meeting } from '../../../../contract/meetings.ts';
import { planPublication } from '../../../client/meetings.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import { submissionOf } from '../answer.ts';
import { dateHint, isDate, momentParts, momentText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';

/**
 * Asks when the meeting is to be published by itself.
 * @fires publication-planned with the sentence that says so. @fires dialog-closed when left.
 */
export class OfficePlanDialog extends LitElement {
  static override properties = { meeting: { attribute: false }, date: { state: true } };
  declare meeting: Meeting;
  declare private date: string;
  private readonly submission = submissionOf(this);

  constructor() {
    super();
    this.date = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.date = this.planned.date;
  }

  private get planned(): { date: string; time: string } {
    const { plan } = this.meeting;
    return plan ? momentParts(plan.at) : { date: '', time: '09:00' };
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    if (name === 'date') this.date = value;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { date = '', time = '' } = readForm(event.target as HTMLFormElement);
    const at = isDate(date) && time !== '' ? new Date(`${date}T${time}:00+09:00`) : null;
    const errors = {
      date: isDate(date)
        ? at && at <= new Date()
          ? 'これからの日時にしてください。'
          : ''
        : '日付を入力してください。',
      time: time === '' ? '時刻を入力してください。' : '',
    };
    const moment = at?.toISOString() ?? '';
    if (!(await this.submission.submit(errors, () => planPublication(this.meeting.id, moment)))) return;
    finish(this, 'publication-planned', `${momentText(moment)}に公開します。`);
  }

  override render() {
    const { errors, refusal, busy } = this.submission;
    const { date, time } = this.planned;
    return html`<ui-form-dialog
      heading="日時を決めて公開する"
      action="この日時に公開する"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} @change=${this.onInput} novalidate>
        <p>その時刻に置いてある資料を、委員が見られるようになります。それまでは、いつでも変えたり取りやめたりできます。</p>
        <div class="pair">
          <ui-field
            label="公開する日"
            name="date"
            type="date"
            required
            hint=${dateHint(this.date)}
            value=${date}
            error=${errors.date ?? ''}
          ></ui-field>
          <ui-field label="時刻" name="time" type="time" required value=${time} error=${errors.time ?? ''}></ui-field>
        </div>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-plan-dialog', OfficePlanDialog);

declare global {
  interface PortalEvents {
    /** A sentence that says when. */
    'publication-planned': string;
  }
  interface HTMLElementTagNameMap {
    'office-plan-dialog': OfficePlanDialog;
  }
}
