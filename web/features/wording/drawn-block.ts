import { html, nothing } from 'lit';
import type { ComparedValue, PrintedQuantity } from '../../../contract/comparisons.ts';
import { isSure } from '../../../domain/pages/comparison/doubt.ts';
import type { PageBlock } from '../../../domain/pages/results/page-blocks.ts';
import { type ShownValue, shownValues } from '../../../domain/pages/results/shown-values.ts';
import { spacedName } from '../../../domain/pages/words/spaced-name.ts';
import { printedDifference, printedValue, spokenDifference } from '../../../domain/quantities/printed-difference.ts';
import '../../ui/ui-shown-value.ts';

/** The other year's value: how that year is called, and which of a pair it is. */
export interface OtherYear {
  readonly name: string;
  of(value: ComparedValue): PrintedQuantity | null;
}

/** On a phone a row is a card, so the table says its roles itself. `saving` stands below a table. */
export function drawnBlock(block: PageBlock, other: OtherYear | null, saving: unknown = nothing) {
  if (block.kind === 'text') return html`<p>${spacedName(block.text)}</p>`;
  if (block.kind === 'prose')
    return html`<p>${block.text}</p>
      ${other ? html`<dl>${block.amounts.map(({ label, values }) => values.map((value) => drawnAmount(label, value, other)))}</dl>` : nothing}`;
  const { path, columns, rows } = block;
  return html`${path.length > 0 ? html`<h2>${path.slice(-2).map(spacedName).join('　›　')}</h2>` : nothing}
    <div class="scroll" tabindex="0" role="group" aria-label=${path.at(-1) ?? '表'}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">項目</th>
            ${columns.map((column) => html`<th role="columnheader" scope="col" class="number">${column || '数値'}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(
            ({ label, depth, cells }) => html`<tr role="row">
              <th role="rowheader" scope="row" data-depth=${Math.min(depth, 4)}>${spacedName(label)}</th>
              ${cells.map(
                (value, at) =>
                  html`<td role="cell" class="number" data-label=${columns[at] || '数値'}>${value ? drawnValue(value, other) : nothing}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${saving}`;
}

const drawnAmount = (label: string, value: ComparedValue, other: OtherYear) =>
  html`<div>
    <dt>${[label, ...value.column].join('　')}</dt>
    <dd>${drawnValue(value, other)}</dd>
  </div>`;

function drawnValue(value: ComparedValue, other: OtherYear | null) {
  const own = value.newer ?? value.older;
  if (!own) return nothing;
  const { older, newer, difference } = besideEachOther(value);
  return html`<span class="value">${other && newer ? shownValue(newer) : printedValue(own)}</span>
    ${
      other
        ? html`<span class="last"
            >${
              older && other.of(value)
                ? html`<span class="part">${other.name}</span> ${shownValue(older)} <span class="difference">${difference}</span>
                    ${!isSure(value.confidence) ? html`<span class="chip warning">要確認</span>` : nothing}`
                : html`<span class="part">${other.name}</span> <span class="part">なし</span>`
            }</span
          >`
        : nothing
    }`;
}

/** Both years' value in one unit, and how much the later one is more, printed and in words; empty where that cannot be said. */
function besideEachOther(value: ComparedValue) {
  const { unit, decimals, values, ...shown } = shownValues([value.older, value.newer], value.column);
  const more = shown.difference(0, 1);
  return {
    ...{ older: values[0] ?? null, newer: values[1] ?? null },
    difference: more === null ? '' : printedDifference(more, unit, decimals),
    spoken: more === null ? '' : spokenDifference(more, unit, decimals),
  };
}

const shownValue = ({ words, original }: ShownValue) =>
  original === null
    ? html`<span class="part">${words}</span>`
    : html`<ui-shown-value words=${words} original=${original}></ui-shown-value>`;

/** What a voice says of a block: a sentence a row. */
export function blockSentences(block: PageBlock, other: OtherYear | null): string[] {
  if (block.kind === 'text') return [spacedName(block.text)];
  if (block.kind === 'prose') {
    const beside = (value: ComparedValue) => other?.of(value);
    return [
      block.text,
      ...block.amounts.flatMap(({ label, values }) =>
        values.filter(beside).map((value) => `${label}、${spokenCell(value.column.join(' '), value, other)}`),
      ),
    ];
  }
  const heading = block.path.at(-1);
  return [
    ...(heading ? [spacedName(heading)] : []),
    ...block.rows.map(({ label, cells }) => {
      const said = cells.flatMap((value, index) =>
        value ? [spokenCell(block.columns[index] ?? '', value, other)] : [],
      );
      return [spacedName(label), ...said].filter(Boolean).join('、');
    }),
  ];
}

function spokenCell(column: string, value: ComparedValue, other: OtherYear | null): string {
  const own = value.newer ?? value.older;
  if (!own) return '';
  if (!other) return `${column} ${printedValue(own)}`;
  if (!other.of(value)) return `${column} ${printedValue(own)}、${other.name} なし`;
  const { older, newer, spoken } = besideEachOther(value);
  const doubt = isSure(value.confidence) ? '' : '同じ行かどうかは要確認';
  return [`${column} ${newer?.words ?? printedValue(own)}`, `${other.name} ${older?.words}`, spoken, doubt]
    .filter(Boolean)
    .join('、');
}
