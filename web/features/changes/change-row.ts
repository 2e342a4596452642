import { html, nothing } from 'lit';
import type { Change } from '../../../contract/comparisons.ts';
import {
  hasRate,
  printedDifference,
  printedRate,
  printedValue,
} from '../../../domain/quantities/printed-difference.ts';
import { kindWords } from './filter-changes.ts';

/** Below this a pair is said to be unsure. */
const sure = 0.85;

export interface RowNames {
  readonly older: string;
  readonly newer: string;
}

/** One change as a row of the table; `href` leads to its place. */
export function changeRow(change: Change, names: RowNames, href: string) {
  const { kind, parents, label, column, older, newer, confidence } = change;
  const path = parents
    .filter((parent) => parent !== '')
    .slice(-2)
    .join('　›　');
  const isPaired = older !== null && newer !== null;
  return html`<tr>
    <th scope="row">
      ${path ? html`<span class="path">${path}</span>` : nothing}
      <a href=${href}>${label || '（名前のない行）'}</a>
      ${column.length > 0 ? html`<span class="column">${column.join(' ')}</span>` : nothing}
      ${kind === 'changed' ? nothing : html`<span class="chip">${kindWords[kind]}</span>`}
      ${isPaired && confidence < sure ? html`<span class="chip warning">確かではありません</span>` : nothing}
    </th>
    <td class="number"><span class="narrow">${names.older}</span>${printed(older)}</td>
    <td class="number"><span class="narrow">${names.newer}</span>${printed(newer)}</td>
    <td class="number">${differenceOf(change)}</td>
    <td class="page">${pageOf(change)}</td>
  </tr>`;
}

function printed(place: Change['older']) {
  if (!place) return 'なし';
  return place.value === null ? place.text : printedValue(place);
}

function differenceOf({ difference, rate, older, newer }: Change) {
  if (difference === null) return older && newer && older.value !== null ? '単位がちがいます' : nothing;
  const direction = difference > 0 ? 'more' : 'less';
  const unit = newer?.unit ?? null;
  return html`<span class=${direction}>${printedDifference(difference, unit)}</span>
    ${rate === null || !hasRate(unit) ? nothing : html`<span class="rate">${printedRate(rate)}</span>`}`;
}

function pageOf({ older, newer }: Change) {
  const { page, pageLabel } = (newer ?? older)!;
  const note =
    pageLabel !== null && pageLabel !== String(page) ? html`<span class="path">印刷 ${pageLabel}</span>` : nothing;
  return html`${page}ページ${note}`;
}
