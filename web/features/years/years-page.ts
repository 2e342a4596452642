import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { LineYears, YearValue } from '../../../contract/comparisons.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { isSure } from '../../../domain/pages/comparison/doubt.ts';
import { type ShownValues, shownValues } from '../../../domain/pages/results/shown-values.ts';
import { spacedName } from '../../../domain/pages/words/spaced-name.ts';
import { printedDifference, printedRate } from '../../../domain/quantities/printed-difference.ts';
import { readLineYears } from '../../client/comparisons.ts';
import { setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-page-header.ts';
import '../../ui/ui-shown-value.ts';
import './line-chart.ts';

type Column = LineYears['columns'][number];
const pollMilliseconds = 1500;

/** 年ごとの推移: one line of a paper over all its years, each column as a table with its chart. */
export class YearsPage extends LitElement {
  static override properties = { params: {}, query: {} };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  private readonly years = new Reading<LineYears>(this, {
    read: (signal) => readLineYears(Number(this.params.id), this.page, Number(this.query.get('line')) || 0, { signal }),
    onValue: ({ label }) => setTitle(`${label}の推移`),
    again: ({ complete }) => (complete ? null : pollMilliseconds),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params') && !changed.has('query')) return;
    this.years.clear();
    void this.years.load();
  }

  private get page(): number {
    return Number(this.query.get('page')) || 1;
  }

  override render() {
    const way = { href: paths.document(Number(this.params.id), { page: this.page }), label: '資料に戻る' };
    return readingFace(this.years, (years) => this.whole(years, way.href), { way });
  }

  private whole(years: LineYears, back: string) {
    const path = years.parents
      .filter((parent) => parent !== '')
      .slice(-2)
      .map(spacedName)
      .join('　›　');
    return html`<ui-page-header
        heading=${spacedName(years.label) || '年ごとの推移'}
        over=${path ? `年ごとの推移　${path}` : '年ごとの推移'}
        back-href=${back}
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

  private column({ column, values }: Column, index: number) {
    const name = column.join(' ') || '数値';
    const shown = shownValues(
      values.map(({ printed }) => printed),
      column,
    );
    const points = values.map(({ fiscalYear }, at) => ({
      name: fiscalYearLabel(fiscalYear),
      value: shown.values[at]?.value ?? null,
    }));
    const known = points.filter(({ value }) => value !== null).length;
    const { unit, decimals } = shown;
    return html`<section aria-labelledby="column-${index}">
      <h2 id="column-${index}">
        ${name}${unit ? html`<span class="unit">（単位：${unit.replace('%', '％')}）</span>` : nothing}
      </h2>
      <div class="beside">
        <table>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col" class="number">数値</th>
              <th scope="col" class="number">前の資料との差</th>
              <th scope="col">資料</th>
            </tr>
          </thead>
          <tbody>${values.map((value, at) => this.row(value, shown, at))}</tbody>
        </table>
        ${known < 2 ? nothing : html`<line-chart .points=${points} .decimals=${decimals} label="${name}の推移の折れ線グラフ。数値は表と同じです。"></line-chart>`}
      </div>
    </section>`;
  }

  private row({ fiscalYear, printed, documentId, revisionId, confidence }: YearValue, shown: ShownValues, at: number) {
    const value = shown.values[at];
    const place = printed && paths.document(documentId, { page: printed.page, revision: revisionId });
    return html`<tr>
      <th scope="row">${fiscalYearLabel(fiscalYear)}</th>
      <td class="number">
        ${
          value
            ? html`<ui-shown-value words=${value.words} original=${value.original ?? ''}></ui-shown-value>`
            : html`<span class="weak">この行はありません</span>`
        }
        ${printed && !isSure(confidence) ? html`<span class="chip warning">要確認</span>` : nothing}
      </td>
      <td class="number">${this.difference(shown, at)}</td>
      <td class="place">
        ${
          printed && place
            ? html`<a href=${place}
                >${pageName({ number: printed.page, label: printed.pageLabel })}<span class="visually-hidden"
                  >（${fiscalYearLabel(fiscalYear)}の資料）を開く</span
                ></a
              >`
            : nothing
        }
      </td>
    </tr>`;
  }

  private difference(shown: ShownValues, at: number) {
    if (shown.values[at] && shown.values[at].value === null) return '単位がちがいます';
    const before = shown.values.slice(0, at).findLastIndex((one) => one !== null && one.value !== null);
    const difference = before < 0 ? null : shown.difference(before, at);
    if (difference === null) return nothing;
    if (difference === 0) return '増減なし';
    const rate = shown.rate(before, at);
    return html`<span class="whole">${printedDifference(difference, shown.unit, shown.decimals)}</span>${
      rate === null ? nothing : html`<span class="whole">（${printedRate(rate)}）</span>`
    }`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    css`
      :host {
        --width-column: none;
      }
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
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr));
        gap: 1.5rem 2.5rem;
        align-items: start;
      }
      th,
      .whole,
      .place {
        white-space: nowrap;
      }
      .whole {
        display: inline-block;
      }
      .number,
      thead .number {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      td a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      /* on a phone a year is a card: no value is cut, nothing runs over the edge */
      @container (max-width: 30rem) {
        thead {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        tr {
          display: grid;
          grid-template-columns: 1fr auto;
          border-bottom: 1px solid var(--color-line-weak);
        }
        th,
        td {
          padding: 0;
          border: 0;
          background: none;
        }
        th,
        .place {
          align-content: center;
        }
        .place {
          text-align: end;
        }
        td.number {
          padding-bottom: 0.5rem;
        }
        td.number:first-of-type {
          grid-row: 2;
          text-align: start;
        }
        td.number {
          grid-row: 2;
        }
      }
      @media print {
        section {
          break-inside: avoid;
        }
        .beside {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 1rem;
        }
        th,
        td {
          padding: 0.25rem 0.375rem;
          font-size: 10pt;
        }
      }
    `,
  ];
}
customElements.define('years-page', YearsPage);
