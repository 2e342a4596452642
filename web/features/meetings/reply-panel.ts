import { html, LitElement, nothing } from 'lit';
import type { DocumentSummary } from '../../../contract/documents.ts';
import type { OwnReply, ReplyInput } from '../../../contract/replies.ts';
import { japaneseDate } from '../../../domain/japanese/date.ts';
import { documentName } from '../../../domain/meetings/document.ts';
import { attendanceNames, attendances } from '../../../domain/meetings/reply.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import { ticksSheet } from '../../ui/sheets/ticks.ts';
import '../../ui/ui-choices.ts';
import '../../ui/ui-field.ts';
import { fire } from '../../ui/events.ts';
import { replyPanelSheet } from './reply-panel.styles.ts';

const attendanceChoices = attendances.map((value) => ({ value, label: attendanceNames[value] }));
const paperChoices = [
  { value: 'none', label: 'いりません' },
  { value: 'all', label: '全部ほしい' },
  { value: 'some', label: '資料を選ぶ' },
];

/**
 * The member's own answer to the notice: whether they come, and what they wish on paper. Each tap is an answer.
 * @fires reply-given with the whole answer.
 */
export class ReplyPanel extends LitElement {
  static override properties = {
    reply: { attribute: false },
    documents: { attribute: false },
    opened: { state: true },
    picking: { state: true },
    writing: { state: true },
  };
  declare reply: OwnReply;
  declare documents: readonly DocumentSummary[];
  /** The questions are shown; at first only to whoever has not answered. */
  declare private opened: boolean | null;
  /** 資料を選ぶ was tapped, and nothing is picked yet. */
  declare private picking: boolean;
  declare private writing: boolean;

  constructor() {
    super();
    this.documents = [];
    this.opened = null;
    this.picking = false;
    this.writing = false;
  }

  private give(changes: Partial<ReplyInput>): void {
    const { attendance, word, paper, documentIds } = this.reply;
    // what stands here stays open: one answer is seldom the only one
    this.opened = true;
    fire(this, 'reply-given', { attendance, word, paper, documentIds, ...changes });
  }

  private onPaper(paper: string): void {
    this.picking = paper === 'some';
    if (paper === 'none' || paper === 'all') this.give({ paper, documentIds: [] });
  }

  private pick(id: number, wished: boolean): void {
    const others = this.reply.documentIds.filter((other) => other !== id);
    const documentIds = wished ? [...others, id] : others;
    this.picking = documentIds.length === 0;
    this.give({ paper: documentIds.length === 0 ? 'none' : 'some', documentIds });
  }

  private send(event: SubmitEvent): void {
    event.preventDefault();
    const word = this.renderRoot.querySelector('ui-field')?.value ?? '';
    this.writing = false;
    this.give({ word });
  }

  override render() {
    const { reply } = this;
    if (!reply.open && reply.answeredAt === null) return nothing;
    const opened = reply.open && (this.opened ?? reply.answeredAt === null);
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">お返事</h2>
      ${opened ? this.questions() : this.summary()}
    </section>`;
  }

  private summary() {
    const { reply } = this;
    const paper = reply.paper === 'some' ? `${reply.documentIds.length}件` : reply.paper === 'all' ? '全部' : 'なし';
    return html`<div class="summary">
      <p>
        <span class="one">出欠：<strong>${reply.attendance ? attendanceNames[reply.attendance] : '未回答'}</strong></span>
        <span class="one">紙の資料：<strong>${paper}</strong></span>
      </p>
      ${
        reply.open
          ? html`<button
              class="button"
              @click=${() => {
                this.opened = true;
              }}
            >
              お返事を変える
            </button>`
          : html`<p class="weak">受付は終わりました。変えたいときは、事務局にお電話ください。</p>`
      }
    </div>`;
  }

  private questions() {
    const { reply } = this;
    const lastDay = japaneseDate(reply.lastDay);
    return html`
      <p role="status">
        ${
          reply.answeredAt === null
            ? html`<span class="one">${lastDay}までに、</span><span class="one">ボタンでお知らせください。</span>`
            : html`<strong class="one">お返事を受け付けました。</strong><span class="one">${lastDay}まで変えられます。</span>`
        }
      </p>
      <div class="choices">
      <ui-choices
        label="出欠"
        .value=${reply.attendance ?? ''}
        .choices=${attendanceChoices}
        @change=${(event: Event) => this.give({ attendance: (event.target as HTMLElementTagNameMap['ui-choices']).value as ReplyInput['attendance'] })}
      ></ui-choices>
      <ui-choices
        label="紙の資料"
        .value=${this.picking ? 'some' : reply.answeredAt === null ? '' : reply.paper}
        .choices=${this.documents.length > 0 ? paperChoices : paperChoices.slice(0, 2)}
        @change=${(event: Event) => this.onPaper((event.target as HTMLElementTagNameMap['ui-choices']).value)}
      ></ui-choices>
      </div>
      ${this.picking || reply.paper === 'some' ? this.papers() : nothing} ${this.word()}
    `;
  }

  private papers() {
    return html`<fieldset class="ticks">
      <legend>紙でほしい資料</legend>
      ${this.documents.map(
        (document) => html`<label>
          <input
            type="checkbox"
            .checked=${this.reply.documentIds.includes(document.id)}
            @change=${(event: Event) => this.pick(document.id, (event.target as HTMLInputElement).checked)}
          />
          <span>${documentName(document)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  private word() {
    const { word } = this.reply;
    if (this.writing)
      return html`<form @submit=${this.send}>
        <ui-field label="事務局へのひとこと" hint="例：15分ほど遅れます。" lines="3" maxlength="300" .value=${word}></ui-field>
        <button class="button">送る</button>
      </form>`;
    return html`<div class="summary">
      ${word ? html`<p>事務局へのひとこと：${word}</p>` : nothing}
      <button
        class="button quiet"
        @click=${async () => {
          this.writing = true;
          await this.updateComplete;
          this.renderRoot.querySelector('ui-field')?.focus();
        }}
      >
        ${word ? 'ひとことを直す' : '事務局にひとこと書く'}
      </button>
    </div>`;
  }

  static override styles = [baseSheet, pageSheet, ticksSheet, replyPanelSheet];
}

customElements.define('reply-panel', ReplyPanel);

declare global {
  interface PortalEvents {
    'reply-given': ReplyInput;
  }
  interface HTMLElementTagNameMap {
    'reply-panel': ReplyPanel;
  }
}
