import { css, html, LitElement, nothing } from 'lit';
import type { Comparison, Hindrance } from '../../../../contract/comparisons.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { pageName } from '../../../../domain/meetings/page-name.ts';
import { middleOf, paths } from '../../../client/paths.ts';
import { fire } from '../../../ui/events.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { officeSheet } from '../office-sheet.ts';
import { hindranceWords } from './hindrance-words.ts';

const few = 10;

/**
 * Those of one kind, each with its place in both papers.
 * @fires acknowledged AcknowledgedEvent
 */
export class OfficeHindranceList extends LitElement {
  static override properties = {
    comparison: { attribute: false },
    hindrances: { attribute: false },
    whole: { state: true },
  };
  declare comparison: Comparison;
  declare hindrances: readonly Hindrance[];
  declare private whole: boolean;

  constructor() {
    super();
    this.hindrances = [];
    this.whole = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.showAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.showAll);
  }

  /** Paper has no button for more. */
  private readonly showAll = (): void => {
    this.whole = true;
    this.performUpdate();
  };

  private say(hindrances: readonly Hindrance[], acknowledged: boolean): void {
    fire(this, 'acknowledged', { keys: hindrances.map(({ key }) => key), acknowledged });
  }

  override render() {
    const { hindrances } = this;
    const { heading, advice } = hindranceWords[hindrances[0]!.kind];
    const open = hindrances.filter(({ acknowledged }) => !acknowledged);
    const shown = this.whole ? hindrances : hindrances.slice(0, few);
    return html`<details ?open=${hindrances.length <= few / 3 || this.whole}>
      <summary>
        <h3>${heading}</h3>
        <span>${hindrances.length}件</span>
        ${open.length === 0 ? html`<span class="chip good">確認済み</span>` : nothing}
      </summary>
      <p class="weak advice">${advice}</p>
      ${
        open.length > 1
          ? html`<p class="row no-print">
              <button class="button small" @click=${() => this.say(open, true)}>${open.length}件をまとめて確認済みにする</button>
            </p>`
          : nothing
      }
      <ul>
        ${shown.map((one) => this.item(one))}
      </ul>
      ${
        shown.length < hindrances.length
          ? html`<p class="row"><button class="button quiet" @click=${this.showAll}>残りの${hindrances.length - shown.length}件を表示する</button></p>`
          : nothing
      }
    </details>`;
  }

  private item(one: Hindrance) {
    const { path, rows, acknowledged } = one;
    return html`<li class=${acknowledged ? 'seen' : ''}>
      <div>
        ${path.length > 1 ? html`<p class="path">${path.slice(-4, -1).join('　›　')}</p>` : nothing}
        <p><a href=${this.placeOf(one)}>${this.nameOf(one)}</a>${rows > 1 ? html`<span class="rows">ほか${rows - 1}行</span>` : nothing}</p>
        ${this.change(one)}
      </div>
      <div class="state">
        ${acknowledged ? html`<span class="chip good">確認済み</span>` : nothing}
        <button
          class="button quiet"
          aria-label="${this.nameOf(one)}を${acknowledged ? '未確認に戻す' : '確認済みにする'}"
          @click=${() => this.say([one], !acknowledged)}
        >
          ${acknowledged ? '未確認に戻す' : '確認済みにする'}
        </button>
      </div>
    </li>`;
  }

  private nameOf({ kind, path, newer }: Hindrance): string {
    if (kind === 'scanned') return pageName({ number: newer!.page, label: newer!.pageLabel });
    return path.at(-1) || '（名前のない行）';
  }

  /** 令和３年度 5ページ「講座の開催数」 → 令和４年度 7ページ「講座等の開催数」 */
  private change({ kind, older, newer }: Hindrance) {
    if (kind === 'scanned') return nothing;
    const years = { older: this.comparison.older.fiscalYear, newer: this.comparison.newer.fiscalYear };
    const said = { older, newer } as const;
    const parts = (['older', 'newer'] as const).map((side) => {
      const place = said[side];
      if (!place) return html`<span class="whole">${fiscalYearLabel(years[side])}　なし</span>`;
      const page = pageName({ number: place.page, label: place.pageLabel });
      return html`<span class="whole">${fiscalYearLabel(years[side])}　${page}</span>　<span class="said">「${place.text}」</span>`;
    });
    return html`<p class="change">${parts[0]}<span class="arrow">→</span>${parts[1]}</p>`;
  }

  private placeOf({ older, newer }: Hindrance): string {
    const { comparison } = this;
    return paths.beside(comparison.newer.documentId, comparison.older.documentId, {
      ...(newer && { page: newer.page, ...(newer.box && { at: middleOf(newer.box) }) }),
      ...(older && { otherPage: older.page, ...(newer || !older.box ? {} : { otherAt: middleOf(older.box) }) }),
    });
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--color-line);
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1rem;
        min-height: var(--target);
        padding: 0.5rem 0;
        cursor: pointer;
      }
      summary::before {
        width: 0.5rem;
        height: 0.5rem;
        border: solid currentColor;
        border-width: 0 2px 2px 0;
        content: '';
        transform: rotate(-45deg);
      }
      details[open] > summary::before {
        transform: rotate(45deg);
      }
      h3 {
        margin: 0;
        font-size: 1rem;
      }
      details > :not(summary) {
        margin-inline-start: 1.5rem;
      }
      .advice {
        max-width: var(--width-page);
      }
      .advice,
      .advice ~ .row {
        margin-bottom: 0.75rem;
      }
      ul {
        margin-block: 0;
        padding: 0;
        border-top: 1px solid var(--color-line);
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 1.5rem;
        padding: 0.625rem 0;
        border-bottom: 1px solid var(--color-line);
      }
      li:last-child {
        border-bottom: 0;
      }
      li > :first-child {
        flex: 1 1 24rem;
        min-width: 0;
      }
      li p {
        margin: 0;
      }
      li a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        font-weight: 700;
      }
      .seen a {
        font-weight: 400;
      }
      .path,
      .change,
      .rows {
        color: var(--color-text-weak);
      }
      .rows {
        margin-inline-start: 0.75rem;
      }
      .arrow {
        margin-inline: 0.5rem;
      }
      .said {
        color: var(--color-text);
        overflow-wrap: anywhere;
      }
      .state {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }
    `,
  ];
}

customElements.define('office-hindrance-list', OfficeHindranceList);

declare global {
  interface PortalEvents {
    /** Which were said to stay as they are, or no longer. */
    acknowledged: { keys: string[]; acknowledged: boolean };
  }
  interface HTMLElementTagNameMap {
    'office-hindrance-list': OfficeHindranceList;
  }
}
