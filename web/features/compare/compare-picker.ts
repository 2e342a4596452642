import { css, html, LitElement, nothing } from 'lit';
import type { BesideChoice } from '../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { markBeforeTitle } from '../../../domain/meetings/document.ts';
import { icon } from '../../ui/icons.ts';
import { phrased } from '../../ui/phrased.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-empty.ts';
import { fire } from '../../ui/events.ts';

/**
 * What can stand beside the document: the same paper of other years first, then every other by its meeting.
 * @fires document-picked @fires picking-ended to keep what stands there, or to go back to the document alone.
 */
export class ComparePicker extends LitElement {
  static override properties = { choices: { attribute: false }, current: { type: Number }, name: {} };
  declare choices: readonly BesideChoice[];
  /** The one that stands there now; 0 for none. */
  declare current: number;
  /** Of the document that waits for a companion: 資料１. */
  declare name: string;

  constructor() {
    super();
    this.choices = [];
    this.current = 0;
    this.name = '';
  }

  override render() {
    const same = this.choices.filter((choice) => choice.sameSeries);
    const others = this.choices.filter((choice) => !choice.sameSeries);
    const meetings = [...new Set(others.map((choice) => choice.meetingId))].map((id) =>
      others.filter((choice) => choice.meetingId === id),
    );
    if (this.choices.length === 0)
      return html`<ui-empty heading="並べられる資料がありません">
        <p>ほかの会議の資料が公開されると、ここで選べるようになります。</p>
        ${this.endButton('資料に戻る')}
      </ui-empty>`;
    return html`
      <div class="top">
        <h2 id="heading" tabindex="-1">並べる資料を選んでください</h2>
        ${this.endButton('やめる')}
      </div>
      <h3>${this.name}の、ほかの年度</h3>
      ${
        same.length > 0
          ? this.list(same, true)
          : html`<p class="none">ほかの年度に、${this.name}と同じ資料は見つかりません。下から選んで並べられます。</p>`
      }
      ${meetings.map(
        (choices) => html`<h3>${fiscalYearLabel(choices[0]!.fiscalYear)}　${choices[0]!.meetingTitle}</h3>
          ${this.list(choices, false)}`,
      )}
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true });
  }

  private endButton(label: string) {
    return html`<button class="button end" @click=${() => fire(this, 'picking-ended')}>${label}</button>`;
  }

  private list(choices: readonly BesideChoice[], withYear: boolean) {
    return html`<ul>
      ${choices.map((choice) => {
        const mark = markBeforeTitle(choice);
        return html`<li>
          <button
            class="choice"
            aria-current=${choice.documentId === this.current ? 'true' : 'false'}
            @click=${() => fire(this, 'document-picked', { documentId: choice.documentId })}
          >
            ${withYear ? html`<span class="year">${fiscalYearLabel(choice.fiscalYear)}</span>` : nothing}
            <span class="name">${mark ? html`<b>${mark}</b>　` : nothing}${phrased(choice.title)}</span>
            ${choice.documentId === this.current ? html`<span class="now">いま並べている資料</span>` : icon('forward')}
          </button>
        </li>`;
      })}
    </ul>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 1.25rem;
        background: var(--color-ground);
      }
      h3 {
        margin: 1.5rem 0 0.5rem;
      }
      ul {
        border-top: 1px solid var(--color-line-weak);
      }
      .top {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
      }
      h2:focus {
        outline: none;
      }
      .choice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.25rem 0.75rem;
        width: 100%;
        min-height: 3.25rem;
        padding: 0.5rem;
        border: 0;
        border-bottom: 1px solid var(--color-line-weak);
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .choice:hover {
        background: var(--color-key-weak);
      }
      .choice:focus-visible {
        outline-offset: -4px;
      }
      .year {
        padding: 0 0.5rem;
        border-radius: var(--border-radius-4);
        background: var(--color-key-weak);
        color: var(--color-key-strong);
        font-weight: 700;
      }
      .name {
        min-width: 0;
      }
      .name:first-child {
        grid-column: 1 / span 2;
      }
      .end {
        flex: none;
      }
      .now {
        color: var(--color-text-weak);
      }
      .none {
        padding: 0.75rem 1rem;
        border-radius: var(--border-radius-8);
        background: var(--color-ground-weak);
      }
      @container (max-width: 40rem) {
        .now {
          grid-area: 2 / 2;
        }
      }
    `,
  ];
}
customElements.define('compare-picker', ComparePicker);

declare global {
  interface HTMLElementTagNameMap {
    'compare-picker': ComparePicker;
  }
}
