import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CommitteeSummary } from '../../../../contract/committees.ts';
import type { OfficialAccount } from '../../../../contract/officials.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-menu.ts';
import { fire } from '../../../ui/events.ts';
import type { MenuItem } from '../../../ui/ui-menu.ts';
import { momentText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';

type Act = 'edit' | 'reset' | 'stop' | 'reinstate';

/**
 * The officials with what they work on; those who were stopped stand folded below.
 * @fires official-act with what an administrator wants done, and to whom.
 */
export class OfficeOfficialsTable extends LitElement {
  static override properties = {
    officials: { attribute: false },
    committees: { attribute: false },
    ownId: { attribute: false },
  };
  declare officials: readonly OfficialAccount[];
  declare committees: readonly CommitteeSummary[];
  /** Whoever looks: nobody stops or resets themselves. */
  declare ownId: number;

  constructor() {
    super();
    this.officials = [];
    this.committees = [];
    this.ownId = 0;
  }

  private report(act: Act, official: OfficialAccount): () => void {
    return () => fire(this, 'official-act', { act, official });
  }

  override render() {
    const present = this.officials.filter(({ state }) => state !== 'stopped');
    const stopped = this.officials.filter(({ state }) => state === 'stopped');
    return html`<div class="scroll">
        <table class="stacking">
          <caption class="visually-hidden">
            職員の一覧
          </caption>
          <thead>
            <tr>
              <th scope="col">氏名</th>
              <th scope="col">担当</th>
              <th scope="col">状態</th>
              <th scope="col"><span class="visually-hidden">操作</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              present,
              ({ id }) => id,
              (official) => this.row(official),
            )}
          </tbody>
        </table>
      </div>
      ${present.length === 1 ? this.alone() : nothing} ${stopped.length > 0 ? this.stopped(stopped) : nothing}`;
  }

  private alone() {
    return html`<p class="weak after">
      職員はまだ1人だけです。担当の方を「職員を招待」から招待すると、会議体ごとに分担できます。管理者が不在のときに備えて、もう1人を管理者にすることをお勧めします。
    </p>`;
  }

  private row(official: OfficialAccount) {
    return html`<tr>
      <td class="name">
        <strong>${official.name}</strong>${official.id === this.ownId ? html`　<span class="weak">（ご自分）</span>` : nothing}<br />
        <span class="weak">${official.email}</span>
      </td>
      <td data-label="担当">${this.duties(official)}</td>
      <td data-label="状態">${this.state(official)}</td>
      <td class="actions">
        <button class="button quiet" aria-label="${official.name}さんの登録内容を変更" @click=${this.report('edit', official)}>変更</button>
        ${official.id === this.ownId ? nothing : html`<ui-menu label="${official.name}さん" .items=${this.menu(official)}></ui-menu>`}
      </td>
    </tr>`;
  }

  private menu(official: OfficialAccount): MenuItem[] {
    const invited = official.state === 'invited';
    return [
      { label: invited ? '招待し直す' : 'パスワードを再設定', run: this.report('reset', official) },
      { label: '利用を止める', danger: true, run: this.report('stop', official) },
    ];
  }

  private duties({ role, committeeIds }: OfficialAccount) {
    if (role === 'administrator') return html`<strong>管理者</strong>（すべての会議体）`;
    const names = this.committees.filter(({ id }) => committeeIds.includes(id)).map(({ name }) => name);
    return names.length > 0 ? names.join('、') : html`<span class="chip warning">担当なし</span>`;
  }

  private state({ state, invitedUntil, lastUsedAt, passkeyCount }: OfficialAccount) {
    if (state === 'invited')
      return invitedUntil
        ? html`<span class="chip plain">招待中</span> <span class="weak">${whole(`${momentText(invitedUntil)}まで`)}</span>`
        : html`<span class="chip warning">招待の期限切れ</span>`;
    return html`<span>${lastUsedAt ? whole(`${momentText(lastUsedAt)}に利用`) : 'サインイン中の端末はありません'}</span>
      ${passkeyCount > 0 ? html`<br /><span class="weak">パスキーあり</span>` : nothing}`;
  }

  private stopped(officials: readonly OfficialAccount[]) {
    return html`<details>
      <summary>利用を止めた職員　${officials.length}人</summary>
      <ul>
        ${officials.map(
          (official) => html`<li>
            <span>${official.name}　<span class="weak">${official.email}</span></span>
            <button class="button small" aria-label="${official.name}さんの利用を再開する" @click=${this.report('reinstate', official)}>
              利用を再開する
            </button>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .name span {
        overflow-wrap: anywhere;
      }
      .piece {
        display: inline-block;
      }
      .actions {
        white-space: nowrap;
      }
      .actions ui-menu {
        display: inline-block;
      }
      .after {
        margin-top: 1.5rem;
      }
      details {
        margin-top: 1.5rem;
      }
      summary {
        min-height: var(--target);
        padding-top: 0.5rem;
        cursor: pointer;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--color-line-weak);
      }
      .actions .button {
        min-height: var(--target);
        padding: 0.25rem 0.5rem;
      }
      @container (min-width: 40.0625rem) {
        .actions {
          text-align: end;
        }
      }
    `,
  ];
}

/** A date and a time of day, each in one piece. */
const whole = (moment: string) => moment.split('　').map((part) => html`<span class="piece">${part}</span> `);

customElements.define('office-officials-table', OfficeOfficialsTable);

declare global {
  interface PortalEvents {
    'official-act': { readonly act: Act; readonly official: OfficialAccount };
  }
  interface HTMLElementTagNameMap {
    'office-officials-table': OfficeOfficialsTable;
  }
}
