import { html, LitElement, nothing } from 'lit';
import type { RegisterCell, RegisterRow } from '../../../contract/register.ts';
import { numberKey } from '../../../domain/initiatives/number.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { foldForSearch } from '../../../domain/japanese/normalise.ts';
import { fire } from '../../ui/events.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import { papersOf } from './filter-register.ts';
import { registerCellSheet } from './register-cell.styles.ts';
import { registerCell } from './register-cell.ts';
import { registerTableSheet } from './register-table.styles.ts';
import { type CellValues, rowValues } from './row-values.ts';

/**
 * The register as a table: a row an initiative, a column a fiscal year; on a phone a card an initiative.
 * @fires edit-asked
 */
export class RegisterTable extends LitElement {
  static override properties = {
    rows: { attribute: false },
    years: { attribute: false },
    editable: { type: Boolean },
    placeOf: { attribute: false },
    fits: { state: true },
    opened: { state: true },
  };
  declare rows: readonly RegisterRow[];
  declare years: readonly number[];
  declare editable: boolean;
  /** The address of a cell's page. */
  declare placeOf: (cell: RegisterCell) => string;
  /** The table is no wider than the window: then it needs no scrolling of its own. */
  declare private fits: boolean;
  /** On a phone: the initiatives whose earlier years are shown. */
  declare private opened: ReadonlySet<RegisterRow>;
  private readonly observer = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.rows = [];
    this.years = [];
    this.editable = false;
    this.placeOf = () => '';
    this.fits = true;
    this.opened = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  private measure(): void {
    const table = this.renderRoot.querySelector('table');
    if (table) this.fits = table.offsetWidth <= this.clientWidth + 1;
  }

  override updated(): void {
    this.renderRoot.querySelector('table')?.style.setProperty('--years', String(this.years.length));
    this.measure();
  }

  private ask(row: RegisterRow, cell: RegisterCell | null): void {
    fire(this, 'edit-asked', { row, cell });
  }

  override render() {
    // The roles are said again because the phone's cards are no table to a browser.
    return html`<div
      class="frame ${this.fits ? 'fits' : ''}"
      role="region"
      aria-label="取組の表"
      tabindex=${this.fits ? nothing : '0'}
    >
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">取組</th>
            ${this.years.map((year) => html`<th scope="col" role="columnheader">${fiscalYearLabel(year)}</th>`)}
          </tr>
        </thead>
        ${this.groups().map(
          ([paper, rows]) => html`<tbody role="rowgroup">
            ${
              paper === null
                ? nothing
                : html`<tr role="row" class="paper">
                    <th scope="rowgroup" role="rowheader" colspan=${this.years.length + 1}><span>${paper}</span></th>
                  </tr>`
            }
            ${rows.map((row) => this.row(row))}
          </tbody>`,
        )}
      </table>
    </div>`;
  }

  /** By the paper that tells of them last, where there are several. */
  private groups(): (readonly [string | null, readonly RegisterRow[]])[] {
    const groups = papersOf(this.rows).map((paper) => [paper, this.rows.filter((row) => row.paper === paper)] as const);
    return groups.length > 1 ? groups : [[null, this.rows]];
  }

  private row(row: RegisterRow) {
    const { number, name, department } = row;
    const values = rowValues(row.cells);
    return html`<tr role="row" class=${this.opened.has(row) ? 'opened' : nothing}>
      <th scope="row" role="rowheader">
        <span class="number">${number}</span>
        <span class="name">${name}</span>
        ${department ? html`<span class="department">${department}</span>` : nothing}
        ${
          this.editable
            ? html`<button class="edit" @click=${() => this.ask(row, null)}>
                この取組<span class="visually-hidden">（${name}）</span>をまとめる・隠す
              </button>`
            : nothing
        }
      </th>
      ${row.cells.map((cell, index) => this.cell(row, cell, this.years[index]!, values[index]!))} ${this.fold(row)}
    </tr>`;
  }

  /** On a phone the earlier years are folded away: else the page would be a hundred screens high. */
  private fold(row: RegisterRow) {
    if (row.cells.length < 2) return nothing;
    const isOpen = this.opened.has(row);
    const toggle = () => {
      const opened = new Set(this.opened);
      if (!opened.delete(row)) opened.add(row);
      this.opened = opened;
    };
    return html`<td class="fold" role="cell">
      <button class="edit" aria-expanded=${isOpen} @click=${toggle}>
        ${isOpen ? 'ほかの年度を閉じる' : `ほかの年度も見る（${row.cells.length - 1}年分）`}
      </button>
    </td>`;
  }

  private cell(row: RegisterRow, cell: RegisterCell | null, year: number, values: CellValues) {
    const narrow = html`<span class="narrow" aria-hidden="true">${fiscalYearLabel(year)}</span>`;
    if (!cell) return html`<td role="cell" class="absent">${narrow}<span>資料に記載がありません</span></td>`;
    return html`<td role="cell">
      ${narrow}
      ${registerCell(cell, {
        ...{ year, values },
        calledThen: nameThen(row, cell),
        href: this.placeOf(cell),
        onEdit: this.editable ? () => this.ask(row, cell) : null,
      })}
    </td>`;
  }

  static override styles = [baseSheet, pageSheet, registerCellSheet, registerTableSheet];
}
customElements.define('register-table', RegisterTable);

/** What that year's paper called it, where it has another number or name now. */
function nameThen(row: RegisterRow, { number, name }: RegisterCell): string {
  if (foldForSearch(name) !== foldForSearch(row.name)) return `この年度は「${number} ${name}」`;
  return numberKey(number) === numberKey(row.number) ? '' : `この年度の番号は ${number}`;
}

declare global {
  interface PortalEvents {
    /** What a person wants to correct: a year of an initiative, or the initiative as a whole. */
    'edit-asked': { row: RegisterRow; cell: RegisterCell | null };
  }
  interface HTMLElementTagNameMap {
    'register-table': RegisterTable;
  }
}
