import { html, LitElement } from 'lit';
import type { DocumentInput, DocumentSummary, SeriesList } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { agendaNumbers } from '../../../../domain/meetings/agenda-numbering.ts';
import { documentKinds, documentMark, openness } from '../../../../domain/meetings/document.ts';
import { changeDocument } from '../../../client/documents.ts';
import { readMeeting } from '../../../client/meetings.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import '../../../ui/ui-select.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
import type { ShownChange } from '../office-concurrent-changes.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';
import { ownChain, seriesChoices } from './series-choices.ts';
import { asPrinted, documentYearChoices } from './year-choices.ts';

type Series = SeriesList['series'];

const kindChoices = [
  { value: 'agenda', label: '次第' },
  { value: 'material', label: '資料' },
  { value: 'reference', label: '参考' },
  { value: 'minutes', label: '議事録（会議のあとに載せるもの）' },
  { value: 'other', label: 'そのほか（議案など）' },
];
const opennessChoices = [
  { value: 'open', label: '公開' },
  { value: 'partly_open', label: '一部公開' },
  { value: 'closed', label: '非公開' },
];

const fieldNames = {
  ...{ kind: '種類', number: '番号', title: '題名', agendaItemId: '協議事項', fiscalYear: '年度' },
  ...{ seriesId: '続きの資料', openness: '市民への公開' },
};
const heldOf = ({ kind, number, title, openness, agendaItemId, seriesId, ...year }: DocumentSummary) => ({
  ...{ kind, number, title, openness, agendaItemId: String(agendaItemId ?? ''), seriesId: String(seriesId) },
  fiscalYear: year.fiscalYearSource === 'official' ? String(year.fiscalYear) : asPrinted,
});

/**
 * A dialog for what the portal proposed of a document: kind, number, title, agenda item, openness, earlier paper.
 * @fires document-saved. @fires dialog-closed when left without saving.
 */
export class OfficeDocumentForm extends LitElement {
  static override properties = {
    document: { attribute: false },
    meeting: { attribute: false },
    series: { attribute: false },
    kind: { state: true },
    number: { state: true },
  };
  declare document: DocumentSummary;
  declare meeting: Meeting;
  declare series: Series;
  declare private kind: string;
  declare private number: string;
  // As it was when the dialog opened: the page behind reads the meeting again meanwhile.
  private first!: DocumentSummary;

  private readonly edit = new ConcurrentEdit<DocumentSummary, DocumentInput>(this, {
    read: async (base) => (await readMeeting(this.meeting.id)).documents.find(({ id }) => id === base.id),
    gone: 'この資料は、ほかの職員が取り下げました。画面を読み直してください。',
    take: ({ base, stored }) => this.takeOthers(base, stored),
  });

  constructor() {
    super();
    this.series = [];
    this.kind = '';
    this.number = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.first = this.document;
    this.edit.begin(this.document);
    this.kind = this.first.kind;
    this.number = this.first.number;
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field' | 'ui-select'];
    if (name === 'kind') this.kind = value;
    if (name === 'number') this.number = value;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const {
      title = '',
      openness: chosen = '',
      agendaItemId = '',
      seriesId = '',
      fiscalYear = '',
    } = readForm(event.target as HTMLFormElement);
    const errors = { title: title.trim() === '' ? '題名を入力してください。' : '' };
    const input = {
      kind: documentKinds.find((kind) => kind === this.kind) ?? this.first.kind,
      number: this.number.normalize('NFKC').trim(),
      title: title.trim(),
      openness: openness.find((value) => value === chosen) ?? this.first.openness,
      agendaItemId: agendaItemId === '' ? null : Number(agendaItemId),
      seriesId: seriesId === ownChain ? null : Number(seriesId),
      fiscalYear: fiscalYear === asPrinted ? null : Number(fiscalYear),
    };
    const isStored = await this.edit.store(errors, input, (base) =>
      changeDocument(this.first.id, { ...input, edition: base!.edition }),
    );
    if (isStored) finish(this, 'document-saved');
  }

  private async takeOthers(base: DocumentSummary, stored: DocumentSummary): Promise<ShownChange[]> {
    const form = this.renderRoot.querySelector('form')!;
    const forms = { base: heldOf(base), mine: readForm(form), stored: heldOf(stored) };
    const changes = takeStored(form, forms, fieldNames);
    await Promise.all(
      [...form.querySelectorAll('ui-field, ui-select')].map((field) => (field as LitElement).updateComplete),
    );
    const { kind = '', number = '' } = readForm(form);
    this.kind = kind;
    this.number = number;
    return changes;
  }

  override render() {
    const { first, meeting } = this;
    const numbers = agendaNumbers(meeting.agenda);
    const { errors, refusal, busy } = this.edit;
    const mark = documentMark(
      documentKinds.find((kind) => kind === this.kind) ?? first.kind,
      this.number.normalize('NFKC'),
    );
    return html`<ui-form-dialog
      heading="資料の編集"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} @change=${this.onInput} novalidate>
        ${this.edit.news}
        <p class="weak">ファイル：${first.revision.fileName}</p>
        <div class="pair">
          <ui-select label="種類" name="kind" .value=${first.kind} .choices=${kindChoices}></ui-select>
          <ui-field
            label="番号"
            name="number"
            hint=${mark ? `「${mark}」と表示します` : '例：１、２-１、議案第12号'}
            maxlength="20"
            value=${first.number}
          ></ui-field>
        </div>
        <ui-field
          label="題名"
          name="title"
          maxlength="200"
          required
          value=${first.title}
          error=${errors.title ?? ''}
        ></ui-field>
        <ui-select
          label="協議事項"
          name="agendaItemId"
          .value=${String(first.agendaItemId ?? '')}
          .choices=${[
            { value: '', label: '決めない' },
            ...meeting.agenda.map(({ id, title }, index) => ({
              value: String(id),
              label: [numbers[index], title].filter(Boolean).join('　'),
            })),
          ]}
        ></ui-select>
        <ui-select
          label="何年度の資料ですか"
          name="fiscalYear"
          hint="並べて見るときや年ごとの推移に、この年度で出ます。"
          .value=${first.fiscalYearSource === 'official' ? String(first.fiscalYear) : asPrinted}
          .choices=${documentYearChoices(first, meeting.fiscalYear)}
        ></ui-select>
        <ui-select
          label="前の年度のどの資料の続きですか"
          name="seriesId"
          hint="つなげておくと、委員が昨年の同じ資料とすぐに並べて見られます。"
          .value=${String(first.seriesId)}
          .choices=${seriesChoices(first, meeting.documents, this.series)}
        ></ui-select>
        <ui-select
          label="市民への公開"
          name="openness"
          hint="委員は、どれを選んでも見られます。"
          .value=${first.openness}
          .choices=${opennessChoices}
        ></ui-select>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-document-form', OfficeDocumentForm);

declare global {
  interface PortalEvents {
    'document-saved': null;
  }
  interface HTMLElementTagNameMap {
    'office-document-form': OfficeDocumentForm;
  }
}
