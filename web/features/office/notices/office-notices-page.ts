import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Meeting } from '../../../../contract/meetings.ts';
import type { Lack, NoticeRow } from '../../../../contract/notices.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { readMeeting } from '../../../client/meetings.ts';
import { setTitle } from '../../../client/navigation.ts';
import { issueMessages, listNotices, printNotices, revokeNotice } from '../../../client/notices.ts';
import { paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { announce } from '../../../ui/announce.ts';
import { confirmAction } from '../../../ui/confirm.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-empty.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-page-header.ts';
import '../../../ui/ui-progress.ts';
import { answerOf, askToSignIn } from '../answer.ts';
import { focusIfLost } from '../focus.ts';
import { wordsOf } from '../missing.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import { noticeSummary, validNotices } from './notice-state.ts';
import './office-notice-form.ts';
import './office-notices-table.ts';
import { besidePaper } from './beside-paper.ts';
import { messagesQuestion, revokeQuestion } from './notice-questions.ts';
import './office-message-dialog.ts';
import './office-print-dialog.ts';
import type { Fired } from '../../../ui/events.ts';
import type { Printing } from './office-print-dialog.ts';
import { batchesOf, lettersToPrint } from './print-order.ts';
import { PrintedPdf, saveFile } from './printed-pdf.ts';

interface Told {
  readonly meeting: Meeting;
  readonly rows: readonly NoticeRow[];
  readonly lacks: readonly Lack[];
}

/** The letters of a meeting: printing them, who has opened them, revoking. */
export class OfficeNoticesPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    busy: { state: true },
    refusal: { state: true },
    printedCount: { state: true },
    asked: { state: true },
    sending: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private busy: boolean;
  declare private refusal: string;
  declare private printedCount: number;
  /** What is looked at before it is printed. */
  declare private asked: Printing | null;
  /** Who is given a link in another way than on paper. */
  declare private sending: NoticeRow | null;
  /** How many are being printed. */
  private printing = 0;
  private readonly pdf = new PrintedPdf(this);
  private readonly told = answerOf<Told>(this, async () => {
    const [meeting, list] = await Promise.all([readMeeting(this.meetingId), listNotices(this.meetingId)]);
    return { meeting, ...list };
  });

  constructor() {
    super();
    this.params = {};
    this.busy = false;
    this.refusal = '';
    this.printedCount = 0;
    this.asked = null;
    this.sending = null;
  }

  private get meetingId(): number {
    return Number(this.params.id);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.told.clear();
    void this.told.load();
  }

  override updated(): void {
    if (this.told.value) setTitle(`開催通知　${this.told.value.meeting.title}`);
  }

  /** Shows the letters to these members before they are printed. */
  private ask(rows: readonly NoticeRow[], { revokeEarlier = false } = {}): void {
    const words = this.renderRoot.querySelector('office-notice-form')?.words();
    if (words && !this.busy && rows.length > 0) this.asked = { rows, words, revokeEarlier };
  }

  private readonly shut = (): void => {
    this.asked = null;
  };

  private async print(meeting: Meeting, { rows, words, revokeEarlier }: Printing): Promise<void> {
    this.shut();
    this.busy = true;
    this.refusal = '';
    this.printedCount = 0;
    this.pdf.forget();
    announce('印刷するPDFを作っています。');
    try {
      this.printing = rows.length;
      for (const batch of batchesOf(rows)) {
        const memberIds = batch.rows.map(({ memberId }) => memberId);
        const blob = await printNotices(meeting.id, { ...words, memberIds, revokeEarlier });
        this.printedCount += batch.rows.length;
        const whose = rows.length === 1 ? `　${rows[0]?.name}` : batch.part;
        this.pdf.keep(blob, `開催通知　${meeting.title}${whose}.pdf`);
      }
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
    } finally {
      await this.told.load();
      this.busy = false;
    }
  }

  private onPrint({ detail: { which, order } }: Fired<'print-letters'>, { rows }: Told): void {
    const now = new Date();
    const wanted = which === 'all' ? rows : rows.filter((row) => validNotices(row, now).length === 0);
    this.ask(lettersToPrint(wanted, order));
  }

  private async onAction({ detail: { type, row, notice } }: Fired<'notice-action'>): Promise<void> {
    if (type === 'print-one') this.ask([row]);
    if (type === 'send') this.sending = row;
    if (type === 'reissue') this.ask([row], { revokeEarlier: true });
    if (type !== 'revoke' || !notice || !(await confirmAction(revokeQuestion(row, notice)))) return;
    this.refusal = '';
    try {
      await revokeNotice(notice.id);
      toast(`${row.name}さんの通知を無効にしました。`);
      await this.told.load();
      await this.updateComplete;
      setTimeout(() => focusIfLost(this, 'members'));
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
    }
  }

  override render() {
    return html`<office-frame current="committees">
      ${readingFace(this.told, (told) => this.whole(told), wordsOf('会議'))}
      </office-frame>
      ${this.dialog()}`;
  }

  private async saveMessages({ meeting, rows }: Told): Promise<void> {
    if (!(await confirmAction(messagesQuestion(rows.length)))) return;
    this.refusal = '';
    try {
      saveFile(await issueMessages(meeting.id), `メールの文　${meeting.title}.csv`);
      toast(`${rows.length}人分のメールの文を保存しました。`);
      await this.told.load();
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
    }
  }

  private sent(): void {
    this.sending = null;
    void this.told.load();
  }

  private dialog() {
    const { asked, sending } = this;
    const { value } = this.told;
    if (sending && value)
      return html`<office-message-dialog
        .meetingId=${value.meeting.id}
        .row=${sending}
        @dialog-closed=${this.sent}
      ></office-message-dialog>`;
    if (!asked || !value) return nothing;
    return html`<office-print-dialog
      .meetingId=${value.meeting.id}
      .printing=${asked}
      .lacks=${value.lacks}
      @printing-agreed=${() => void this.print(value.meeting, asked)}
      @dialog-closed=${this.shut}
    ></office-print-dialog>`;
  }

  private whole(told: Told) {
    const { meeting, rows } = told;
    const now = new Date();
    const ready = lettersToPrint(rows, 'members');
    return html`
      <ui-page-header
        heading="開催通知"
        over="${japaneseDate(meeting.heldOn)}　${meeting.title}"
        back-href=${paths.officeMeeting(meeting.id)}
        back-label=${meeting.title}
      ></ui-page-header>
      <div class="stack">
        ${
          meeting.publishedAt === null
            ? html`<ui-notice kind="warning">
                この会議はまだ公開していません。通知が届く前に、<a href=${paths.officeMeeting(meeting.id)}>会議の画面</a>で公開してください。
              </ui-notice>`
            : nothing
        }
        ${this.refusal ? html`<ui-notice kind="error" heading="できませんでした">${this.refusal}</ui-notice>` : nothing}
        ${
          rows.length === 0
            ? this.empty(meeting)
            : html`<office-notice-form
                class="no-print"
                total=${ready.length}
                missing=${ready.filter((row) => validNotices(row, now).length === 0).length}
                ?busy=${this.busy}
                @print-letters=${(event: Fired<'print-letters'>) => this.onPrint(event, told)}
              ></office-notice-form>`
        }
        ${this.waiting(rows)} ${this.progress()} ${this.printed()}
      </div>
      ${rows.length > 0 ? besidePaper(meeting.id, () => void this.saveMessages(told)) : nothing}
      ${rows.length > 0 ? this.list(told, now) : nothing}
    `;
  }

  private list(told: Told, now: Date) {
    return html`<section aria-labelledby="members">
      <div class="section-head">
        <h2 id="members" tabindex="-1">委員ごとの通知</h2>
        <p>${noticeSummary(told.rows, now)}</p>
      </div>
      <office-notices-table
        .rows=${told.rows}
        ?busy=${this.busy}
        @notice-action=${(event: Fired<'notice-action'>) => void this.onAction(event)}
      ></office-notices-table>
    </section>`;
  }

  private empty(meeting: Meeting) {
    return html`<ui-empty heading="この日に任期のある委員がいません">
      <p>先に委員を登録するか、任期を確かめてください。</p>
      <a class="button primary" href=${paths.officeCommittee(meeting.committee.id)}>委員の登録に進む</a>
    </ui-empty>`;
  }

  /** Whose letters no font can print; the others go. */
  private waiting(rows: readonly NoticeRow[]) {
    const waiting = rows.filter(({ unprintable }) => unprintable !== '');
    if (waiting.length === 0) return nothing;
    return html`<ui-notice kind="warning" heading="${waiting.length}人の通知は、まだ印刷できません">
      <p>どの書体にもない文字が、お名前か住所にあります。委員の登録で置き換えると印刷できます。ほかの方の通知は、いま印刷できます。</p>
      <ul>
        ${waiting.map(({ name, unprintable }) => html`<li>${name}（${unprintable}）</li>`)}
      </ul>
    </ui-notice>`;
  }

  private progress() {
    if (!this.busy || this.printing === 0) return nothing;
    return html`<ui-progress label="通知の印刷" .value=${this.printedCount / this.printing}>
      ${this.printing}通のうち${this.printedCount}通ができました
    </ui-progress>`;
  }

  private printed() {
    const { files } = this.pdf;
    if (files.length === 0 || this.busy) return nothing;
    const [file] = files;
    return html`<ui-notice kind="success" heading="${this.printedCount}通の通知ができました">
      <p>${files.length === 1 ? `「${file?.name}」` : `${files.length}つのPDF`}を保存しました。開いて、Ａ４用紙に片面・実際のサイズ（100％）で印刷してください。</p>
      <p>一人ずつの入り口が印刷されています。印刷が済んだら、保存したファイルは消してください。</p>
      ${files.map(
        ({ name, url }) =>
          html`<p class="no-print"><a class="button quiet" href=${url} download=${name}>${icon('download')}もう一度保存する${files.length > 1 ? `（${name}）` : nothing}</a></p>`,
      )}
    </ui-notice>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-notices-page', OfficeNoticesPage);
