import { css, html, LitElement, type PropertyValues } from 'lit';
import type { DocumentSummary } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-empty.ts';
import '../../../ui/ui-page-header.ts';
import { meetingReading } from '../meeting/meeting-reading.ts';
import { wordsOf } from '../missing.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-document-check.ts';

/** 比べやすさの点検: what will make each paper of a meeting hard to compare with the one before. */
export class OfficeCheckPage extends LitElement {
  static override properties = { params: {}, query: {} };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  private readonly meeting = meetingReading(this, () => Number(this.params.id));

  constructor() {
    super();
    this.params = {};
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.meeting.clear();
    void this.meeting.load();
  }

  override updated(): void {
    if (this.meeting.value) setTitle(`比べやすさの点検　${this.meeting.value.title}`);
  }

  override render() {
    return html`<office-frame current="committees">
      ${readingFace(this.meeting, (meeting) => this.whole(meeting), wordsOf('会議'))}
    </office-frame>`;
  }

  private whole(meeting: Meeting) {
    const { documents } = meeting;
    const isReady = ({ revision, counterpart }: DocumentSummary) => revision.state === 'ready' && counterpart !== null;
    return html`
      <ui-page-header
        heading="比べやすさの点検"
        over="${japaneseDate(meeting.heldOn)}　${meeting.title}"
        back-href=${paths.officeMeeting(meeting.id)}
        back-label=${meeting.title}
      >
        <button class="button small" @click=${() => print()}>印刷する</button>
      </ui-page-header>
      ${
        documents.length === 0
          ? html`<ui-empty heading="資料がまだありません">
              <p>資料を置くと、前年の資料と比べにくいところをここで確かめられます。</p>
              <a class="button primary" href=${paths.officeMeeting(meeting.id)}>資料を置く</a>
            </ui-empty>`
          : html`<p class="weak reading">委員が前年の資料と比べるときに、迷うおそれのあるところです。公開の前に、ここで確かめられます。</p>
              <div class="stack">
                ${documents.filter(isReady).map((document) => html`<office-document-check .document=${document}></office-document-check>`)}
                ${this.others(documents.filter((document) => !isReady(document)))}
              </div>`
      }
    `;
  }

  private others(documents: readonly DocumentSummary[]) {
    if (documents.length === 0) return null;
    return html`<section aria-labelledby="others">
      <h2 id="others">比べていない資料</h2>
      <ul>
        ${documents.map((document) => html`<li>${documentName(document)}　<span class="weak">${reasonOf(document)}</span></li>`)}
      </ul>
    </section>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .reading {
        margin-bottom: 1.5rem;
      }
      .stack > section:first-child {
        margin-top: 0;
      }
    `,
  ];
}

function reasonOf({ revision, counterpart }: DocumentSummary): string {
  if (revision.state === 'failed') return '読み取れませんでした。会議の画面で、やり直すか差し替えてください。';
  if (revision.state !== 'ready') return '読み取っています。終わると、ここに出ます。';
  if (counterpart === null)
    return '前年の同じ資料が見つかりません。前年の資料があるときは、会議の画面の「編集」で選べます。';
  return '';
}
customElements.define('office-check-page', OfficeCheckPage);
