import { html, LitElement } from 'lit';
import type { Member } from '../../../../contract/committees.ts';
import { reappointMembers } from '../../../client/committees.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { ticksSheet } from '../../../ui/sheets/ticks.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import { submissionOf } from '../answer.ts';
import { dateHint, isDate, termText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import { nextTerm, type Term } from './term.ts';

/**
 * A dialog for another term of those members who go on, all of `members` unless a person leaves some out.
 * @fires members-reappointed with how many. @fires dialog-closed when left without saving.
 */
export class OfficeReappointForm extends LitElement {
  static override properties = {
    committeeId: { attribute: false },
    members: { attribute: false },
    term: { state: true },
    count: { state: true },
  };
  declare committeeId: number;
  declare members: readonly Member[];
  declare private term: Term;
  declare private count: number;
  private readonly submission = submissionOf(this);

  constructor() {
    super();
    this.committeeId = 0;
    this.members = [];
    this.term = { from: '', to: '' };
    this.count = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.term = nextTerm(this.members);
    this.count = this.members.length;
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'termFrom') this.term = { ...this.term, from: value };
    if (name === 'termTo') this.term = { ...this.term, to: value };
    this.count = this.renderRoot.querySelectorAll('input[name=member]:checked').length;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { termFrom = '', termTo = '' } = readForm(form);
    const memberIds = new FormData(form).getAll('member').map(Number);
    const errors = {
      termFrom: isDate(termFrom) ? '' : '次の任期の初めの日を入力してください。',
      termTo: !isDate(termTo)
        ? '次の任期の終わりの日を入力してください。'
        : termTo < termFrom
          ? '任期の終わりが、初めより前になっています。'
          : '',
    };
    if (memberIds.length === 0) return this.submission.refuse('再任する委員を選んでください。');
    if (!(await this.submission.submit(errors, () => this.save({ memberIds, termFrom, termTo })))) return;
    finish(this, 'members-reappointed', memberIds.length);
  }

  private save(input: { memberIds: number[]; termFrom: string; termTo: string }): Promise<unknown> {
    return reappointMembers(this.committeeId, input);
  }

  override render() {
    const { errors, refusal, busy } = this.submission;
    const { from, to } = this.term;
    return html`<ui-form-dialog
      heading="次の任期に再任"
      action="${this.count}人を再任する"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} novalidate>
        <p>続けて委員になる方の任期を、まとめて延ばします。これまでの会議の資料や通知は、そのままです。</p>
        <div class="pair">
          <ui-field label="次の任期の初め" name="termFrom" type="date" required hint=${dateHint(from)} value=${from} error=${errors.termFrom ?? ''}></ui-field>
          <ui-field label="次の任期の終わり" name="termTo" type="date" required hint=${dateHint(to)} value=${to} error=${errors.termTo ?? ''}></ui-field>
        </div>
        <fieldset class="ticks">
          <legend>再任する委員</legend>
          ${this.members.map(
            ({ id, name, position, termFrom, termTo }) => html`<label>
              <input type="checkbox" name="member" value=${id} checked />
              <span>${name}　${position}<br /><span class="weak">いまの任期：${termText(termFrom, termTo)}</span></span>
            </label>`,
          )}
        </fieldset>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet, ticksSheet];
}
customElements.define('office-reappoint-form', OfficeReappointForm);

declare global {
  interface PortalEvents {
    /** How many. */
    'members-reappointed': number;
  }
  interface HTMLElementTagNameMap {
    'office-reappoint-form': OfficeReappointForm;
  }
}
