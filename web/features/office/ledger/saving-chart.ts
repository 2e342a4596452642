import { css, html, LitElement } from 'lit';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { savedRateText, type YearOfSaving } from '../../../../domain/meetings/paper-saving.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';

/** A bar a year: the leaves that everyone's copies would have taken, and in it the part that was printed. The table beside it says the same. */
export class SavingChart extends LitElement {
  static override properties = { years: { attribute: false } };
  declare years: readonly YearOfSaving[];

  override render() {
    const most = Math.max(1, ...this.years.map(({ saving }) => saving.leavesForAll));
    return html`<div role="img" aria-label="年度ごとの紙の枚数。右の表と同じ内容です。">
      <p class="key"><span class="printed"></span>印刷した枚数<span class="saved"></span>減らせた枚数</p>
      ${this.years.map(
        ({ fiscalYear, saving }) => html`<div class="year">
          <span>${fiscalYearLabel(fiscalYear)}</span>
          <span class="bar">
            <span class="printed" .style=${`width: ${(100 * saving.leavesPrinted) / most}%`}></span
            ><span class="saved" .style=${`width: ${(100 * (saving.leavesForAll - saving.leavesPrinted)) / most}%`}></span>
          </span>
          <span class="rate">${savedRateText(saving)}減</span>
        </div>`,
      )}
    </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      .key {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        margin-bottom: 0.5rem;
      }
      .key span {
        width: 1rem;
        height: 1rem;
      }
      .key .saved {
        margin-left: 1rem;
      }
      .printed {
        background: var(--color-key);
        print-color-adjust: exact;
      }
      .saved {
        background: var(--color-primitive-blue-200);
        print-color-adjust: exact;
      }
      .year {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr) 6rem;
        align-items: center;
        gap: 0.75rem;
        min-height: 2.5rem;
      }
      .bar {
        display: flex;
        height: 1.5rem;
        border-left: 1px solid var(--color-line);
      }
      .rate {
        text-align: end;
        font-weight: 700;
      }
      @container (max-width: 40rem) {
        .year {
          grid-template-columns: 1fr auto;
          gap: 0.25rem;
          padding-bottom: 0.5rem;
        }
        .bar {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];
}
customElements.define('saving-chart', SavingChart);

declare global {
  interface HTMLElementTagNameMap {
    'saving-chart': SavingChart;
  }
}
