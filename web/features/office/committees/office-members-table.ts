import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Member } from '../../../../contract/committees.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { announce } from '../../../ui/announce.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-menu.ts';
import type { MenuItem } from '../../../ui/ui-menu.ts';
import '../../../ui/ui-move-buttons.ts';
import { type Fired, fire } from '../../../ui/events.ts';
import { termText } from '../dates.ts';
import { moved } from '../moved.ts';
import { officeSheet } from '../office-sheet.ts';

/**
 * The members of a committee; those who left stand folded below. `today` is YYYY-MM-DD.
 * @fires members-ordered with the ids of the present ones in the new order.
 * @fires member-edit, member-retire, member-reinstate, member-delete, member-erase with the member.
 */
export class OfficeMembersTable extends LitElement {
  static override properties = { members: { attribute: false }, today: {} };
  declare members: readonly Member[];
  declare today: string;

  constructor() {
    super();
    this.members = [];
    this.today = '';
  }

  override render() {
    const present = this.members.filter((member) => member.leftOn === null);
    const left = this.members.filter((member) => member.leftOn !== null);
    return html`
      ${present.length > 0 ? this.table(present) : nothing}
      ${
        left.length > 0
          ? html`<details>
              <summary>退任した委員　${left.length}人</summary>
              <ul>
                ${left.map((member) => this.retired(member))}
              </ul>
            </details>`
          : nothing
      }
    `;
  }

  private table(members: readonly Member[]) {
    return html`<div class="scroll">
      <table class="stacking">
        <caption class="visually-hidden">
          委員の一覧
        </caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">職</th>
            <th scope="col">住所</th>
            <th scope="col">任期</th>
            <th scope="col"><span class="visually-hidden">操作</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            members,
            ({ id }) => id,
            (member, index) => this.row(member, index, members),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private report(type: MemberAct, member: Member): () => void {
    return () => fire(this, type, member);
  }

  private retired(member: Member) {
    const when = japaneseDate(member.leftOn ?? '', { weekday: false });
    return html`<li>
      ${member.name}　<span class="weak">${member.position}　${when}退任</span>
      <button
        class="button quiet"
        aria-label="${member.name}さんの退任を元に戻す"
        @click=${this.report('member-reinstate', member)}
      >
        元に戻す
      </button>
      <button
        class="button quiet"
        aria-label="${member.name}さんの個人情報を消去"
        @click=${this.report('member-erase', member)}
      >
        個人情報を消去
      </button>
    </li>`;
  }

  private menu(member: Member): MenuItem[] {
    const retire = { label: '退任とする', run: this.report('member-retire', member) };
    if (member.hasNotices) return [retire];
    return [retire, { label: '登録を削除', danger: true, run: this.report('member-delete', member) }];
  }

  private async move(members: readonly Member[], index: number, { detail: step }: Fired<'moved'>): Promise<void> {
    const ordered = moved(members, index, step);
    fire(
      this,
      'members-ordered',
      ordered.map(({ id }) => id),
    );
    announce(`${members[index]?.name}さんを${index + step + 1}番目に移しました。`);
    // the page sets the new order; the moved row has lost the focus by then
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    this.renderRoot.querySelectorAll('ui-move-buttons')[index + step]?.focusButton(step);
  }

  /** The term of today; for those who go on, since when. */
  private term({ terms, ...member }: Member) {
    const { termFrom, termTo } = terms.at(-1) ?? member;
    const first = terms[0]?.termFrom ?? termFrom;
    return html`${termText(termFrom, termTo).map((part) => html`<span class="whole">${part}</span>`)}
      ${terms.length > 1 ? html`<br /><span class="weak whole">再任${terms.length - 1}回</span><span class="weak whole">（${japaneseDate(first, { weekday: false })}から）</span>` : nothing}`;
  }

  private row(member: Member, index: number, members: readonly Member[]) {
    return html`<tr>
      <td class="name">
        <strong>${member.name}</strong>${member.honorific === '様' ? nothing : html` <span class="weak">${member.honorific}</span>`}${member.kana ? html`<br /><span class="weak">${member.kana}</span>` : nothing}
      </td>
      <td data-label="職">${member.position}</td>
      <td data-label="住所">${member.address ? '登録あり' : html`<span class="chip warning">住所なし</span>`}</td>
      <td data-label="任期">
        ${this.term(member)}
        ${member.termTo < this.today ? html`<span class="chip warning">任期満了</span>` : nothing}
      </td>
      <td class="actions">
        <ui-move-buttons
          label="${member.name}さん"
          ?first=${index === 0}
          ?last=${index === members.length - 1}
          @moved=${(event: Fired<'moved'>) => void this.move(members, index, event)}
        ></ui-move-buttons>
        <button class="button quiet" aria-label="${member.name}さんの登録内容を編集" @click=${this.report('member-edit', member)}>編集</button>
        <ui-menu label="${member.name}さん" .items=${this.menu(member)}></ui-menu>
      </td>
    </tr>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      @container (min-width: 40.0625rem) {
        table {
          min-width: 46rem;
        }
        .name {
          min-width: 9rem;
        }
        td:is([data-label='職'], [data-label='住所']),
        td[data-label='任期'] .whole {
          white-space: nowrap;
        }
        .name > * {
          word-break: keep-all;
        }
        .actions {
          text-align: end;
          white-space: nowrap;
        }
      }
      .actions > * {
        vertical-align: middle;
      }
      details {
        margin-top: 1rem;
      }
      summary {
        min-height: var(--target);
        padding-top: 0.5rem;
        cursor: pointer;
      }
      @media print {
        table {
          min-width: 0;
        }
      }
    `,
  ];
}

type MemberAct = 'member-edit' | 'member-retire' | 'member-reinstate' | 'member-delete' | 'member-erase';

customElements.define('office-members-table', OfficeMembersTable);

declare global {
  interface PortalEvents {
    /** Ids, as they stand now. */
    'members-ordered': number[];
    'member-edit': Member;
    'member-retire': Member;
    'member-delete': Member;
    'member-erase': Member;
    'member-reinstate': Member;
  }
  interface HTMLElementTagNameMap {
    'office-members-table': OfficeMembersTable;
  }
}
