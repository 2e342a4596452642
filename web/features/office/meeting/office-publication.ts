import { css, html, LitElement, nothing } from 'lit';
import type { Meeting } from '../../../../contract/meetings.ts';
import { paths } from '../../../client/paths.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-notice.ts';
import { fire } from '../../../ui/events.ts';
import { momentText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';

/**
 * Whether members see the meeting, and the way to change that.
 * @fires publish when a person presses the button. @fires plan when they want to set or change the moment.
 * @fires cancel-plan when they want it no more.
 */
export class OfficePublication extends LitElement {
  static override properties = { meeting: { attribute: false }, busy: { type: Boolean } };
  declare meeting: Meeting;
  declare busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  private readonly publish = (): void => {
    if (!this.busy) fire(this, 'publish');
  };

  override render() {
    const { meeting } = this;
    const { publishedAt, unpublishedCount } = meeting;
    const changed = publishedAt !== null && unpublishedCount > 0;
    return html`<div class="panel ${changed ? 'changed' : publishedAt ? 'live' : ''}">
      <div>
        <p class="state">
          <span class="chip ${publishedAt ? 'good' : 'plain'}">${publishedAt ? '公開中' : '準備中'}</span>
          ${changed ? html`<span class="chip warning">未公開の変更があります</span>` : nothing}
        </p>
        <p>${this.sentence(changed)}</p>
      </div>
      <div class="row">
        ${publishedAt && !changed ? html`<a class="button primary" href=${paths.officeNotices(meeting.id)}>開催通知を印刷する</a>` : this.publishButton(changed)}
      </div>
      ${this.plan()}
      <div class="preview">
        <a class="target" href="${paths.meeting(meeting.id)}?preview" target="_blank">委員の画面で確かめる（新しいタブ）</a>
        ${publishedAt && !changed ? nothing : html`<a class="target" href=${paths.officeNotices(meeting.id)}>開催通知を印刷する</a>`}
        <a class="target" href=${paths.officeCheck(meeting.id)}>前年との比べやすさを点検する</a>
        <a class="target" href=${paths.officeReplies(meeting.id)}>出欠・紙の希望を見る</a>
        ${this.planning()}
      </div>
    </div>`;
  }

  private readonly ask = (): void => {
    fire(this, 'plan');
  };

  /** The way to a set moment, where none is set and there is something to publish. */
  private planning() {
    const { plan, publishedAt, unpublishedCount } = this.meeting;
    if (plan || (publishedAt && unpublishedCount === 0)) return nothing;
    return html`<button class="target link" @click=${this.ask}>日時を決めて公開する</button>`;
  }

  private plan() {
    const { plan } = this.meeting;
    if (!plan) return nothing;
    const when = html`<strong>${momentText(plan.at)}</strong>`;
    return html`<div class="plan">
      ${
        plan.failure
          ? html`<ui-notice kind="error"><p>${when}に公開する予定でしたが、できませんでした。${plan.failure}</p></ui-notice>`
          : html`<p>${when}に公開します（予約：${plan.by}）。</p>`
      }
      <p class="row">
        <button class="button quiet" @click=${this.ask}>日時を変える</button>
        <button class="button quiet" @click=${() => fire(this, 'cancel-plan')}>予約を取りやめる</button>
      </p>
    </div>`;
  }

  private publishButton(changed: boolean) {
    const blocked = this.busy || this.meeting.documents.length === 0;
    return html`<button
      class="button primary"
      aria-disabled=${blocked ? 'true' : 'false'}
      @click=${blocked ? undefined : this.publish}
    >
      ${this.busy ? '公開しています…' : changed ? '変更を公開する' : '公開する'}
    </button>`;
  }

  private sentence(changed: boolean): string {
    const { publishedAt, unpublishedCount, documents } = this.meeting;
    if (changed)
      return `資料${unpublishedCount}件が、まだ委員に見えていません。差替えの前の版があれば、委員にはその版が見えます。`;
    if (publishedAt) return `${momentText(publishedAt)}から、委員が見られます。`;
    return documents.length === 0
      ? '委員にはまだ見えません。資料を置いてから公開してください。'
      : `委員にはまだ見えません。資料${documents.length}件を確かめてから公開してください。`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .panel {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem 1.5rem;
        padding: 0.25rem 0 0.25rem 1.25rem;
        border-left: 6px solid var(--color-line);
      }
      .panel > :first-child {
        flex: 1 1 24rem;
      }
      .live {
        border-color: var(--color-success);
      }
      .changed {
        border-color: var(--color-warning);
      }
      .panel p {
        word-break: keep-all;
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-bottom: 0.25rem;
      }
      .plan {
        flex: 1 0 100%;
      }
      /* its words begin where those above and below do */
      .plan .button:first-child {
        margin-left: -0.75rem;
      }
      .link {
        padding: 0;
        border: 0;
        background: none;
        color: var(--color-key);
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }
      .preview {
        display: flex;
        flex: 1 0 100%;
        flex-wrap: wrap;
        gap: 0 2rem;
      }
    `,
  ];
}
customElements.define('office-publication', OfficePublication);

declare global {
  interface PortalEvents {
    publish: null;
    plan: null;
    'cancel-plan': null;
  }
  interface HTMLElementTagNameMap {
    'office-publication': OfficePublication;
  }
}
