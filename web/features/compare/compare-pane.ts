import { html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { markBeforeTitle, spokenName, versionName } from '../../../domain/meetings/document.ts';
import { pageName, pagePlace } from '../../../domain/meetings/page-name.ts';
import { pageSourceOf } from '../../client/page-source.ts';
import type { BookNote } from '../../notes/note-book.ts';
import { icon } from '../../ui/icons.ts';
import type { Fit } from '../../ui/page-view/geometry.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import type { PageRow } from '../../ui/page-view/page-rows.ts';
import type { PageSource } from '../../ui/page-view/page-source.ts';
import '../../ui/page-view/ui-page-bar.ts';
import '../../ui/page-view/ui-page-jump.ts';
import '../../ui/page-view/ui-page-view.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-progress.ts';
import { fire } from '../../ui/events.ts';
import { comparePaneSheet } from './compare-pane.styles.ts';

/**
 * One of the two documents: its year and name, its page, and, where it moves alone, its own bar.
 * @fires page-turn, zoom-changed, view-scrolled, row-chosen, page-chosen as the page view, bar and dialog do.
 * @fires companion-asked @fires pane-closed
 */
export class ComparePane extends LitElement {
  static override properties = {
    document: { attribute: false },
    page: { type: Number },
    zoom: { type: Number },
    fit: {},
    year: {},
    alone: { type: Boolean },
    choosable: { type: Boolean },
    closable: { type: Boolean },
    rows: { attribute: false },
    marks: { attribute: false },
    note: {},
    notes: { attribute: false },
  };
  declare document: Document;
  declare page: number;
  declare zoom: number;
  declare fit: Fit;
  /** 今年, 昨年 … or nothing. */
  declare year: string;
  /** Not linked: shows its own bar. */
  declare alone: boolean;
  /** Offers another document in its place. */
  declare choosable: boolean;
  declare closable: boolean;
  declare rows: readonly PageRow[];
  declare marks: readonly PageMark[];
  /** A sentence about this page, or nothing. */
  declare note: string;
  /** What the member wrote on this page; null where nobody writes. */
  declare notes: readonly BookNote[] | null;
  private source: PageSource | null = null;

  get view() {
    return this.renderRoot.querySelector('ui-page-view');
  }

  async jump(): Promise<void> {
    await this.renderRoot.querySelector('ui-page-jump')?.show();
  }

  override willUpdate(): void {
    const { document, source } = this;
    if (source?.revisionId !== document.revision.id || source.pages.length !== document.pages.length)
      this.source = pageSourceOf(document);
  }

  /** The keyboard goes to the button that offers another document. */
  focusChooser(): void {
    this.renderRoot.querySelector<HTMLElement>('.chooser')?.focus();
  }

  private get name(): string {
    return `${fiscalYearLabel(this.document.fiscalYear)} ${spokenName(this.document)}`;
  }

  override render() {
    const { document } = this;
    return html`<section aria-label=${this.name}>
      ${this.heading(document)} ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
      ${
        document.revision.state === 'failed'
          ? html`<ui-failure heading="この資料を表示できません" message="ファイルを読み取れませんでした。事務局にお問い合わせください。" remedy="leave"></ui-failure>`
          : html`<ui-page-view
              .source=${this.source}
              .page=${this.page}
              .zoom=${this.zoom}
              .fit=${this.fit}
              .rows=${this.rows}
              .marks=${this.marks}
            >
              ${this.layer()}
              <ui-progress slot="waiting" label="資料の準備"><p>このページを準備しています。できあがると、自動で表示します。</p></ui-progress>
            </ui-page-view>`
      }
      ${this.alone ? this.bar(document) : nothing}
      <ui-page-jump .pages=${document.pages} .outline=${document.outline}></ui-page-jump>
    </section>`;
  }

  private layer() {
    const size = this.source?.pages[this.page - 1];
    if (!this.notes || !size) return nothing;
    return html`<note-layer slot="over" .notes=${this.notes} .page=${this.page} .size=${size}></note-layer>`;
  }

  private heading(document: Document) {
    const { title, fiscalYear, revision, pages } = document;
    const mark = markBeforeTitle(document);
    const count = revision.pageCount ?? pages.length;
    const shown = pages[this.page - 1] ?? { number: this.page, label: null };
    return html`<header>
      <span class="year">${this.year ? html`<b>${this.year}</b> ` : nothing}${fiscalYearLabel(fiscalYear)}</span>
      <h2>
        ${mark ? html`<span class="mark">${mark}</span>` : nothing}
        <span class="title">${title}</span>
        ${revision.number > 1 ? html`<span class="version">差替え${versionName(revision)}</span>` : nothing}
      </h2>
      <span class="place"><b>${pageName(shown)}</b> <span class="count">${pagePlace(shown, count)}</span></span>
      ${
        this.choosable
          ? html`<button
              class="button quiet chooser"
              aria-label="並べる資料を替える"
              @click=${() => fire(this, 'companion-asked')}
            >
              ${icon('list')}<span>資料を替える</span>
            </button>`
          : nothing
      }
      ${
        this.closable
          ? html`<button
              class="button quiet"
              aria-label="${this.name}を閉じる"
              @click=${() => fire(this, 'pane-closed')}
            >
              ${icon('close')}
            </button>`
          : nothing
      }
    </header>`;
  }

  private bar({ revision, pages }: Document) {
    return html`<ui-page-bar
      .page=${this.page}
      .pageCount=${revision.pageCount ?? Math.max(1, pages.length)}
      label=${pages[this.page - 1]?.label ?? ''}
      name=${this.name}
      @jump-asked=${this.jump}
    ></ui-page-bar>`;
  }

  static override styles = [baseSheet, comparePaneSheet];
}
customElements.define('compare-pane', ComparePane);

declare global {
  interface HTMLElementTagNameMap {
    'compare-pane': ComparePane;
  }
}
