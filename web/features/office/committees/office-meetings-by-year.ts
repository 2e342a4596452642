import { css, html, LitElement } from 'lit';
import type { MeetingSummary } from '../../../../contract/meetings.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { fullTitle } from '../../../../domain/meetings/ordinal.ts';
import { paths } from '../../../client/paths.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { officeSheet } from '../office-sheet.ts';

/** A committee's meetings under their fiscal years, newest first as they are given. */
export class OfficeMeetingsByYear extends LitElement {
  static override properties = { meetings: { attribute: false } };
  declare meetings: readonly MeetingSummary[];

  constructor() {
    super();
    this.meetings = [];
  }

  override render() {
    const years = [...new Set(this.meetings.map(({ fiscalYear }) => fiscalYear))];
    return years.map(
      (year) => html`<h3>${fiscalYearLabel(year)}</h3>
        <ul>
          ${this.meetings.filter(({ fiscalYear }) => fiscalYear === year).map((meeting) => this.row(meeting))}
        </ul>`,
    );
  }

  private row(meeting: MeetingSummary) {
    return html`<li>
      <span class="chip ${meeting.published ? 'good' : 'plain'}">${meeting.published ? '公開中' : '準備中'}</span>
      <a class="target" href=${paths.officeMeeting(meeting.id)}>${fullTitle(meeting)}</a>
      <span>${japaneseDate(meeting.heldOn)}</span>
      <span class="weak">資料${meeting.documentCount}件</span>
    </li>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      h3 {
        margin-top: 1rem;
        padding-bottom: 0.25rem;
        border-bottom: 1px solid var(--color-line);
      }
      h3:first-child {
        margin-top: 0;
      }
      li {
        display: grid;
        grid-template-columns: 5rem minmax(0, 1fr) auto 5rem;
        align-items: center;
        gap: 0 1rem;
        padding: 0.25rem 0;
        border-bottom: 1px solid var(--color-line-weak);
      }
      .chip {
        text-align: center;
      }
      li > :last-child {
        text-align: end;
      }
      @container (max-width: 40rem) {
        li {
          grid-template-columns: auto minmax(0, 1fr);
        }
        li .target {
          grid-column: 1 / -1;
          grid-row: 1;
        }
        li > :last-child {
          display: none;
        }
      }
    `,
  ];
}
customElements.define('office-meetings-by-year', OfficeMeetingsByYear);

declare global {
  interface HTMLElementTagNameMap {
    'office-meetings-by-year': OfficeMeetingsByYear;
  }
}
