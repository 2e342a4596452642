import { css, html, LitElement, nothing, svg } from 'lit';
import type { ComparedValue } from '../../../contract/comparisons.ts';
import type { Document } from '../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { documentName, versionName } from '../../../domain/meetings/document.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { spacedName } from '../../../domain/pages/words/spaced-name.ts';
import { files } from '../../client/paths.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import { Printing } from '../../ui/printing.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { differenceWords, doubtWords, isDoubtful, type PaperNames, shownPair } from './card-words.ts';
import type { LineChoice } from './line-choice.ts';

/** One of the two pages as it stands on the paper. */
export interface PrintedPane {
  readonly document: Document;
  /** 1-based. */
  readonly page: number;
  readonly marks: readonly PageMark[];
}

/** More columns of a line would leave the pages no room. */
const mostColumns = 8;

/** Two pages side by side on one sheet, with what is marked on them and the chosen line's values; empty on the screen. */
export class ComparePrint extends LitElement {
  static override properties = {
    panes: { attribute: false },
    choice: { attribute: false },
    names: { attribute: false },
  };
  declare panes: readonly PrintedPane[];
  declare choice: LineChoice | null;
  declare names: PaperNames;
  private readonly printing = new Printing(this);

  override render() {
    if (!this.printing.now) return nothing;
    const isWide = this.panes.every(({ document, page }) => {
      const size = document.pages[page - 1];
      return size !== undefined && size.width > size.height;
    });
    return html`<div class="sheet ${isWide ? 'standing' : 'lying'}">
      ${this.panes.map((pane) => this.figure(pane))} ${this.choice ? this.line(this.choice) : nothing}
    </div>`;
  }

  private figure({ document, page, marks }: PrintedPane) {
    const { revision, pages, fiscalYear } = document;
    const size = pages[page - 1];
    const version = revision.number > 1 ? `（${versionName(revision)}）` : '';
    return html`<figure>
      <figcaption>
        <b>${fiscalYearLabel(fiscalYear)}</b>　${documentName(document)}${version}　<b>${pageName(size ?? { number: page, label: null })}</b>
      </figcaption>
      <div class="page">
        <img src=${files.picture(revision.id, page, 'large', size?.pictures)} alt="" decoding="sync" />
        ${size ? svg`<svg viewBox="0 0 ${size.width} ${size.height}">${marks.map(drawnMark)}</svg>` : nothing}
      </div>
    </figure>`;
  }

  private line({ line }: LineChoice) {
    const { names } = this;
    const path = [...line.place.parents.filter((parent) => parent !== '').slice(-2), line.place.label];
    return html`<div class="line">
      <p><b>${path.map(spacedName).join('　›　')}</b>　${isDoubtful(line, line.values[0]) ? doubtWords(line) : nothing}</p>
      ${
        line.values.length > 0
          ? html`<table>
              <thead>
                <tr><th>列</th><th>${names.older}</th><th>${names.newer}</th><th>差</th></tr>
              </thead>
              <tbody>${line.values.slice(0, mostColumns).map((value) => this.row(value))}</tbody>
            </table>`
          : nothing
      }
    </div>`;
  }

  private row(value: ComparedValue) {
    const [older, newer] = shownPair(value).values;
    const { difference, rate } = differenceWords(value, this.names);
    return html`<tr>
      <th>${value.column.join(' ') || '数値'}</th>
      <td>${older?.words ?? '—'}</td>
      <td>${newer?.words ?? '—'}</td>
      <td>${difference}${rate}</td>
    </tr>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: none;
      }
      @media print {
        :host {
          display: block;
          font-size: 9pt;
          line-height: 1.4;
        }
        .sheet {
          page: beside;
          display: grid;
          grid-template: minmax(0, 1fr) auto / repeat(2, minmax(0, 1fr));
          gap: 3mm 6mm;
          height: 98vh;
        }
        .standing {
          page: auto;
          grid-template: repeat(2, minmax(0, 1fr)) auto / minmax(0, 1fr);
        }
        figure {
          display: grid;
          grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
          gap: 1mm;
          margin: 0;
        }
        .page {
          position: relative;
        }
        img,
        svg {
          position: absolute;
          inset: 0;
          width: 100%;
          height: 100%;
          object-fit: contain;
        }
        svg {
          fill: none;
          stroke: #0031d8;
          stroke-width: 1.5;
          stroke-linecap: butt;
          stroke-linejoin: miter;
        }
        .line {
          grid-column: 1 / -1;
        }
        table {
          border-collapse: collapse;
        }
        th,
        td {
          padding: 0.5mm 3mm 0.5mm 0;
          border-top: 0.5pt solid #999;
          font-weight: 400;
          text-align: end;
        }
        tr > :first-child {
          text-align: start;
        }
      }
    `,
  ];
}
customElements.define('compare-print', ComparePrint);

/** In points of the page: frames, lines under a number, and arrows as on the screen. */
function drawnMark({ kind, box: [left = 0, top = 0, right = 0, bottom = 0] }: PageMark) {
  const frame = (margin: number, fill: string) =>
    svg`<rect x=${left - margin} y=${top - margin} width=${right - left + 2 * margin} height=${bottom - top + 2 * margin} fill=${fill} />`;
  if (kind === 'chosen' || kind === 'counterpart') return frame(3, 'none');
  if (kind === 'value') return frame(2, 'rgb(0 49 216 / 0.12)');
  if (kind === 'edge') return svg`<path d="M${left} ${top}H${right}" stroke-dasharray="4 3" />`;
  if (kind === 'alone') return svg`<path d="M${left - 3} ${top}V${bottom}" />`;
  const under = svg`<path d="M${left} ${bottom + 1}H${right}" stroke-dasharray=${{ more: '', less: '3 2' }[kind as string] ?? '1 2'} />`;
  if (kind !== 'more' && kind !== 'less') return under;
  const [tip, base] = kind === 'more' ? [top - 8, top - 1] : [top - 1, top - 8];
  return svg`${under}<path d="M${right - 3} ${base}V${tip}m-2.5 ${(base - tip) / 2}l2.5 ${(tip - base) / 2}l2.5 ${(base - tip) / 2}" />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-print': ComparePrint;
  }
}
