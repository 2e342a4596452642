import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Meeting, MeetingInput, MeetingSummary } from '../../../../contract/meetings.ts';
import { proposeMeetingYear } from '../../../../domain/meetings/meeting-year.ts';
import { firstTitle, nextTitle, ordinalText, proposeOrdinal } from '../../../../domain/meetings/ordinal.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { changeMeeting, createMeeting, readMeeting } from '../../../client/meetings.ts';
import { announce } from '../../../ui/announce.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import '../../../ui/ui-select.ts';
import { askToSignIn } from '../answer.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
import { dateHint, isDate, today } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import {
  continueFrom,
  emptyFields,
  errorsOf,
  fieldNames,
  fieldsOf,
  inputOf,
  isRestricted,
  type MeetingFields,
  opennessChoices,
  ordinalOf,
} from './meeting-fields.ts';
import { mergeStored } from './merge-stored.ts';
import { type AgendaEntry, newEntry } from './office-agenda-editor.ts';
import { meetingYearChoices } from './year-choices.ts';

/**
 * A dialog for a new meeting of `committeeId`, whose `meetings` are there already, newest first, or for `meeting`.
 * @fires meeting-saved with its id. @fires dialog-closed when left without saving.
 */
export class OfficeMeetingForm extends LitElement {
  static override properties = {
    committeeId: { attribute: false },
    committeeName: { attribute: false },
    meetings: { attribute: false },
    meeting: { attribute: false },
    fields: { state: true },
  };
  declare committeeId: number;
  declare committeeName: string;
  /** Null until they are read. */
  declare meetings: readonly MeetingSummary[] | null;
  declare meeting: Meeting | null;
  declare private fields: MeetingFields;
  /** What this person set; the rest goes with the name and the date. */
  private readonly settled = new Set<string>();
  private agendaAtFirst: readonly AgendaEntry[] = [];

  private readonly edit = new ConcurrentEdit<Meeting, MeetingInput>(this, {
    read: ({ id }) => readMeeting(id),
    take: ({ base, stored }) => {
      const mine = { fields: this.fields, agenda: this.editor?.agenda ?? [] };
      const { fields, agenda, changes } = mergeStored(base, stored, mine);
      this.fields = fields;
      this.agendaAtFirst = agenda;
      return changes;
    },
  });

