import { css, html, LitElement, nothing } from 'lit';
import type { Comparison } from '../../../contract/comparisons.ts';
import { paths } from '../../client/paths.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import './compare-card.ts';
import type { LineChoice } from './line-choice.ts';
import type { LineComparing } from './line-comparing.ts';

/**
 * What stands under the two pages: how to begin, the chosen line, or the correction under way. Always of one height, so that
 * a tap moves nothing.
 * @slot counterpart beside the buttons while no line is chosen.
 * @fires alignment-asked where a person wants the portal's own alignment back. @fires pages-paired for 「この２ページを合わせる」.
 */
export class CompareFoot extends LitElement {
  static override properties = {
    comparing: { attribute: false, hasChanged: () => true },
    linked: { type: Boolean },
    own: { type: Boolean },
    changesHref: { attribute: false },
  };
  declare comparing: LineComparing;
  declare linked: boolean;
  /** The person on this device keeps the pages together by their own rule. */
  declare own: boolean;
  declare changesHref: string;

  override render() {
    const { comparing } = this;
    if (comparing.correcting) return this.correcting();
    const { choice, comparison } = comparing;
    if (!choice || !comparison) return this.idle();
    return html`<compare-card
      .line=${choice.line}
      .value=${choice.value}
      .side=${comparing.compared(choice.side)}
      .names=${comparing.names}
      .yearsHref=${this.yearsOf(comparison, choice)}
      .editable=${comparison.editable}
      @value-chosen=${(event: CustomEvent<{ index: number }>) => comparing.chooseValue(event.detail.index)}
      @correction-asked=${() => comparing.startCorrecting()}
      @correction-undone=${() => void comparing.takeBack()}
      @choice-closed=${() => comparing.close()}
    ></compare-card>`;
  }

  /** The chosen line over all years; empty where it has no number, or the two are versions of one paper. */
  private yearsOf({ older, newer }: Comparison, { side, line, value }: LineChoice): string {
    if (line.values.length === 0 || older.documentId === newer.documentId) return '';
    const { documentId } = this.comparing.compared(side) === 'newer' ? newer : older;
    const column = line.values[value]?.column.join(' ');
    return paths.years(documentId, { page: line.place.page, line: line.index, ...(column && { column }) });
  }

  private idle() {
    const { watch, comparison } = this.comparing;
    if (watch.failed)
      return html`<p role="status">行ごとの対応は調べられませんでした。ページを並べて読むことはできます。</p>
        <div class="actions">
          <button class="button" @click=${() => watch.retry()}>もう一度調べる</button>
        </div>`;
    if (!comparison?.ready) return html`<p role="status">昨年との対応を調べています。ページはこのまま読めます。</p>`;
    const { changed, added, removed, restated } = comparison.counts;
    return html`<p class="hint">
        ${watch.isWaiting ? '直した対応を反映しています…' : '行にふれると、となりの資料の同じ行と、差を表示します。'}
      </p>
      <div class="actions">
        <slot name="counterpart"></slot>
        ${
          this.own
            ? html`<button class="button" @click=${() => this.dispatchEvent(new CustomEvent('alignment-asked'))}>
                もとの対応に戻す
              </button>`
            : nothing
        }
        ${
          comparison.editable && !this.linked
            ? html`<button class="button" @click=${() => this.dispatchEvent(new CustomEvent('pages-paired'))}>
                この２ページを合わせる
              </button>`
            : nothing
        }
        <a class="button" href=${this.changesHref}>変わった数値の一覧（${(changed + added + removed + restated).toLocaleString()}件）</a>
      </div>`;
  }

  private correcting() {
    const { comparing } = this;
    const { counterpart, line } = comparing.correcting!;
    return html`<p class="hint" role="status">
        <b>${line.place.label}</b>${
          counterpart
            ? html`と、となりの資料の<b>${counterpart.place.label}</b>を、同じ行にしますか。`
            : 'と同じ行を、となりの資料で選んでください。'
        }
      </p>
      <div class="actions">
        ${
          counterpart
            ? html`<button class="button primary" @click=${() => void comparing.finishCorrecting(false)}>この２行を合わせる</button>`
            : html`<button class="button" @click=${() => void comparing.finishCorrecting(true)}>同じ行はない</button>`
        }
        <button class="button quiet" @click=${() => comparing.close()}>やめる</button>
      </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1.5rem;
        min-height: 5.75rem;
        padding: 0 0.75rem;
        border-top: 1px solid var(--color-line-weak);
        background: var(--color-ground);
      }
      compare-card {
        flex: 1;
        min-width: 0;
        margin-inline: -0.75rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: 0.5rem;
      }
      @media (max-width: 70rem) {
        :host {
          min-height: 7.75rem;
        }
      }
      @media (max-width: 40rem) {
        :host {
          flex-direction: column;
          align-items: stretch;
          justify-content: center;
          min-height: 9.5rem;
          padding: 0 0.5rem;
        }
        compare-card {
          flex: none;
          margin-inline: -0.5rem;
        }
      }
    `,
  ];
}
customElements.define('compare-foot', CompareFoot);

declare global {
  interface HTMLElementTagNameMap {
    'compare-foot': CompareFoot;
  }
}
