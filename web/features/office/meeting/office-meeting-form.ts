import { html, LitElement } from 'lit';
import type { Meeting, MeetingInput } from '../../../../contract/meetings.ts';
import { proposeMeetingYear } from '../../../../domain/meetings/meeting-year.ts';
import { changeMeeting, createMeeting } from '../../../client/meetings.ts';
import { readForm, Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-form-dialog.ts';
import '../../../ui/ui-select.ts';
import { askToSignIn } from '../answer.ts';
import { dateHint, isDate, today } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-agenda-editor.ts';
import { meetingYearChoices } from './year-choices.ts';

/**
 * A dialog for a new meeting of `committeeId`, or for `meeting`.
 * @fires meeting-saved with its id. @fires dialog-closed when left without saving.
 */
export class OfficeMeetingForm extends LitElement {
  static override properties = {
    committeeId: { attribute: false },
    meeting: { attribute: false },
    heldOn: { state: true },
    fiscalYear: { state: true },
  };
  declare committeeId: number;
  declare meeting: Meeting | null;
  declare private heldOn: string;
  /** Null as long as it goes with the name and the date. */
  declare private fiscalYear: number | null;
  private name = '';
  // The form's own copy: the page behind may read the meeting again meanwhile.
  private agendaAtFirst: Meeting['agenda'] = [];

  private readonly submission = new Submission(this, { settles: askToSignIn });

  constructor() {
    super();
    this.committeeId = 0;
    this.meeting = null;
    this.heldOn = '';
    this.fiscalYear = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.heldOn = this.meeting?.heldOn ?? '';
    this.name = this.meeting?.title ?? '';
    this.fiscalYear = this.meeting && this.meeting.fiscalYear !== this.proposedYear ? this.meeting.fiscalYear : null;
    this.agendaAtFirst = this.meeting?.agenda ?? [];
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    if (name === 'heldOn') this.heldOn = value;
    if (name === 'title') this.name = value;
    if (name === 'fiscalYear') this.fiscalYear = Number(value);
    this.requestUpdate();
  }

  private get proposedYear(): number {
    return proposeMeetingYear(this.name, isDate(this.heldOn) ? this.heldOn : today());
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const {
      title = '',
      startsAt = '',
      endsAt = '',
      place = '',
      replyBy = '',
    } = readForm(event.target as HTMLFormElement);
    const errors = {
      title: title.trim() === '' ? '会議の名前を入力してください。' : '',
      heldOn: isDate(this.heldOn) ? '' : '開催日を入力してください。',
      startsAt: startsAt === '' ? '始まりの時刻を入力してください。' : '',
      endsAt: endsAt !== '' && endsAt <= startsAt ? '始まりより後の時刻にしてください。' : '',
      replyBy: replyBy !== '' && (!isDate(replyBy) || replyBy > this.heldOn) ? '開催日までの日付にしてください。' : '',
    };
    const input = {
      title: title.trim(),
      heldOn: this.heldOn,
      startsAt,
      endsAt: endsAt || null,
      place: place.trim(),
      replyBy: replyBy || null,
      fiscalYear: this.fiscalYear ?? this.proposedYear,
      agenda: this.renderRoot.querySelector('office-agenda-editor')?.agenda ?? [],
    };
    await this.submission.submit(errors, () => this.save(input));
  }

  private async save(input: MeetingInput): Promise<void> {
    const id = this.meeting ? this.meeting.id : (await createMeeting(this.committeeId, input)).id;
    if (this.meeting) await changeMeeting(id, input);
    this.renderRoot.querySelector('ui-form-dialog')?.close();
    this.dispatchEvent(new MeetingSavedEvent(id));
  }

  override render() {
    const { meeting } = this;
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      wide
      heading=${meeting ? '会議の日時・場所・協議事項' : '会議を登録'}
      action=${meeting ? '保存する' : '登録する'}
      error=${refusal}
      ?busy=${busy}
      @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} @change=${this.onInput} novalidate>
        <ui-field
          label="会議の名前"
          name="title"
          hint="例：令和５年度第２回行財政改革懇談会"
          maxlength="120"
          required
          value=${meeting?.title ?? ''}
          error=${errors.title ?? ''}
        ></ui-field>
        <div class="pair">
          <ui-field
            label="開催日"
            name="heldOn"
            type="date"
            required
            hint=${dateHint(this.heldOn)}
            value=${meeting?.heldOn ?? ''}
            error=${errors.heldOn ?? ''}
          ></ui-field>
          <ui-field
            label="始まり"
            name="startsAt"
            type="time"
            required
            value=${meeting?.startsAt ?? '14:00'}
            error=${errors.startsAt ?? ''}
          ></ui-field>
          <ui-field
            label="終わり（任意）"
            name="endsAt"
            type="time"
            value=${meeting?.endsAt ?? ''}
            error=${errors.endsAt ?? ''}
          ></ui-field>
        </div>
        <ui-select
          label="年度"
          name="fiscalYear"
          hint="年度を書いていない資料は、この年度の資料になります。"
          .value=${String(this.fiscalYear ?? this.proposedYear)}
          .choices=${meetingYearChoices(this.proposedYear, this.fiscalYear ?? this.proposedYear)}
        ></ui-select>
        <ui-field
          label="場所"
          name="place"
          hint="例：市役所本庁舎３階　第１会議室"
          maxlength="160"
          value=${meeting?.place ?? ''}
        ></ui-field>
        <ui-field
          label="お返事の期限（任意）"
          name="replyBy"
          type="date"
          hint="出欠と紙の希望を、この日まで受け付けます。決めないときは開催日までです。"
          value=${meeting?.replyBy ?? ''}
          error=${errors.replyBy ?? ''}
        ></ui-field>
        <office-agenda-editor .agenda=${this.agendaAtFirst}></office-agenda-editor>
        ${meeting ? html`<p class="weak">取り除いた協議事項の資料は、会議に残ります。</p>` : ''}
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}

export class MeetingSavedEvent extends CustomEvent<number> {
  constructor(id: number) {
    super('meeting-saved', { detail: id });
  }
}
customElements.define('office-meeting-form', OfficeMeetingForm);

declare global {
  interface HTMLElementTagNameMap {
    'office-meeting-form': OfficeMeetingForm;
  }
}