  constructor() {
    super();
    this.committeeId = 0;
    this.committeeName = '';
    this.meetings = null;
    this.meeting = null;
    this.fields = emptyFields;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.edit.begin(this.meeting);
    this.agendaAtFirst = this.meeting?.agenda ?? [];
    if (!this.meeting) {
      this.fields = this.proposed(emptyFields);
      return;
    }
    this.fields = fieldsOf(this.meeting);
    this.settled.add('ordinal');
    if (this.proposed(this.fields).fiscalYear !== this.fields.fiscalYear) this.settled.add('fiscalYear');
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('meetings') && !this.meeting) this.fields = this.proposed(this.fields);
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    if (!(name in fieldNames)) return;
    if (name === 'fiscalYear' || name === 'ordinal' || name === 'title') this.settled.add(name);
    this.fields = this.proposed({ ...this.fields, [name]: value });
  }

  private proposed(fields: MeetingFields): MeetingFields {
    const { heldOn } = fields;
    const isNamed = this.meeting !== null || this.settled.has('title');
    const year = this.settled.has('fiscalYear')
      ? Number(fields.fiscalYear)
      : proposeMeetingYear(isNamed ? fields.title : '', isDate(heldOn) ? heldOn : today());
    const ordinal = this.settled.has('ordinal') ? fields.ordinal : this.nextOrdinal(year);
    const counted = { ...fields, fiscalYear: String(year), ordinal };
    return isNamed ? counted : { ...counted, title: this.proposedTitle(year, ordinalOf(counted)) };
  }

  /** As the last meeting was called; the first after its committee. */
  private proposedTitle(year: number, ordinal: number | null): string {
    const last = this.meetings?.[0];
    if (last) return nextTitle(last.title, year, ordinal);
    return this.meetings && ordinal !== null ? firstTitle(this.committeeName, year, ordinal) : '';
  }

  private nextOrdinal(year: number): string {
    return this.meetings ? String(proposeOrdinal(this.meetings, year) ?? '') : '';
  }

  private async takePrevious({ id }: MeetingSummary): Promise<void> {
    try {
      const previous = await readMeeting(id);
      this.fields = continueFrom(previous, this.fields);
      if (this.editor?.agenda.length === 0) this.agendaAtFirst = previous.agenda.map(newEntry);
      announce(`${previous.title}と同じ設定にしました。開催日を入力し、協議事項を確かめてください。`);
      this.renderRoot.querySelector<HTMLElement>('[name=heldOn]')?.focus();
    } catch (error) {
      if (!askToSignIn(error)) this.edit.refuse(sentenceOf(error));
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const input = inputOf(this.fields, this.editor?.agenda ?? []);
    let id = 0;
    const isStored = await this.edit.store(errorsOf(this.fields), input, async (base) => {
      if (base) await changeMeeting(base.id, { ...input, edition: base.edition });
      id = base?.id ?? (await createMeeting(this.committeeId, input)).id;
    });
    if (isStored) finish(this, 'meeting-saved', id);
  }

  private get editor() {
    return this.renderRoot.querySelector('office-agenda-editor');
  }

  override render() {
    const { meeting } = this;
    const { refusal, busy } = this.edit;
    return html`<ui-form-dialog
      wide
      heading=${meeting ? '会議の日時・場所・協議事項' : '会議を登録'}
      action=${meeting ? '保存する' : '登録する'}
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} @change=${this.onInput} novalidate>
        ${this.edit.news}
        ${this.previous()} ${this.when()}
        <ui-field
          label="場所"
          name="place"
          hint="例：市役所本庁舎３階　第１会議室"
          maxlength="160"
          .value=${this.fields.place}
        ></ui-field>
        ${this.openness()}
        <ui-field
          label="お返事の期限（任意）"
          name="replyBy"
          type="date"
          hint="出欠と紙の希望を、この日まで受け付けます。決めないときは開催日までです。"
          .value=${this.fields.replyBy}
          error=${this.edit.errors.replyBy ?? ''}
        ></ui-field>
        <office-agenda-editor .agenda=${this.agendaAtFirst}></office-agenda-editor>
        ${meeting ? html`<p class="weak">取り除いた協議事項の資料は、会議に残ります。</p>` : ''}
      </form>
    </ui-form-dialog>`;
  }

  private previous() {
    const [last] = this.meetings ?? [];
    if (this.meeting || !last) return nothing;
    return html`<p>
      <button type="button" class="button" @click=${() => void this.takePrevious(last)}>前回と同じ設定で作る</button>
      <span class="weak">${last.title}の名前、時刻、場所、公開の区分、お返事の期限、協議事項を写します。資料は写しません。</span>
    </p>`;
  }

  private when() {
    const { fields } = this;
    const { errors } = this.edit;
    const ordinal = ordinalOf(fields);
    return html`<ui-field
        label="会議の名前"
        name="title"
        hint="例：令和５年度第２回行財政改革懇談会"
        maxlength="120"
        required
        .value=${fields.title}
        error=${errors.title ?? ''}
      ></ui-field>
      <div class="pair">
        <ui-field
          label="開催日"
          name="heldOn"
          ?autofocus=${!this.meeting}
          type="date"
          required
          hint=${dateHint(fields.heldOn)}
          .value=${fields.heldOn}
          error=${errors.heldOn ?? ''}
        ></ui-field>
        <ui-field
          label="始まり"
          name="startsAt"
          type="time"
          required
          .value=${fields.startsAt}
          error=${errors.startsAt ?? ''}
        ></ui-field>
        <ui-field
          label="終わり（任意）"
          name="endsAt"
          type="time"
          .value=${fields.endsAt}
          error=${errors.endsAt ?? ''}
        ></ui-field>
      </div>
      <div class="pair">
        <ui-select
          label="年度"
          name="fiscalYear"
          hint="年度を書いていない資料は、この年度の資料になります。"
          .value=${fields.fiscalYear}
          .choices=${meetingYearChoices(Number(fields.fiscalYear), Number(fields.fiscalYear))}
        ></ui-select>
        <ui-field
          label="何回目（任意）"
          name="ordinal"
          inputmode="numeric"
          maxlength="6"
          hint=${ordinal === null ? '数えないときは空のままにします。' : ordinalText(ordinal)}
          .value=${fields.ordinal}
          error=${errors.ordinal ?? ''}
        ></ui-field>
      </div>`;
  }

  private openness() {
    const { fields } = this;
    return html`<ui-select
        label="会議の公開"
        name="openness"
        hint="傍聴できるかどうかです。委員の画面と開催通知に載ります。"
        .value=${fields.openness}
        .choices=${opennessChoices}
      ></ui-select>
      ${
        isRestricted(fields)
          ? html`<ui-field
              label="公開しない理由"
              name="opennessReason"
              hint="例：個人に関する情報を扱うため"
              maxlength="200"
              required
              .value=${fields.opennessReason}
              error=${this.edit.errors.opennessReason ?? ''}
            ></ui-field>`
          : nothing
      }`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}

customElements.define('office-meeting-form', OfficeMeetingForm);

declare global {
  interface PortalEvents {
    /** The meeting's id. */
    'meeting-saved': number;
  }
  interface HTMLElementTagNameMap {
    'office-meeting-form': OfficeMeetingForm;
  }
}
