import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Notice, NoticeRow } from '../../../../contract/notices.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-menu.ts';
import { fire } from '../../../ui/events.ts';
import type { MenuItem } from '../../../ui/ui-menu.ts';
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
      if (!this.busy) fire(this, 'notice-action', { type, row, notice });
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
    const valid = validNotices(row, new Date());
    return html`<tr>
      <td class="name">
        <strong>${row.name}</strong><br /><span class="weak">${row.position}</span>
        ${row.addressed ? nothing : html`<span class="chip warning">住所なし</span>`}
        ${row.unprintable ? html`<span class="chip bad">印刷できない文字</span>` : nothing}
      </td>
      <td>
        ${
          row.notices.length === 0
            ? html`<span class="chip">未発行</span>`
            : html`<ul>
                ${repeat(
                  row.notices,
                  ({ id }) => id,
                  (notice) => html`<li>${this.notice(notice)}</li>`,
                )}
              </ul>`
        }
      </td>
      <td class="actions no-print">
        <button class="button quiet" aria-label="${row.name}さん、この方だけ印刷" @click=${this.report('print-one', row)}>
          この方だけ印刷
        </button>
        <ui-menu label="${row.name}さん" .items=${this.menu(row, valid)}></ui-menu>
      </td>
    </tr>`;
  }

  private menu(row: NoticeRow, valid: readonly Notice[]): MenuItem[] {
    return [
      { label: 'メールや画面で渡す', run: this.report('send', row) },
      ...(valid.length > 0 ? [{ label: '再発行（前の通知は無効）', run: this.report('reissue', row) }] : []),
      ...valid.map((notice) => ({
        label: `${momentText(notice.issuedAt)}の通知を無効にする`,
        danger: true,
        run: this.report('revoke', row, notice),
      })),
    ];
  }

  private notice(notice: Notice) {
    const state = noticeState(notice, new Date());
    const chip = chips[state];
    return html`<span class="chip ${chip.tone}">${chip.label}</span>
      <span class="moments">
        ${momentText(notice.issuedAt)}に発行
        ${notice.firstOpenedAt ? html`<br />${momentText(notice.firstOpenedAt)}に初めて開封` : nothing}
        ${notice.revokedAt ? html`<br />${momentText(notice.revokedAt)}に無効` : nothing}
      </span>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      @container (min-width: 40.0625rem) {
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
        grid-template-columns: 5.5rem minmax(0, 1fr);
        align-items: center;
        gap: 0.75rem;
      }
      li .chip {
        text-align: center;
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
  readonly type: 'print-one' | 'send' | 'reissue' | 'revoke';
  readonly row: NoticeRow;
  /** The letter meant; only to revoke. */
  readonly notice: Notice | null;
}

customElements.define('office-notices-table', OfficeNoticesTable);

declare global {
  interface PortalEvents {
    'notice-action': NoticeAction;
  }
  interface HTMLElementTagNameMap {
    'office-notices-table': OfficeNoticesTable;
  }
}
