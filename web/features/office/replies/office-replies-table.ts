import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PrintedPaper, ReplyRow } from '../../../../contract/replies.ts';
import { spokenName } from '../../../../domain/meetings/document.ts';
import { attendanceNames } from '../../../../domain/meetings/reply.ts';
import { fire } from '../../../ui/events.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { momentText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';

const tones = { present: 'good', online: 'good', absent: 'plain' } as const;

/**
 * The members with what they answered, and when they last looked.
 * @fires reply-chosen with the row that a person wants to fill in.
 */
export class OfficeRepliesTable extends LitElement {
  static override properties = { rows: { attribute: false }, papers: { attribute: false } };
  declare rows: readonly ReplyRow[];
  declare papers: readonly PrintedPaper[];

  constructor() {
    super();
    this.rows = [];
    this.papers = [];
  }

  override render() {
    return html`<div class="scroll">
      <table class="stacking">
        <caption class="visually-hidden">
          委員のお返事
        </caption>
        <thead>
          <tr>
            <th scope="col">委員</th>
            <th scope="col">出欠</th>
            <th scope="col">紙の資料</th>
            <th scope="col">最後に開いた日時</th>
            <th scope="col" class="no-print"><span class="visually-hidden">操作</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.rows,
            ({ memberId }) => memberId,
            (row) => this.row(row),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private row(row: ReplyRow) {
    return html`<tr>
      <td class="name"><strong>${row.name}</strong><br /><span class="weak">${row.position}</span></td>
      <td data-label="出欠">
        ${
          row.attendance === null
            ? html`<span class="chip">未回答</span>`
            : html`<span class="chip ${tones[row.attendance]}">${attendanceNames[row.attendance]}</span>`
        }
        ${row.entered ? html`<span class="weak">事務局が入力</span>` : nothing}
        ${row.word ? html`<p class="word">「${row.word}」</p>` : nothing}
      </td>
      <td data-label="紙の資料">${row.answeredAt === null ? html`<span class="weak">未回答</span>` : this.paper(row)}</td>
      <td data-label="最後に開いた日時">
        ${row.openedAt === null ? html`<span class="chip warning">まだ開いていません</span>` : momentText(row.openedAt)}
      </td>
      <td class="actions no-print">
        <button
          class="button quiet"
          aria-label="${row.name}さんのお返事を入力"
          @click=${() => fire(this, 'reply-chosen', row)}
        >
          入力
        </button>
      </td>
    </tr>`;
  }

  private paper({ paper, documentIds }: ReplyRow): string {
    if (paper === 'none') return 'いらない';
    if (paper === 'all') return '全部';
    const wished = this.papers.filter(({ id }) => documentIds.includes(id));
    return wished.map(spokenName).join('、') || 'いらない';
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .word {
        margin-top: 0.25rem;
      }
      @container (min-width: 40.0625rem) {
        table {
          min-width: 48rem;
        }
        .name {
          min-width: 9rem;
        }
        .actions {
          text-align: end;
        }
      }
    `,
  ];
}

customElements.define('office-replies-table', OfficeRepliesTable);

declare global {
  interface PortalEvents {
    'reply-chosen': ReplyRow;
  }
  interface HTMLElementTagNameMap {
    'office-replies-table': OfficeRepliesTable;
  }
}
