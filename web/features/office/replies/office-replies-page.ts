import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Meeting } from '../../../../contract/meetings.ts';
import type { ReplyList, ReplyRow } from '../../../../contract/replies.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { attendanceNames, attendances } from '../../../../domain/meetings/reply.ts';
import { readMeeting } from '../../../client/meetings.ts';
import { setTitle } from '../../../client/navigation.ts';
import { files, paths } from '../../../client/paths.ts';
import { listReplies } from '../../../client/replies.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-empty.ts';
import '../../../ui/ui-page-header.ts';
import { today } from '../dates.ts';
import { wordsOf } from '../missing.ts';
import '../office-frame.ts';
import { answerOf } from '../answer.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-printed-papers.ts';
import './office-replies-table.ts';
import './office-reply-form.ts';
import type { Fired } from '../../../ui/events.ts';

interface Told extends ReplyList {
  readonly meeting: Meeting;
}

/** Who comes to a meeting, who has looked at its materials, and what is to be printed for whom. */
export class OfficeRepliesPage extends LitElement {
  static override properties = { params: {}, query: {}, entering: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private entering: ReplyRow | null;
  private readonly told = answerOf<Told>(this, async () => {
    const [meeting, list] = await Promise.all([readMeeting(this.meetingId), listReplies(this.meetingId)]);
    return { meeting, ...list };
  });

  constructor() {
    super();
    this.params = {};
    this.entering = null;
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
    if (this.told.value) setTitle(`出欠と紙の希望　${this.told.value.meeting.title}`);
  }

  private readonly shut = (): void => {
    this.entering = null;
  };

  private readonly saved = (): void => {
    const name = this.entering?.name ?? '';
    this.entering = null;
    toast(`${name}さんのお返事を保存しました。`);
    void this.told.load();
  };

  override render() {
    return html`<office-frame current="committees">
        ${readingFace(this.told, (told) => this.whole(told), wordsOf('会議'))}
      </office-frame>
      ${this.entering && this.told.value ? this.form(this.entering, this.told.value) : nothing}`;
  }

  private whole(told: Told) {
    const { meeting, rows, papers, lastDay } = told;
    return html`
      <ui-page-header
        heading="出欠と紙の希望"
        over="${japaneseDate(meeting.heldOn)}　${meeting.title}"
        back-href=${paths.officeMeeting(meeting.id)}
        back-label=${meeting.title}
      ></ui-page-header>
      ${
        rows.length === 0
          ? html`<ui-empty heading="この日に任期のある委員がいません">
              <p>先に委員を登録するか、任期を確かめてください。</p>
              <a class="button primary" href=${paths.officeCommittee(meeting.committee.id)}>委員の登録に進む</a>
            </ui-empty>`
          : html`<p class="weak">${receptionOf(lastDay)}電話などで聞いたお返事は、ここで入力できます。</p>
              <section aria-labelledby="members">
                <div class="section-head">
                  <h2 id="members" tabindex="-1">委員のお返事</h2>
                  <p>${summaryOf(rows)}</p>
                </div>
                <office-replies-table
                  .rows=${rows}
                  .papers=${papers}
                  @reply-chosen=${({ detail }: Fired<'reply-chosen'>) => {
                    this.entering = detail;
                  }}
                ></office-replies-table>
                <p class="row after no-print">
                  <a class="button small" href=${files.replies(meeting.id)}>${icon('download')}一覧をCSVで保存する</a>
                </p>
              </section>
              <section aria-labelledby="printing">
                <h2 id="printing" tabindex="-1">印刷する資料</h2>
                <office-printed-papers .papers=${papers} members=${rows.length} meeting-id=${meeting.id}></office-printed-papers>
              </section>`
      }
    `;
  }

  private form(row: ReplyRow, { meeting, papers }: Told) {
    return html`<office-reply-form
      .row=${row}
      .papers=${papers}
      meeting-id=${meeting.id}
      @reply-saved=${this.saved}
      @dialog-closed=${this.shut}
    ></office-reply-form>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .after {
        margin-top: 1rem;
      }
    `,
  ];
}

function receptionOf(lastDay: string): string {
  const day = japaneseDate(lastDay);
  if (today() > lastDay) return `委員からの受付は、${day}で終わりました。`;
  return `委員は、会議の画面から${day}まで答えられます。`;
}

/** 出席８人、オンライン１人、欠席０人、未回答３人 */
function summaryOf(rows: readonly ReplyRow[]): string {
  const counts = attendances.map((one) => `${attendanceNames[one]}${countOf(rows, one)}人`);
  return [...counts, `未回答${countOf(rows, null)}人`].join('、');
}

const countOf = (rows: readonly ReplyRow[], attendance: ReplyRow['attendance']) =>
  rows.filter((row) => row.attendance === attendance).length;

customElements.define('office-replies-page', OfficeRepliesPage);
