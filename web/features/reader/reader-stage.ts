import { css, html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import type { BookNote } from '../../notes/note-book.ts';
import type { NoteTool } from '../../notes/note-tool.ts';
import type { Fit } from '../../ui/page-view/geometry.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import type { PageSource } from '../../ui/page-view/page-source.ts';
import '../../ui/page-view/ui-page-view.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-progress.ts';

/**
 * The page that is read, or the two that lie open together; what stands there while a page is not ready, or cannot be.
 * @fires retry, and as the page view.
 */
export class ReaderStage extends LitElement {
  static override properties = {
    document: { attribute: false },
    source: { attribute: false },
    pages: { attribute: false },
    fit: {},
    zoom: { type: Number },
    marksOf: { attribute: false },
    changed: { attribute: false },
    notesOf: { attribute: false },
    notesAt: { type: Number },
    tool: { attribute: false },
  };
  declare document: Document;
  declare source: PageSource | null;
  /** 1-based numbers in the file. */
  declare pages: readonly number[];
  declare fit: Fit;
  declare zoom: number;
  declare marksOf: (page: number) => readonly PageMark[];
  /** Pages with marks: another array once others are known. */
  declare changed: readonly number[];
  /** Null where nobody writes. */
  declare notesOf: ((page: number) => readonly BookNote[]) | null;
  /** Another number once the notes are others. */
  declare notesAt: number;
  declare tool: NoteTool | null;

  /** The first of the pages. */
  get view() {
    return this.renderRoot.querySelector('ui-page-view');
  }

  /** Where the page is higher than the stage, this part of it comes into sight. */
  async bring([, top = 0]: readonly number[]): Promise<void> {
    await this.updateComplete;
    await this.view?.updateComplete;
    this.view?.bringTo(top, this.view.clientHeight / 3);
  }

  override render() {
    if (this.document.revision.state === 'failed')
      return html`<ui-failure
        heading="この資料を表示できません"
        message="ファイルを読み取れませんでした。事務局にお問い合わせください。差し替えられると、ここで見られるようになります。"
      ></ui-failure>`;
    return html`<div class="stage ${this.isOpen ? 'open' : ''}" data-pages=${this.pages.length}>${this.pages.map((page) => this.drawn(page))}</div>`;
  }

  /** Two whole pages are seen. */
  private get isOpen(): boolean {
    return this.pages.length > 1 && this.fit === 'page' && this.zoom === 1;
  }

  private drawn(page: number) {
    const size = this.isOpen && this.source?.pages[page - 1];
    return html`<ui-page-view
      .style=${/* as a property: an attribute would need a wider Content-Security-Policy */ size ? `aspect-ratio:${size.width}/${size.height}` : ''}
      .source=${this.source}
      .page=${page}
      .fit=${this.fit}
      .zoom=${this.zoom}
      .marks=${this.marksOf(page)}
    >
      <div slot="waiting">${this.waiting()}</div>
      ${this.layer(page)}
    </ui-page-view>`;
  }

  private layer(page: number) {
    const size = this.source?.pages[page - 1];
    if (!this.notesOf || !size) return nothing;
    return html`<note-layer
      slot="over"
      .notes=${this.notesOf(page)}
      .page=${page}
      .size=${size}
      .tool=${this.tool ?? noTool}
    ></note-layer>`;
  }

  /** A page that is not drawn yet. */
  private waiting() {
    const { pages, revision } = this.document;
    const part = revision.pageCount ? pages.length / revision.pageCount : null;
    return html`<ui-progress .value=${part} label="資料の準備">
      <p>このページを準備しています。できあがると、自動で表示します。</p>
      ${revision.pageCount ? html`<p>${revision.pageCount}枚のうち${pages.length}枚ができました。</p>` : nothing}
    </ui-progress>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        min-width: 0;
        min-height: 0;
      }
      .stage {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        min-height: 0;
      }
      .stage[data-pages='2'] {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      /* two whole pages meet at the fold, as on the table */
      .stage.open {
        display: flex;
        justify-content: center;
        background: var(--color-stage);
      }
      .stage.open ui-page-view + ui-page-view {
        border-left: 1px solid var(--color-line-weak);
      }
      .stage.open ui-page-view {
        flex: 0 1 auto;
        height: 100%;
        max-width: 50%;
      }
      ui-failure {
        padding: 2rem 1rem;
      }
    `,
  ];
}
const noTool: NoteTool = { name: null, pen: 'red', marker: 'yellow' };

customElements.define('reader-stage', ReaderStage);

declare global {
  interface HTMLElementTagNameMap {
    'reader-stage': ReaderStage;
  }
}
