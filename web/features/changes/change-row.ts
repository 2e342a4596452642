import { html, nothing } from 'lit';
import type { Change, Comparison } from '../../../contract/comparisons.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { isSure } from '../../../domain/pages/comparison/doubt.ts';
import { spacedName } from '../../../domain/pages/words/spaced-name.ts';
import { printedDifference, printedRate } from '../../../domain/quantities/printed-difference.ts';
import '../../ui/ui-shown-value.ts';
import { versionName } from '../../../domain/meetings/document.ts';
import { kindWords, type ShownChange } from './filter-changes.ts';

export interface RowNames {
  readonly older: string;
  readonly newer: string;
}

/** 令和３年度 and 令和４年度, or 第１版 and 第２版 of one document. */
export function namesOf({ older, newer }: Pick<Comparison, 'older' | 'newer'>): RowNames {
  return older.documentId === newer.documentId
    ? { older: versionName({ number: older.revisionNumber }), newer: versionName({ number: newer.revisionNumber }) }
    : { older: fiscalYearLabel(older.fiscalYear), newer: fiscalYearLabel(newer.fiscalYear) };
}

/** True where it is not certain that both numbers are the same line's. */
export const isDoubtful = ({ older, newer, confidence }: Change): boolean =>
  older !== null && newer !== null && !isSure(confidence);

/** One change as a row of the table, under the heading it belongs to; `href` leads to its place. */
export function changeRow({ change, depth }: { change: ShownChange; depth: number }, names: RowNames, href: string) {
  const { kind, label, column } = change;
  return html`<tr>
    <th scope="row" data-depth=${depth}>
      <a href=${href}>${spacedName(label) || '（名前のない行）'}</a>
      ${column.length > 0 ? html`<span class="column">${column.join(' ')}</span>` : nothing}
      ${kind === 'changed' ? nothing : html`<span class="chip">${kindWords[kind]}</span>`}
      ${isDoubtful(change) ? html`<span class="chip warning">要確認</span>` : nothing}
    </th>
    <td class="number"><span class="narrow">${names.older}</span>${printed(change, 0)}</td>
    <td class="number"><span class="narrow">${names.newer}</span>${printed(change, 1)}</td>
    <td class="number"><span class="narrow">差</span>${differenceOf(change)}</td>
    <td class="page">${pageOf(change)}</td>
  </tr>`;
}

/** What the rows below it belong to, where it has not changed itself. */
export const nameRow = ({ name, depth }: { name: string; depth: number }) =>
  html`<tr class="name"><th scope="rowgroup" colspan="5" data-depth=${depth}>${spacedName(name)}</th></tr>`;

function printed({ shown, older, newer }: ShownChange, side: 0 | 1) {
  const place = side === 0 ? older : newer;
  const value = shown.values[side];
  if (!place) return html`<span class="weak">なし</span>`;
  if (!value) return place.text;
  return html`<ui-shown-value words=${value.words} original=${value.original ?? ''}></ui-shown-value>`;
}

function differenceOf({ shown, shownDifference, shownRate, older, newer }: ShownChange) {
  if (shownDifference === null) return older && newer && older.value !== null ? '単位がちがいます' : nothing;
  return html`<span class="whole">${printedDifference(shownDifference, shown.unit, shown.decimals)}</span>
    ${shownRate === null ? nothing : html`<span class="rate">${printedRate(shownRate)}</span>`}`;
}

function pageOf({ older, newer }: Change): string {
  const { page, pageLabel } = (newer ?? older)!;
  return pageName({ number: page, label: pageLabel });
}
