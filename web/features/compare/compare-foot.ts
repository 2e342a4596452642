import { css, html, LitElement, nothing } from 'lit';
import type { ComparedSide, Comparison } from '../../../contract/comparisons.ts';
import type { Document } from '../../../contract/documents.ts';
import { paths } from '../../client/paths.ts';
import '../../ui/page-view/ui-page-bar.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import type { PaperNames } from './card-words.ts';
import type { Turning } from './compare-acts.ts';
import './compare-card.ts';
import './counterpart-choice.ts';
import { fire, type Wish } from '../../ui/events.ts';
import type { Correcting, LineChoice } from './line-choice.ts';

/**
 * What stands under the two pages: how to begin, the chosen line, or the correction under way, and what turns both. Always of
 * one height, so that a tap moves nothing.
 * @fires alignment-asked @fires comparison-retried @fires pages-paired @fires correction-made @fires choice-closed, and as the
 * card, the bar and the choice of the counterpart.
 */
export class CompareFoot extends LitElement {
  static override properties = {
    papers: { attribute: false },
    comparison: { attribute: false },
    failed: { type: Boolean },
    waiting: { type: Boolean },
    names: { attribute: false },
    choice: { attribute: false },
    chosenIn: {},
    correcting: { attribute: false },
    isOwnLink: { type: Boolean },
    changesHref: { attribute: false },
    turning: { attribute: false },
    olderNotes: { attribute: false },
  };
  declare papers: { readonly newer: Document; readonly older: Document };
  declare comparison: Comparison | null;
  declare failed: boolean;
  /** It is being computed, for the first time or once more. */
  declare waiting: boolean;
  declare names: PaperNames;
  declare choice: LineChoice | null;
  /** The paper that the line was chosen in. */
  declare chosenIn: ComparedSide;
  declare correcting: Correcting | null;
  /** The person on this device keeps the pages together by their own rule. */
  declare isOwnLink: boolean;
  declare changesHref: string;
  /** Null where each pane turns by itself. */
  declare turning: Turning | null;
  /** What the member wrote on the chosen line in the older paper. */
  declare olderNotes: readonly string[];

  override render() {
    const { turning } = this;
    return html`<div class="words">${this.words()}</div>
      ${
        turning
          ? html`<ui-page-bar
              compact
              .page=${turning.page}
              .pageCount=${turning.pageCount}
              label=${turning.label}
              name=${turning.name}
              note=${turning.note}
            ></ui-page-bar>`
          : nothing
      }`;
  }

  private words() {
    const { choice, comparison, correcting } = this;
    if (correcting) return this.asking(correcting);
    if (!choice || !comparison) return this.idle();
    return html`<compare-card
      .line=${choice.line}
      .value=${choice.value}
      .side=${this.chosenIn}
      .names=${this.names}
      .yearsHref=${this.yearsOf(comparison, choice)}
      .editable=${comparison.editable}
      .written=${this.olderNotes}
    ></compare-card>`;
  }

  /** The chosen line over all years; empty where it has no number, or the two are versions of one paper. */
  private yearsOf({ older, newer }: Comparison, { line, value }: LineChoice): string {
    if (line.values.length === 0 || older.documentId === newer.documentId) return '';
    const { documentId } = this.chosenIn === 'newer' ? newer : older;
    const column = line.values[value]?.column.join(' ');
    return paths.years(documentId, { page: line.place.page, line: line.index, ...(column && { column }) });
  }

  private idle() {
    const { comparison } = this;
    if (this.failed)
      return html`<p role="status">行ごとの対応は調べられませんでした。ページを並べて読むことはできます。</p>
        <div class="actions">
          <button class="button" @click=${() => this.ask('comparison-retried')}>もう一度調べる</button>
        </div>`;
    if (!comparison?.ready)
      return html`<p role="status">２つの資料の対応を調べています。ページはこのまま読めます。</p>`;
    const { changed, added, removed, restated } = comparison.counts;
    const count = (changed + added + removed + restated).toLocaleString();
    return html`<p class="hint">
        ${this.waiting ? '直した対応を反映しています…' : '行にふれると、となりの資料の同じ行と、差を表示します。'}
      </p>
      <div class="actions">
        <counterpart-choice .newer=${this.papers.newer} .older=${this.papers.older}></counterpart-choice>
        ${
          this.isOwnLink
            ? html`<button class="button" @click=${() => this.ask('alignment-asked')}>もとの対応に戻す</button>`
            : nothing
        }
        ${
          comparison.editable && !this.turning
            ? html`<button class="button" @click=${() => this.ask('pages-paired')}>この2ページを合わせる</button>`
            : nothing
        }
        <a class="button" href=${this.changesHref}>変わった数値の一覧<span class="count">（${count}件）</span></a>
      </div>`;
  }

  private ask(wish: Wish): void {
    fire(this, wish);
  }

  private asking({ counterpart, line }: Correcting) {
    const make = (alone: boolean) => () => fire(this, 'correction-made', { alone });
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
            ? html`<button class="button primary" @click=${make(false)}>この2行を合わせる</button>`
            : html`<button class="button" @click=${make(true)}>同じ行はない</button>`
        }
        <button class="button quiet" @click=${() => this.ask('choice-closed')}>やめる</button>
      </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        /* a number's target is higher than its line, and makes no page longer */
        overflow: clip;
        border-top: 1px solid var(--color-line-weak);
        background: var(--color-ground);
      }
      .words {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        min-height: 5.5rem;
        padding: 0 0.75rem;
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
      .count {
        white-space: nowrap;
      }
      @container (min-width: 70rem) {
        :host {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        ui-page-bar {
          border-top: 0;
          border-left: 1px solid var(--color-line-weak);
        }
      }
      @container (max-width: 40rem) {
        .words {
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
