import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { DocumentSummary } from '../../../contract/documents.ts';
import type { Meeting } from '../../../contract/meetings.ts';
import type { OwnReply } from '../../../contract/replies.ts';
import type { Session } from '../../../contract/sessions.ts';
import { phoneHref } from '../../../domain/japanese/contact.ts';
import { japaneseDate, japaneseTime } from '../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { agendaNumbers } from '../../../domain/meetings/agenda-numbering.ts';
import { opennessText } from '../../../domain/meetings/document.ts';
import { fullTitle } from '../../../domain/meetings/ordinal.ts';
import { lastReplyDay } from '../../../domain/meetings/reply.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { readMeeting } from '../../client/meetings.ts';
import { navigate, setTitle } from '../../client/navigation.ts';
import { files, paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { giveReply } from '../../client/replies.ts';
import { readSession } from '../../client/sessions.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { icon } from '../../ui/icons.ts';
import { phrased } from '../../ui/phrased.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import { toast } from '../../ui/toast.ts';
import '../../ui/ui-empty.ts';
import './document-card.ts';
import { newsLine } from './news-line.ts';
import './other-committees.ts';
import './reply-panel.ts';
import type { Fired } from '../../ui/events.ts';
import { groupByAgenda } from './agenda.ts';
import { leaveDevice } from './leave-device.ts';
import { meetingPageSheet } from './meeting-page.styles.ts';

const pollMilliseconds = 3000;

/** A meeting as its members see it. */
export class MeetingPage extends LitElement {
  static override properties = { params: {}, query: {}, session: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private session: Session | null;
  private readonly meeting = new Reading<Meeting>(this, {
    read: (signal) => readMeeting(Number(this.params.id), { signal }),
    onValue: ({ title }) => setTitle(title),
    again: ({ documents }) => (documents.some(isUnfinished) ? pollMilliseconds : null),
  });

  constructor() {
    super();
    this.params = {};
    this.session = null;
  }

  /** An official looks at what members will see. */
  private get isPreview(): boolean {
    return this.query?.has('preview') ?? false;
  }

  private readWhose(): void {
    readSession().then(
      (session) => {
        this.session = session;
      },
      () => undefined,
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.meeting.clear();
    void this.meeting.load();
    this.readWhose();
  }

  private async onReply(meeting: Meeting, { detail }: Fired<'reply-given'>): Promise<void> {
    try {
      if (this.isPreview) return toast('見本の画面です。お返事は送られません。');
      const reply = await giveReply(meeting.id, detail);
      const { value } = this.meeting;
      if (value?.id === meeting.id) this.meeting.show({ ...value, reply });
    } catch (error) {
      toast(sentenceOf(error));
      // what was tapped is not stored: show what is
      void this.meeting.load();
    }
  }

  private async leave(): Promise<void> {
    try {
      if (await leaveDevice()) navigate(paths.entry);
    } catch (error) {
      toast(sentenceOf(error));
    }
  }

  override render() {
    return html`
      ${this.isPreview ? previewBand : this.session?.member ? this.whose(this.session.member.name) : nothing}
      ${readingFace(this.meeting, (meeting) => this.whole(meeting))}
    `;
  }

  private whole(meeting: Meeting) {
    const reply = meeting.reply ?? (this.isPreview ? unansweredReply(meeting) : null);
    return html`
      <p class="committee">${meeting.committee.name}　${phrased(fiscalYearLabel(meeting.fiscalYear))}</p>
      <h1>${phrased(fullTitle(meeting))}</h1>
      <dl>
        <div><dt>日時</dt><dd><span>${japaneseDate(meeting.heldOn)}</span> ${this.time(meeting)}</dd></div>
        ${meeting.place ? html`<div><dt>場所</dt><dd>${meeting.place.split(/\s+/).map((part) => html`<span>${part}</span> `)}</dd></div>` : nothing}
        ${meeting.openness ? html`<div><dt>会議の公開</dt><dd>${opennessText(meeting)}</dd></div>` : nothing}
      </dl>
      ${
        reply
          ? html`<reply-panel
              .reply=${reply}
              .documents=${meeting.documents.filter(isOfMeeting)}
              @reply-given=${(event: Fired<'reply-given'>) => void this.onReply(meeting, event)}
            ></reply-panel>`
          : nothing
      }
      ${newsLine(meeting)} ${this.materials(meeting)} ${this.minutesBefore(meeting)} ${this.together(meeting)}${this.ownNotes()} ${this.register(meeting)} ${this.others(meeting)}
      ${this.isPreview ? nothing : html`<other-committees .meetingId=${meeting.id}></other-committees>`}
      <section class="contact">
        <h2>お問い合わせ</h2>
        <p>${meeting.committee.department}　電話 <a class="phone" href=${phoneHref(meeting.committee.phone)}>${meeting.committee.phone}</a></p>
      </section>
    `;
  }

  private time({ startsAt, endsAt }: Meeting) {
    return html`<span class="time">${japaneseTime(startsAt)}から</span>${endsAt ? html`<span>${japaneseTime(endsAt)}まで</span>` : nothing}`;
  }

  private materials(meeting: Meeting) {
    if (meeting.documents.length === 0)
      return html`${this.agenda(meeting)}<section>
        <ui-empty heading="資料はまだありません"><p>公開されると、ここに並びます。</p></ui-empty>
      </section>`;
    return groupByAgenda(meeting).map(
      (
        group,
        index,
      ) => html`<section class="group ${group.documents.length === 0 ? 'empty' : ''}" aria-labelledby="group-${index}">
        <h2 id="group-${index}" data-level=${group.level}>${numbered(group.number, group.title)}</h2>
        ${
          group.documents.length === 0
            ? html`<p class="weak">資料はありません</p>`
            : html`<ul class="cards">${group.documents.map((document) => this.card(document, meeting))}</ul>`
        }
      </section>`,
    );
  }

  /** What will be talked about, before there is any paper of it. */
  private agenda({ agenda }: Meeting) {
    if (agenda.length === 0) return nothing;
    const numbers = agendaNumbers(agenda);
    return html`<section aria-labelledby="agenda">
      <h2 id="agenda">次第</h2>
      <ul class="agenda">
        ${agenda.map(({ title, level }, at) => html`<li data-level=${level}>${numbered(numbers[at] ?? '', title)}</li>`)}
      </ul>
    </section>`;
  }

  private minutesBefore({ minutesBefore }: Meeting) {
    if (!minutesBefore) return nothing;
    const { id, title, meetingTitle, heldOn } = minutesBefore;
    return html`<section aria-labelledby="minutes">
      <h2 id="minutes">前の会議の議事録</h2>
      <ul class="others">
        <li>
          <a href="${paths.document(id)}${this.isPreview ? '?preview' : ''}">
            <span class="chip">議事録</span>
            <span class="name">${phrased(title)}</span>
            <span class="weak">${phrased(meetingTitle)}（${japaneseDate(heldOn)}）</span>
            ${icon('forward')}
          </a>
        </li>
      </ul>
    </section>`;
  }

  private together({ id, documents: all }: Meeting) {
    const documents = all.filter(isOfMeeting);
    if (documents.length < 2) return nothing;
    return html`<p class="together">
      <a class="button" href=${files.papers(id)} target="_blank">${icon('print')}資料${documents.length}件を１つのPDFで開く</a>
      <span class="weak">まとめて印刷や保存ができます。</span>
    </p>`;
  }

  private ownNotes() {
    if (this.isPreview || !this.session?.member) return nothing;
    return html`<p class="together">
      <a class="button" href=${paths.notes}>${icon('list')}書き込み一覧</a>
      <span class="weak">これまでの資料に書いたものを、まとめて見られます。</span>
    </p>`;
  }

  private card(document: DocumentSummary, meeting: Meeting) {
    return html`<li><document-card .document=${document} .fiscalYear=${meeting.fiscalYear}></document-card></li>`;
  }

  private register({ hasRegister, committee, id }: Meeting) {
    if (!hasRegister) return nothing;
    return html`<section aria-labelledby="register">
      <h2 id="register">取組の一覧</h2>
      <ul class="others">
        <li>
          <a href=${paths.register(committee.id, { meeting: id })}>
            <span class="chip">全年度</span>
            <span class="name">取組ごとの目標と実績を見る</span>
            <span></span>
            ${icon('forward')}
          </a>
        </li>
      </ul>
    </section>`;
  }

  private others(meeting: Meeting) {
    if (meeting.others.length === 0) return nothing;
    const areBefore = meeting.others.every(({ heldOn }) => heldOn <= meeting.heldOn);
    return html`<section aria-labelledby="others">
      <h2 id="others">${areBefore ? 'これまでの会議' : '前後の会議'}</h2>
      <ul class="others">
        ${meeting.others.map(
          (other) => html`<li>
            <a href=${paths.meeting(other.id)}>
              <span class="chip">${fiscalYearLabel(other.fiscalYear)}</span>
              <span class="name">${phrased(other.title)}${other.newsCount > 0 ? html` <span class="chip">新しい資料${other.newsCount}件</span>` : nothing}</span>
              <span class="weak">${japaneseDate(other.heldOn)}</span>
              ${icon('forward')}
            </a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private whose(name: string) {
    return html`<div class="whose">
      <p><strong>${name} 委員</strong>の画面です</p>
      <button class="button quiet" @click=${this.leave}>この端末での閲覧を終える</button>
    </div>`;
  }

  static override styles = [baseSheet, pageSheet, meetingPageSheet];
}

/** A number, and beside it what it numbers, on as many lines as that takes. */
const numbered = (number: string, title: string) =>
  html`<span class="numbered">${number ? html`<span>${number}　</span>` : nothing}<span>${phrased(title)}</span></span>`;

const previewBand = html`<div class="whose">
  <p><strong>委員に見える画面の見本</strong>です。まだ公開していない資料も、公開したあとのように並べています。</p>
</div>`;

/** What a member finds who has not answered yet. */
function unansweredReply({ heldOn, replyBy }: Meeting): OwnReply {
  const lastDay = lastReplyDay({ heldOn, replyBy });
  return { attendance: null, word: '', paper: 'none', documentIds: [], answeredAt: null, lastDay, open: true };
}

/** Not what is written after it. */
const isOfMeeting = ({ kind }: DocumentSummary) => kind !== 'minutes';

function isUnfinished({ revision: { state } }: DocumentSummary): boolean {
  return state === 'waiting' || state === 'processing';
}

customElements.define('meeting-page', MeetingPage);
