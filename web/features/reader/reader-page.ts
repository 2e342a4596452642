import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { markBeforeTitle } from '../../../domain/meetings/document.ts';
import { DocumentWatch } from '../../client/document-watch.ts';
import { keep, kept } from '../../client/kept.ts';
import { noteAddress, setTitle } from '../../client/navigation.ts';
import { pageSourceOf } from '../../client/page-source.ts';
import { paths } from '../../client/paths.ts';
import { ReadingPlaceNote } from '../../client/reading-place.ts';
import { announce } from '../../ui/announce.ts';
import type { Fit } from '../../ui/page-view/geometry.ts';
import { steppedZoom } from '../../ui/page-view/geometry.ts';
import { ReadingKeys } from '../../ui/page-view/keys.ts';
import { type PageSource, pageName } from '../../ui/page-view/page-source.ts';
import '../../ui/page-view/ui-page-jump.ts';
import '../../ui/page-view/ui-page-strip.ts';
import '../../ui/page-view/ui-page-view.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { barFace, failureFace, openingFace, replacedFace, unreadableFace, waitingFace } from './reader-faces.ts';
import './reader-top.ts';
import { readerPageSheet } from './reader-page.styles.ts';
import { ReplacementWatch } from './replacement-watch.ts';

/** Reading one document, a page at a time. */
export class ReaderPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    page: { state: true },
    zoom: { state: true },
    fit: { state: true },
    strip: { state: true },
    settled: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private page: number;
  declare private zoom: number;
  declare private fit: Fit;
  declare private strip: boolean;
  /** The first page stands; before that the strip's pictures would take its line. */
  declare private settled: boolean;
  private source: PageSource | null = null;
  private placed = false;
  private readonly watch = new DocumentWatch(() => this.onDocument());
  private readonly places = new ReadingPlaceNote();
  private readonly replacement = new ReplacementWatch(() => this.requestUpdate());
  private readonly keys = new ReadingKeys({
    turn: (direction) => this.turn(direction),
    goTo: (end) => this.goTo(end === 'first' ? 1 : this.pageCount),
    scroll: (direction, part) => this.view?.scrollPage(direction, part) ?? false,
    zoom: (direction) => this.zoomStep(direction),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.page = 1;
    this.zoom = 1;
    this.settled = false;
    this.fit = kept('fit') === 'width' ? 'width' : 'page';
    this.strip = kept('strip') !== 'hidden' && window.matchMedia('(min-width: 60rem)').matches;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys.start();
    this.places.start();
    if (this.hasUpdated) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keys.stop();
    this.places.stop();
    this.watch.stop();
    this.replacement.stop();
  }

  private get view() {
    return this.renderRoot.querySelector('ui-page-view');
  }

  private get pageCount(): number {
    const { document } = this.watch;
    return document ? (document.revision.pageCount ?? Math.max(1, document.pages.length)) : 1;
  }

  private get askedRevision(): number | undefined {
    return Number(this.query.get('revision')) || undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params') && !changed.has('query')) return;
    const { document } = this.watch;
    const same =
      document?.id === Number(this.params.id) &&
      (this.askedRevision ?? document.newestRevisionId) === document.revision.id;
    if (same) this.page = this.inside(Number(this.query.get('page')) || this.page);
    else this.open();
  }

  override updated(): void {
    if (!this.settled)
      void this.view?.whenShown.then(() => {
        this.settled = true;
      });
  }

  private open(): void {
    this.placed = false;
    this.source = null;
    this.watch.watch(Number(this.params.id), this.askedRevision);
  }

  private onDocument(): void {
    const { document } = this.watch;
    if (document) {
      if (
        !this.source ||
        this.source.revisionId !== document.revision.id ||
        this.source.pages.length !== document.pages.length
      )
        this.source = pageSourceOf(document);
      if (!this.placed) this.place(document);
      this.replacement.follow(document);
    }
    this.requestUpdate();
  }

  private place(document: Document): void {
    this.placed = true;
    setTitle([markBeforeTitle(document), document.title].filter(Boolean).join('　'));
    this.page = this.inside(Number(this.query.get('page')) || document.readingPlace || 1);
    // who is offered what a replacement changed has seen it only once they read on
    if (document.seenRevisionId === null) this.places.note(document.id, this.page, document.revision.id);
  }

  private inside(page: number): number {
    return Math.min(this.pageCount, Math.max(1, Math.trunc(page) || 1));
  }

  private turn(direction: 1 | -1): void {
    const wanted = this.page + direction;
    if (wanted < 1) announce('最初のページです。');
    else if (wanted > this.pageCount) announce('最後のページです。');
    else this.goTo(wanted);
  }

  private goTo(page: number): void {
    const { document } = this.watch;
    if (!document) return;
    this.page = this.inside(page);
    this.zoom = 1;
    const shown = document.pages[this.page - 1];
    announce(`${shown ? pageName(shown) : `${this.page}ページ`}、全${this.pageCount}ページ`);
    const revision = this.askedRevision;
    noteAddress(paths.document(document.id, { page: this.page, ...(revision !== undefined && { revision }) }));
    this.places.note(document.id, this.page, document.revision.id);
  }

  private zoomStep(direction: 1 | -1): void {
    this.view?.zoomBy(steppedZoom(this.zoom, direction) / this.zoom);
    announce(`${Math.round(this.zoom * 100)}パーセント`);
  }

  private toggleFit(): void {
    this.fit = this.fit === 'page' ? 'width' : 'page';
    this.zoom = 1;
    keep('fit', this.fit);
  }

  private toggleStrip(): void {
    this.strip = !this.strip;
    keep('strip', this.strip ? 'shown' : 'hidden');
  }

  private async jump(): Promise<void> {
    await this.renderRoot.querySelector('ui-page-jump')?.show();
  }

  override render() {
    const { document, failure } = this.watch;
    if (!document) return failure ? failureFace(failure, () => this.open()) : openingFace();
    return html`
      <reader-top
        .document=${document}
        .page=${this.page}
        .strip=${this.strip}
        .offline=${failure !== null}
        @strip-toggled=${this.toggleStrip}
        @jump-asked=${this.jump}
        @retry=${() => this.watch.watch(document.id, this.askedRevision)}
        
        >${replacedFace(document, this.replacement, this.page, (page) => this.goTo(page))}</reader-top
      >
      <div class="middle" data-strip=${this.strip}>
        ${
          this.strip && this.source
            ? html`<ui-page-strip
                .source=${this.settled ? this.source : null}
                .page=${this.page}
                .changed=${this.replacement.pages}
                @page-chosen=${(event: CustomEvent<{ page: number }>) => this.goTo(event.detail.page)}
              ></ui-page-strip>`
            : nothing
        }
        ${document.revision.state === 'failed' ? unreadableFace(() => this.open()) : this.viewer(document)}
      </div>
      ${barFace(
        document,
        { page: this.page, pageCount: this.pageCount, zoom: this.zoom, fit: this.fit },
        {
          turn: (direction) => this.turn(direction),
          jump: () => void this.jump(),
          zoom: (direction) => this.zoomStep(direction),
          toggleFit: () => this.toggleFit(),
        },
      )}
      <ui-page-jump
        .pages=${document.pages}
        .outline=${document.outline}
        @page-chosen=${(event: CustomEvent<{ page: number }>) => this.goTo(event.detail.page)}
      ></ui-page-jump>
    `;
  }

  private viewer(document: Document) {
    return html`<ui-page-view
      .source=${this.source}
      .page=${this.page}
      .fit=${this.fit}
      .zoom=${this.zoom}
      .marks=${this.replacement.marks(this.page)}
      @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.turn(event.detail.direction)}
      @zoom-changed=${(event: CustomEvent<{ zoom: number }>) => {
        this.zoom = event.detail.zoom;
      }}
    >
      <div slot="waiting">${waitingFace(document)}</div>
    </ui-page-view>`;
  }

  static override styles = [baseSheet, readerPageSheet];
}
customElements.define('reader-page', ReaderPage);
