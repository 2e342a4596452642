import { html, LitElement, nothing } from 'lit';
import type { ComparedLine, ComparedSide, ComparedValue } from '../../../contract/comparisons.ts';
import { printedValue } from '../../../domain/quantities/printed-difference.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { differenceWords, directionOf, type PaperNames, sure } from './card-words.ts';
import { compareCardSheet } from './compare-card.styles.ts';

/**
 * The chosen line: what it is in both papers and by how much they differ.
 * @fires value-chosen (index) for another column. @fires correction-asked, correction-undone, choice-closed for the buttons.
 */
export class CompareCard extends LitElement {
  static override properties = {
    line: { attribute: false },
    value: { type: Number },
    side: {},
    names: { attribute: false },
    yearsHref: { attribute: false },
    editable: { type: Boolean },
  };
  declare line: ComparedLine;
  /** Index of the column shown. */
  declare value: number;
  /** The paper that the line was chosen in. */
  declare side: ComparedSide;
  declare names: PaperNames;
  /** The same line over all years; empty where it has none. */
  declare yearsHref: string;
  declare editable: boolean;

  private tell(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const { line } = this;
    const value = line.values[this.value];
    // the nearest say most; the whole path would not fit
    const path = line.place.parents
      .filter((parent) => parent !== '')
      .slice(-2)
      .join('　›　');
    return html`<section aria-label="選んだ行">
      <div class="name">
        ${path ? html`<p class="path">${path}</p>` : nothing}
        <div class="line"><p class="label">${line.place.label}</p>${this.notes(line, value)}</div>
      </div>
      ${line.other ? (value ? this.numbers(value) : nothing) : this.missing()}
      <div class="actions">
        ${line.values.length > 1 && line.other ? this.columns(line) : nothing}
        ${this.yearsHref ? html`<a class="button" href=${this.yearsHref}>年ごとの推移</a>` : nothing}
        ${this.editable ? this.correcting(line) : nothing}
        <button class="button quiet close" aria-label="閉じる" @click=${() => this.tell('choice-closed')}>
          ${icon('close')}
        </button>
      </div>
    </section>`;
  }

  private numbers(value: ComparedValue) {
    const { older, newer } = value;
    return html`<dl>
      <div>
        <dt>${this.names.older}</dt>
        <dd>${older ? printedValue(older) : '—'}</dd>
      </div>
      <div>
        <dt>${this.names.newer}</dt>
        <dd>${newer ? printedValue(newer) : '—'}</dd>
      </div>
      <div class="difference ${directionOf(value)}">
        <dt>差</dt>
        <dd>${differenceWords(value, this.names)}</dd>
      </div>
    </dl>`;
  }

  private columns(line: ComparedLine) {
    return html`<label class="columns">
      <span class="hidden">列</span>
      <select @change=${(event: Event) => this.tell('value-chosen', { index: Number((event.target as HTMLSelectElement).value) })}>
        ${line.values.map(
          ({ column }, index) =>
            html`<option value=${index} ?selected=${index === this.value}>${column.join(' ') || `${index + 1}番目の数値`}</option>`,
        )}
      </select>
    </label>`;
  }

  private missing() {
    const other = this.side === 'newer' ? this.names.older : this.names.newer;
    const what = this.line.kind === 'row' ? 'この行' : 'この文';
    const where = this.line.nearest ? '入るとすれば、点線のところです。' : '';
    return html`<p class="missing">${other}の資料に、${what}は見つかりません。${where}</p>`;
  }

  private notes(line: ComparedLine, value: ComparedValue | undefined) {
    const unsure = line.other && (line.confidence < sure || (value?.older && value.newer && value.confidence < sure));
    const notes = [
      line.correctionId !== null ? '事務局が合わせました' : '',
      unsure && line.correctionId === null ? 'この対応は確かではありません' : '',
      line.moved ? '場所が移りました' : '',
    ].filter(Boolean);
    return notes.length > 0 ? html`<p class="notes">${notes.map((note) => html`<span>${note}</span>`)}</p>` : nothing;
  }

  private correcting(line: ComparedLine) {
    return line.correctionId === null
      ? html`<button class="button" @click=${() => this.tell('correction-asked')}>対応を直す</button>`
      : html`<button class="button" @click=${() => this.tell('correction-undone')}>直したのを取り消す</button>`;
  }

  static override styles = [baseSheet, compareCardSheet];
}
customElements.define('compare-card', CompareCard);

declare global {
  interface HTMLElementTagNameMap {
    'compare-card': CompareCard;
  }
}
