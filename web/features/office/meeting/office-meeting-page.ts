import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document, DocumentSummary, SeriesList } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { readDocument, readUploadRules, retryRevision } from '../../../client/documents.ts';
import { listSeries, listWithdrawn } from '../../../client/meetings.ts';
import { setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-menu.ts';
import type { MenuItem } from '../../../ui/ui-menu.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-page-header.ts';
import { answerOf } from '../answer.ts';
import { focusIfLost } from '../focus.ts';
import { wordsOf } from '../missing.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-document-form.ts';
import './office-documents.ts';
import './office-meeting-form.ts';
import './office-particulars.ts';
import './office-plan-dialog.ts';
import './office-publication.ts';
import './office-replace-dialog.ts';
import './office-take-back-dialog.ts';
import './office-withdrawn.ts';
import type { Fired } from '../../../ui/events.ts';
import { MeetingActs } from './meeting-acts.ts';
import { meetingReading } from './meeting-reading.ts';
import { UploadsController } from './uploads-controller.ts';

type Open =
  | { form: 'meeting' }
  | { form: 'plan' }
  | { form: 'document' | 'replace'; document: DocumentSummary }
  | { form: 'take-back'; document: Document }
  | null;

/** One meeting as the secretariat prepares it. */
export class OfficeMeetingPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    open: { state: true },
    series: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private open: Open;
  declare private series: SeriesList['series'];
  private readonly meeting = meetingReading(
    this,
    () => this.meetingId,
    (documents) => this.uploads.see(documents),
  );
  private readonly rules = answerOf(this, readUploadRules);
  private readonly withdrawn = answerOf(this, () => listWithdrawn(this.meetingId));
  private readonly acts = new MeetingActs(this, {
    load: () => Promise.all([this.meeting.load(), this.withdrawn.load()]),
    keepFocus: () => this.keepFocus(),
  });
  private readonly uploads = new UploadsController(this, () => this.meeting.load());

  constructor() {
    super();
    this.params = {};
    this.open = null;
    this.series = [];
  }

  private get meetingId(): number {
    return Number(this.params.id);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.meeting.clear();
    this.withdrawn.clear();
    void this.withdrawn.load();
    void this.rules.load();
    this.uploads.follow(this.meetingId);
    void this.meeting.load();
  }

  override updated(): void {
    if (this.meeting.value) setTitle(`${this.meeting.value.title}（事務局）`);
  }

  private readonly shut = (): void => {
    this.open = null;
  };

  private saved(sentence = '保存しました。'): void {
    this.open = null;
    toast(sentence);
    void this.meeting.load();
  }

  private menu(meeting: Meeting): MenuItem[] {
    const { documents, publishedAt } = meeting;
    const edit = { label: '日時・場所・協議事項を編集', run: this.editMeeting };
    const hide = { label: '公開を取りやめる', run: () => void this.acts.withdraw(meeting) };
    const remove = { label: 'この会議を削除', danger: true, run: () => void this.acts.delete(meeting) };
    const bare = documents.length === 0 && this.withdrawn.value?.documents.length === 0;
    return [edit, ...(publishedAt ? [hide] : []), ...(bare ? [remove] : [])];
  }

  private readonly editMeeting = (): void => {
    this.open = { form: 'meeting' };
  };

  private async keepFocus(): Promise<void> {
    await this.updateComplete;
    const documents = this.renderRoot.querySelector('office-documents');
    // The list below draws itself one step later.
    setTimeout(() => focusIfLost(documents, 'documents'));
  }

  private async edit(document: DocumentSummary, meeting: Meeting): Promise<void> {
    await this.acts.attempt(async () => {
      this.series = (await listSeries(meeting.committee.id)).series;
      this.open = { form: 'document', document };
    });
  }

  private async askVersion({ id }: DocumentSummary): Promise<void> {
    await this.acts.attempt(async () => {
      this.open = { form: 'take-back', document: await readDocument(id) };
    });
  }

  private takeBack({ detail: revision }: Fired<'revision-chosen'>, document: Document): void {
    this.open = null;
    const others = document.revisions.filter(({ id }) => id !== revision.id);
    void this.acts.takeBack(revision, documentName(document), others);
  }

  private onDocument({ detail: { document, action } }: Fired<'document-chosen'>, meeting: Meeting): void {
    if (action === 'edit') void this.edit(document, meeting);
    if (action === 'replace') this.open = { form: 'replace', document };
    if (action === 'withdraw') void this.acts.withdrawDocument(document, meeting);
    if (action === 'take-back') void this.askVersion(document);
    if (action === 'other-name') void this.acts.takeOtherName(document);
    if (action === 'retry') void this.acts.attempt(() => retryRevision(document.revision.id));
  }

  private onUpload({ detail }: Fired<'upload-decided'>, meeting: Meeting): void {
    const made = this.uploads.list.find(({ id }) => id === detail.id)?.made;
    const document = meeting.documents.find(({ id }) => id === made?.documentId);
    this.uploads.decide(detail);
    if (detail.decision === 'withdraw' && document) void this.acts.withdrawDocument(document, meeting);
    else void this.keepFocus();
  }

  private onOrder({ detail: { documents, sentence } }: Fired<'order-changed'>, meeting: Meeting): void {
    this.meeting.show({ ...meeting, documents: [...documents] });
    void this.acts.reorder(meeting, documents, sentence);
  }

  override render() {
    const { value } = this.meeting;
    return html`<office-frame current="committees">
        ${readingFace(this.meeting, (meeting) => this.whole(meeting), {
          ...wordsOf('会議'),
          ...(value && { failed: '最新の状態を読み込めませんでした' }),
        })}
      </office-frame>
      ${value ? this.dialog(value) : nothing}`;
  }

  private whole(meeting: Meeting) {
    return html`
      <ui-page-header
        heading=${meeting.title}
        over=${fiscalYearLabel(meeting.fiscalYear)}
        back-href=${paths.officeCommittee(meeting.committee.id)}
        back-label=${meeting.committee.name}
      >
        <ui-menu label=${meeting.title} text="メニュー" .items=${this.menu(meeting)}></ui-menu>
      </ui-page-header>
      <div class="stack">
        ${this.acts.refusal ? html`<ui-notice kind="error">${this.acts.refusal}</ui-notice>` : nothing}
        <office-publication
          .meeting=${meeting}
          ?busy=${this.acts.publishing}
          @publish=${() => void this.acts.publish(meeting)}
          @plan=${() => {
            this.open = { form: 'plan' };
          }}
          @cancel-plan=${() => void this.acts.cancelPlan(meeting)}
        ></office-publication>
        <office-particulars
          .meeting=${meeting}
          @edit=${this.editMeeting}
        ></office-particulars>
        <office-documents
          .meeting=${meeting}
          .uploads=${this.uploads.list}
          .rules=${this.rules.value}
          @files-chosen=${(event: Fired<'files-chosen'>) => this.uploads.add(event.detail, meeting.documents, this.rules.value)}
          @names-accepted=${() => void this.acts.acceptNames(meeting)}
          @upload-decided=${(event: Fired<'upload-decided'>) => this.onUpload(event, meeting)}
          @document-chosen=${(event: Fired<'document-chosen'>) => this.onDocument(event, meeting)}
          @order-changed=${(event: Fired<'order-changed'>) => this.onOrder(event, meeting)}
        ></office-documents>
        <office-withdrawn
          .documents=${this.withdrawn.value?.documents ?? []}
          @restore=${(event: Fired<'restore'>) => void this.acts.restore(event.detail)}
        ></office-withdrawn>
      </div>
    `;
  }

  private dialog(meeting: Meeting) {
    const { open } = this;
    if (open === null) return nothing;
    if (open.form === 'meeting')
      return html`<office-meeting-form
        .meeting=${meeting}
        @meeting-saved=${() => this.saved()}
        @dialog-closed=${this.shut}
      ></office-meeting-form>`;
    if (open.form === 'plan')
      return html`<office-plan-dialog
        .meeting=${meeting}
        @publication-planned=${({ detail }: Fired<'publication-planned'>) => this.saved(detail)}
        @dialog-closed=${this.shut}
      ></office-plan-dialog>`;
    if (open.form === 'document')
      return html`<office-document-form
        .document=${open.document}
        .meeting=${meeting}
        .series=${this.series}
        @document-saved=${() => this.saved()}
        @dialog-closed=${this.shut}
      ></office-document-form>`;
    if (open.form === 'take-back')
      return html`<office-take-back-dialog
        name=${documentName(open.document)}
        .revisions=${open.document.revisions}
        @revision-chosen=${(event: Fired<'revision-chosen'>) => this.takeBack(event, open.document)}
        @dialog-closed=${this.shut}
      ></office-take-back-dialog>`;
    return html`<office-replace-dialog
      .document=${open.document}
      .rules=${this.rules.value}
      ?live=${meeting.publishedAt !== null}
      @file-chosen=${(event: Fired<'file-chosen'>) => {
        this.open = null;
        this.uploads.replace(event.detail, open.document, this.rules.value);
      }}
      @dialog-closed=${this.shut}
    ></office-replace-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-meeting-page', OfficeMeetingPage);
