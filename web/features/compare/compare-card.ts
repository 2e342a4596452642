import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ComparedLine, ComparedSide, ComparedValue } from '../../../contract/comparisons.ts';
import { spacedName } from '../../../domain/pages/words/spaced-name.ts';
import { noVoice, PageVoice } from '../../client/page-voice.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { toast } from '../../ui/toast.ts';
import '../../ui/ui-shown-value.ts';
import { fire } from '../../ui/events.ts';
import { differenceWords, doubtWords, isDoubtful, type PaperNames, shownPair, spokenCard } from './card-words.ts';
import { compareCardSheet } from './compare-card.styles.ts';

/**
 * The chosen line: what it is in both papers and by how much they differ.
 * @fires value-chosen @fires correction-begun @fires correction-undone @fires choice-closed
 */
export class CompareCard extends LitElement {
  static override properties = {
    line: { attribute: false },
    value: { type: Number },
    side: {},
    names: { attribute: false },
    yearsHref: { attribute: false },
    editable: { type: Boolean },
    written: { attribute: false },
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
  /** What the member wrote on it in the older paper. */
  declare written: readonly string[];
  private readonly voice = new PageVoice(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('line') || changed.has('value')) this.voice.stop();
  }

  private readonly readAloud = async (): Promise<void> => {
    const { voice, line } = this;
    if (voice.saying !== null) return voice.stop();
    await voice.read([spokenCard(line, line.values[this.value] ?? null, this.names, this.missingWords)]);
    if (voice.missing) toast(noVoice);
  };

  override render() {
    const { line } = this;
    const value = line.values[this.value];
    // the nearest say most; the whole path would not fit
    const path = line.place.parents
      .filter((parent) => parent !== '')
      .slice(-2)
      .map(spacedName)
      .join('　›　');
    return html`<section aria-label="選んだ行">
      <div class="name">
        ${path ? html`<p class="path">${path}</p>` : nothing}
        <p class="label">${spacedName(line.place.label)}</p>
        ${this.notes(line, value)} ${this.writing()}
      </div>
      <div class="values">
      ${line.other ? (value ? this.numbers(value) : nothing) : this.missing()}
      <div class="actions">
        ${line.values.length > 1 && line.other ? this.columns(line) : nothing}
        ${this.yearsHref ? html`<a class="button" href=${this.yearsHref}>年ごとの推移</a>` : nothing}
        <button
          class="button quiet only"
          aria-label=${this.voice.saying === null ? 'この行を読み上げる' : '読み上げを止める'}
          @click=${this.readAloud}
        >
          ${icon('voice')}
        </button>
        ${this.editable ? this.correcting(line) : nothing}
      </div>
      </div>
        <button
          class="button quiet only close"
          aria-label="閉じる"
          @click=${() => fire(this, 'choice-closed')}
        >
          ${icon('close')}
        </button>
    </section>`;
  }

  private numbers(value: ComparedValue) {
    const { names } = this;
    const [older, newer] = shownPair(value).values;
    const { difference, rate } = differenceWords(value, names);
    const isNumber = /[0-9]/.test(difference);
    return html`<dl>
      <div><dt>${names.older}</dt><dd>${shownValue(older)}</dd></div>
      <div><dt>${names.newer}</dt><dd>${shownValue(newer)}</dd></div>
      <div class="difference ${isNumber ? '' : 'words'}">
        <dt>差</dt>
        <dd><span>${difference}</span>${rate ? html`<span>${rate}</span>` : nothing}</dd>
      </div>
    </dl>`;
  }

  private columns(line: ComparedLine) {
    return html`<label class="columns">
      <span class="visually-hidden">列</span>
      <select
        @change=${(event: Event) => fire(this, 'value-chosen', { index: Number((event.target as HTMLSelectElement).value) })}
      >
        ${line.values.map(
          ({ column }, index) =>
            html`<option value=${index} ?selected=${index === this.value}>${column.join(' ') || `${index + 1}番目の数値`}</option>`,
        )}
      </select>
    </label>`;
  }

  private missing() {
    const where = this.line.nearest ? '入るとすれば、点線のところです。' : '';
    return html`<p class="missing">${this.missingWords}。${where}</p>`;
  }

  private get missingWords(): string {
    const other = this.side === 'newer' ? this.names.older : this.names.newer;
    return `${other}の資料に、${this.line.kind === 'row' ? 'この行' : 'この文'}は見つかりません`;
  }

  private notes(line: ComparedLine, value: ComparedValue | undefined) {
    const notes = [
      line.correctionId !== null ? '事務局が合わせました' : '',
      isDoubtful(line, value) ? doubtWords(line) : '',
      line.moved ? '場所が移りました' : '',
    ].filter(Boolean);
    return notes.length > 0 ? html`<p class="notes">${notes.map((note) => html`<span>${note}</span>`)}</p>` : nothing;
  }

  private writing() {
    const { written, names } = this;
    if (!written || written.length === 0) return nothing;
    return html`<p class="written"><b>${names.older}${names.older === '昨年' ? '' : 'に'}ここに書いたこと</b>　${written.join('、')}</p>`;
  }

  private correcting(line: ComparedLine) {
    return line.correctionId === null
      ? html`<button class="button" @click=${() => fire(this, 'correction-begun')}>対応を直す</button>`
      : html`<button class="button" @click=${() => fire(this, 'correction-undone')}>
          直したのを取り消す
        </button>`;
  }

  static override styles = [baseSheet, compareCardSheet];
}
customElements.define('compare-card', CompareCard);

function shownValue(value: ReturnType<typeof shownPair>['values'][number] | undefined) {
  if (!value) return '—';
  return html`<ui-shown-value words=${value.words} original=${value.original ?? ''}></ui-shown-value>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-card': CompareCard;
  }
}
