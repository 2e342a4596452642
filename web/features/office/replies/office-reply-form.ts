import { html, LitElement, nothing } from 'lit';
import type { PrintedPaper, ReplyInput, ReplyRow } from '../../../../contract/replies.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { attendanceNames, attendances, paperWishes, paperWishNames } from '../../../../domain/meetings/reply.ts';
import { enterReply } from '../../../client/replies.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { ticksSheet } from '../../../ui/sheets/ticks.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import '../../../ui/ui-select.ts';
import { submissionOf } from '../answer.ts';
import { officeSheet } from '../office-sheet.ts';

const attendanceChoices = [
  { value: '', label: '未回答' },
  ...attendances.map((value) => ({ value, label: attendanceNames[value] })),
];
const paperChoices = paperWishes.map((value) => ({ value, label: paperWishNames[value] }));

/**
 * A dialog for what a member said on the telephone.
 * @fires reply-saved once the portal holds it. @fires dialog-closed when left without saving.
 */
export class OfficeReplyForm extends LitElement {
  static override properties = {
    meetingId: { type: Number, attribute: 'meeting-id' },
    row: { attribute: false },
    papers: { attribute: false },
    paper: { state: true },
  };
  declare meetingId: number;
  declare row: ReplyRow;
  declare papers: readonly PrintedPaper[];
  declare private paper: ReplyInput['paper'];
  private readonly submission = submissionOf(this);

  constructor() {
    super();
    this.meetingId = 0;
    this.papers = [];
    this.paper = 'none';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.paper = this.row.paper;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { attendance = '', word = '' } = readForm(form);
    const documentIds = this.paper === 'some' ? new FormData(form).getAll('document').map(Number) : [];
    const errors = {
      paper: this.paper === 'some' && documentIds.length === 0 ? '紙で希望する資料を選んでください。' : '',
    };
    const input = {
      attendance: (attendance || null) as ReplyInput['attendance'],
      word: word.trim(),
      paper: this.paper,
      documentIds,
    };
    await this.submission.submit(errors, async () => {
      await enterReply(this.meetingId, this.row.memberId, { ...input, seenAt: this.row.answeredAt });
      finish(this, 'reply-saved');
    });
  }

  override render() {
    const { row } = this;
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      heading="${row.name}さんのお返事"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        <ui-select label="出欠" name="attendance" .value=${row.attendance ?? ''} .choices=${attendanceChoices}></ui-select>
        <ui-select
          label="紙の資料"
          name="paper"
          error=${errors.paper ?? ''}
          .value=${this.paper}
          .choices=${this.papers.length > 0 ? paperChoices : paperChoices.slice(0, 2)}
          @change=${(event: Event) => {
            this.paper = (event.target as HTMLElementTagNameMap['ui-select']).value as ReplyInput['paper'];
          }}
        ></ui-select>
        ${this.paper === 'some' ? this.choices() : nothing}
        <ui-field label="事務局へのひとこと（任意）" name="word" lines="3" maxlength="300" value=${row.word}></ui-field>
      </form>
    </ui-form-dialog>`;
  }

  private choices() {
    return html`<fieldset class="ticks">
      <legend>紙で希望する資料</legend>
      ${this.papers.map(
        (paper) => html`<label>
          <input type="checkbox" name="document" value=${paper.id} ?checked=${this.row.documentIds.includes(paper.id)} />
          <span>${documentName(paper)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet, ticksSheet];
}
customElements.define('office-reply-form', OfficeReplyForm);

declare global {
  interface PortalEvents {
    'reply-saved': null;
  }
  interface HTMLElementTagNameMap {
    'office-reply-form': OfficeReplyForm;
  }
}
