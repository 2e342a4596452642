import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Notice, NoticeRow } from '../../../../contract/notices.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { momentText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import { noticeState, validNotices } from './notice-state.ts';

const chips = {
  opened: { label: '開封', tone: 'good' },
  issued: { label: '発行済み', tone: 'plain' },
  revoked: { label: '無効', tone: 'bad' },
  expired: { label: '期限切れ', tone: 'warning' },
} as const;

/**
 * The members with the letters sent to them.
 * @fires notice-action with what a person wants done, and to which letter.
 */
export class OfficeNoticesTable extends LitElement {
  static override properties = { rows: { attribute: false }, busy: { type: Boolean } };
  declare rows: readonly NoticeRow[];
  declare busy: boolean;

  constructor() {
    super();
    this.rows = [];
    this.busy = false;
  }

  private report(type: NoticeAction['type'], row: NoticeRow, notice: Notice | null = null): () => void {
    return () => {
      if (!this.busy) this.dispatchEvent(new NoticeActionEvent({ type, row, notice }));
    };
  }

  override render() {
    return html`<div class="scroll">
      <table class="stacking">
        <caption class="visually-hidden">
          委員ごとの通知
        </caption>
        <thead>
          <tr>
            <th scope="col">委員</th>
            <th scope="col">通知の状態</th>
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

  private row(row: NoticeRow) {
    const valid = validNotices(row, new Date()).length > 0;
    return html`<tr>
      <td class="name">
        <strong>${row.name}</strong><br /><span class="weak">${row.position}</span>
        ${row.addressed ? nothing : html`<span class="chip warning">住所なし</span>`}
      </td>
      <td>
        ${
          row.notices.length === 0
            ? html`<span class="chip">未発行</span>`
            : html`<ul>
                ${repeat(
                  row.notices,
                  ({ id }) => id,
                  (notice) => html`<li>${this.notice(row, notice)}</li>`,
                )}
              </ul>`
        }
      </td>
      <td class="actions no-print">
        <button class="button small" aria-label="${row.name}さん、この方だけ印刷" @click=${this.report('print-one', row)}>
          この方だけ印刷
        </button>
        ${
          valid
            ? html`<button class="button small" aria-label="${row.name}さんの通知を再発行" @click=${this.report('reissue', row)}>
                再発行
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private notice(row: NoticeRow, notice: Notice) {
    const state = noticeState(notice, new Date());
    const chip = chips[state];
    return html`<span class="chip ${chip.tone}">${chip.label}</span>
      <span class="moments">
        ${momentText(notice.issuedAt)}に発行
        ${notice.firstOpenedAt ? html`<br />${momentText(notice.firstOpenedAt)}に初めて開封` : nothing}
        ${notice.revokedAt ? html`<br />${momentText(notice.revokedAt)}に無効` : nothing}
      </span>
      ${
        state === 'issued' || state === 'opened'
          ? html`<button
              class="button small danger no-print"
              aria-label="${row.name}さんに${momentText(notice.issuedAt)}に発行した通知を無効にする"
              @click=${this.report('revoke', row, notice)}
            >
              無効にする
            </button>`
          : nothing
      }`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      @media (min-width: 40.0625rem) {
        table {
          min-width: 44rem;
        }
        .name {
          min-width: 9rem;
        }
        .actions {
          text-align: end;
          white-space: nowrap;
        }
      }
      ul {
        display: grid;
        gap: 0.5rem;
      }
      li {
        display: grid;
        grid-template-columns: 5.5rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.75rem;
      }
      li .chip {
        text-align: center;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: 5.5rem minmax(0, 1fr);
        }
        li .button {
          grid-column: 2;
          justify-self: start;
        }
      }
      @media print {
        table {
          min-width: 0;
        }
      }
    `,
  ];
}

export interface NoticeAction {
  readonly type: 'print-one' | 'reissue' | 'revoke';
  readonly row: NoticeRow;
  /** The letter meant; only to revoke. */
  readonly notice: Notice | null;
}

export class NoticeActionEvent extends CustomEvent<NoticeAction> {
  constructor(detail: NoticeAction) {
    super('notice-action', { detail });
  }
}
customElements.define('office-notices-table', OfficeNoticesTable);

declare global {
  interface HTMLElementTagNameMap {
    'office-notices-table': OfficeNoticesTable;
  }
}
