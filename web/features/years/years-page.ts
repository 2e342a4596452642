import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { LineYears, YearValue } from '../../../contract/comparisons.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import {
  hasRate,
  printedDifference,
  printedRate,
  printedValue,
} from '../../../domain/quantities/printed-difference.ts';
import { type FailureFace, failureFace } from '../../client/client-error.ts';
import { readLineYears } from '../../client/comparisons.ts';
import { setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-loading.ts';
import '../../ui/ui-page-header.ts';
import './line-chart.ts';

type Column = LineYears['columns'][number];
const pollMilliseconds = 1500;
const sure = 0.85;

/** 年ごとの推移: one line of a paper over all its years, each column as a table with its chart. */
export class YearsPage extends LitElement {
  static override properties = { params: {}, query: {}, years: { state: true }, failure: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private years: LineYears | null;
  declare private failure: FailureFace | null;
  private timer = 0;

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.years = null;
    this.failure = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params') || changed.has('query')) void this.load();
  }

  private get page(): number {
    return Number(this.query.get('page')) || 1;
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.years = await readLineYears(Number(this.params.id), this.page, Number(this.query.get('line')) || 0);
      this.failure = null;
      setTitle(`${this.years.label}の推移`);
      if (!this.years.complete && this.isConnected)
        this.timer = window.setTimeout(() => void this.load(), pollMilliseconds);
    } catch (error) {
      this.failure = failureFace(error);
    }
  }

  override render() {
    const { years, failure } = this;
    if (failure && !years)
      return html`<ui-failure
        heading=${failure.heading}
        message=${failure.message}
        remedy=${failure.remedy}
        @retry=${() => void this.load()}
      ></ui-failure>`;
    if (!years) return html`<ui-loading></ui-loading>`;
    const path = years.parents
      .filter((parent) => parent !== '')
      .slice(-2)
      .join('　›　');
    return html`<ui-page-header
        heading=${years.label || '年ごとの推移'}
        over=${path ? `年ごとの推移　${path}` : '年ごとの推移'}
        back-href=${paths.document(Number(this.params.id), { page: this.page })}
        back-label="資料に戻る"
      >
        <button class="button" @click=${() => window.print()}>${icon('print')}印刷</button>
      </ui-page-header>
      ${years.complete ? nothing : html`<p class="waiting" role="status">ほかの年度の資料との対応を調べています。わかった年から表示します。</p>`}
      ${
        years.columns.length === 0 && years.complete
          ? html`<ui-empty heading="この行に数値はありません"><p>資料に戻って、数値のある行を選んでください。</p></ui-empty>`
          : this.inOrder(years.columns).map((column, index) => this.column(column, index))
      }`;
  }

  /** The column that a person came from stands first. */
  private inOrder(columns: readonly Column[]): readonly Column[] {
    const asked = columns.find(({ column }) => column.join(' ') === this.query.get('column'));
    return asked ? [asked, ...columns.filter((column) => column !== asked)] : columns;
  }

  private column(column: Column, index: number) {
    const { values, unit } = column;
    const name = column.column.join(' ') || '数値';
    const points = values.map(({ fiscalYear, value }) => ({ name: fiscalYearLabel(fiscalYear), value }));
    const known = points.filter(({ value }) => value !== null).length;
    return html`<section aria-labelledby="column-${index}">
      <h2 id="column-${index}">${name}${unit ? html`<span class="unit">（単位：${unit}）</span>` : nothing}</h2>
      <div class="beside">
        <table>
          <thead>
            <tr><th scope="col">年度</th><th scope="col" class="number">数値</th><th scope="col" class="number">前の年との差</th></tr>
          </thead>
          <tbody>${values.map((value, at) =>
            this.row(
              value,
              values.slice(0, at).findLast((one) => one.value !== null),
              unit,
            ),
          )}</tbody>
        </table>
        ${known < 2 ? nothing : html`<line-chart .points=${points} label="${name}の推移の折れ線グラフ。数値は表と同じです。"></line-chart>`}
      </div>
    </section>`;
  }

  private row(value: YearValue, before: YearValue | undefined, unit: string | null) {
    const { fiscalYear, printed, documentId, revisionId, confidence } = value;
    const place = printed && paths.document(documentId, { page: printed.page, revision: revisionId });
    return html`<tr>
      <th scope="row">${fiscalYearLabel(fiscalYear)}</th>
      <td class="number">
        ${printed && place ? html`<a href=${place}>${printedValue(printed)}</a>` : html`<span class="weak">この行はありません</span>`}
        ${printed && confidence < sure ? html`<span class="chip warning">確かではありません</span>` : nothing}
      </td>
      <td class="number">${this.difference(value, before, unit)}</td>
    </tr>`;
  }

  private difference(value: YearValue, before: YearValue | undefined, unit: string | null) {
    if (value.printed && value.value === null) return '単位がちがいます';
    if (value.value === null || before?.value === null || before === undefined) return nothing;
    const difference = Number((value.value - before.value).toPrecision(12));
    if (difference === 0) return '増減なし';
    const rate = before.value === 0 || !hasRate(unit) ? '' : `（${printedRate(difference / Math.abs(before.value))}）`;
    return `${printedDifference(difference, unit)}${rate}`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    css`
      .unit {
        font-size: 1rem;
        font-weight: 400;
      }
      .waiting {
        padding: 0.75rem 1rem;
        border-radius: var(--border-radius-8);
        background: var(--color-key-weak);
      }
      .beside {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        gap: 1.5rem;
        align-items: start;
      }
      th,
      .number a {
        white-space: nowrap;
      }
      .number,
      thead .number {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      td a {
        display: inline-block;
        padding: 0.25rem 0;
      }
      @media print {
        :host {
          max-width: none;
          padding: 0;
        }
        section {
          break-inside: avoid;
        }
        a {
          color: inherit;
          text-decoration: none;
        }
      }
    `,
  ];
}
customElements.define('years-page', YearsPage);
