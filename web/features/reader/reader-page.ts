import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { isUnfinished } from '../../client/document-reading.ts';
import { paths } from '../../client/paths.ts';
import { readSession } from '../../client/sessions.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { announce } from '../../ui/announce.ts';
import { icon } from '../../ui/icons.ts';
import { steppedZoom } from '../../ui/page-view/geometry.ts';
import { ReadingKeys } from '../../ui/page-view/keys.ts';
import '../../ui/page-view/ui-page-bar.ts';
import '../../ui/page-view/ui-page-jump.ts';
import '../../ui/page-view/ui-page-strip.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { failedSheet } from '../../ui/sheets/failed.ts';
import './print-dialog.ts';
import './reader-notices.ts';
import { ReaderNotes } from './reader-notes.ts';
import { readerPageSheet } from './reader-page.styles.ts';
import './reader-search.ts';
import { ReaderSession } from './reader-session.ts';
import './reader-stage.ts';
import './reader-top.ts';
import './reader-zoom.ts';
import type { Fired } from '../../ui/events.ts';
import { ReadingLayout } from './reading-layout.ts';
import { WholeScreen } from './whole-screen.ts';

/** Reading one document, a page at a time, or two that lie open together. */
export class ReaderPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    settled: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  /** The first page stands; before that the strip's pictures would take its line. */
  declare private settled: boolean;
  /** Where a member goes on when the document is not to be had. */
  private way: { href: string; label: string } | null = null;
  private readonly session = new ReaderSession(this);
  private readonly notes = new ReaderNotes(this);
  private readonly layout = new ReadingLayout(this);
  private readonly whole = new WholeScreen(this);
  private readonly keys = new ReadingKeys({
    turn: (direction) => this.turn(direction),
    goTo: (end) => this.goTo(end === 'first' ? 1 : this.session.pageCount),
    scroll: (direction, part) => this.view?.scrollPage(direction, part) ?? false,
    zoom: (direction) => this.zoomStep(direction),
    letGo: () => (this.notes.isOpen ? this.notes.close() : this.whole.end()),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.settled = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys.start();
    readSession().then(
      ({ member, official }) => {
        if (member) this.way = { href: paths.meeting(member.meetingId), label: '会議へ' };
        else if (official) this.way = { href: paths.office, label: '会議体の一覧へ' };
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keys.stop();
  }

  private get view() {
    return this.renderRoot.querySelector('reader-stage')?.view ?? null;
  }

  /** Those that are shown: the open one, or two. */
  private get shownPages(): readonly number[] {
    const { page, pageCount, document } = this.session;
    return this.layout.pagesAt(page, document.value?.pages ?? [], pageCount);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params') && !changed.has('query')) return;
    const asked = (name: string) => Number(this.query.get(name)) || 0;
    const words = this.query.get('words')?.trim() ?? '';
    this.session.open({ id: Number(this.params.id), revision: asked('revision') || undefined }, asked('page'), words);
  }

  override updated(): void {
    const { value, failure } = this.session.document;
    this.toggleAttribute('data-failed', value === null && failure !== null);
    if (!this.settled) void this.settle();
    else if (value) void this.notes.follow(value);
  }

  private async settle(): Promise<void> {
    await this.renderRoot.querySelector('reader-stage')?.updateComplete;
    await this.view?.whenShown;
    if (this.view) this.settled = true;
  }

  private async look(words: string): Promise<void> {
    await this.session.look(words);
    await this.bringHit();
  }

  private async stepHit(direction: 1 | -1): Promise<void> {
    this.session.stepHit(direction);
    await this.bringHit();
  }

  /** Where the page is higher than the screen, the line that was found comes into sight. */
  private async bringHit(): Promise<void> {
    await this.updateComplete;
    const { current } = this.session.search;
    if (current) await this.renderRoot.querySelector('reader-stage')?.bring(current.box);
  }

  private turn(direction: 1 | -1): void {
    this.layout.zoomTo(1);
    this.session.turn(direction, this.shownPages);
  }

  private goTo(page: number): void {
    this.layout.zoomTo(1);
    this.session.goTo(page);
  }

  private zoomStep(direction: 1 | -1): void {
    const { layout } = this;
    this.view?.zoomBy(steppedZoom(layout.zoom, direction) / layout.zoom);
    announce(`${Math.round(layout.zoom * 100)}パーセント`);
  }

  private readonly jump = () => void this.renderRoot.querySelector('ui-page-jump')?.show();

  override render() {
    const { document } = this.session;
    return document.value
      ? this.reader(document.value)
      : readingFace(document, () => nothing, { loading: '資料を開いています…', ...(this.way && { way: this.way }) });
  }

  private reader(document: Document) {
    const { session } = this;
    const hasStrip = this.layout.strip && session.source !== null && !this.whole.isOn;
    return html`
      ${this.whole.isOn ? html`<h1 class="visually-hidden">${document.title}</h1>` : this.top(document)} ${session.search.shown ? this.search() : this.desk(document)}
      <div class="middle" data-strip=${hasStrip}>
        ${
          hasStrip
            ? html`<ui-page-strip
                .source=${this.settled ? session.source : null}
                .page=${session.page}
                .changed=${session.changedPages}
                @page-chosen=${({ detail }: Fired<'page-chosen'>) => this.goTo(detail.page)}
              ></ui-page-strip>`
            : nothing
        }
        <reader-stage
          .document=${document}
          .source=${session.source}
          .pages=${this.shownPages}
          .fit=${this.layout.fit}
          .zoom=${this.layout.zoom}
          .marksOf=${session.marksOf}
          .changed=${session.changedPages}
          .notesOf=${this.notes.book && this.notes.onPage}
          .notesAt=${this.notes.changes}
          .tool=${this.notes.tool}
          @retry=${() => session.reopen()}
          @page-turn=${({ detail }: Fired<'page-turn'>) => this.turn(detail.direction)}
          @zoom-changed=${({ detail }: Fired<'zoom-changed'>) => this.layout.zoomTo(detail.zoom)}
        ></reader-stage>
      </div>
      ${this.bar(document)}
      <ui-page-jump
        .pages=${document.pages}
        .outline=${document.outline}
        .unfinished=${isUnfinished(document)}
        @page-chosen=${({ detail }: Fired<'page-chosen'>) => this.goTo(detail.page)}
      ></ui-page-jump>
      <print-dialog .document=${document} .page=${session.page}></print-dialog>
    `;
  }

  private top(document: Document) {
    const { session } = this;
    return html`<reader-top
      .document=${document}
      .page=${session.page}
      .strip=${this.layout.strip}
      .spread=${this.layout.spread}
      @strip-toggled=${this.layout.toggleStrip}
      @spread-toggled=${this.layout.toggleSpread}
      @whole-toggled=${() => this.whole.toggle()}
      .writable=${this.notes.book !== null}
      .writing=${this.notes.isOpen}
      .noted=${(this.notes.book?.all.length ?? 0) > 0}
      @notes-toggled=${() => this.notes.toggle()}
      @search-asked=${() => session.search.show()}
      @printing-asked=${() => this.renderRoot.querySelector('print-dialog')?.show()}
      @jump-asked=${this.jump}
      ><reader-notices
        slot="notice"
        .document=${document}
        .page=${session.page}
        .newest=${session.newer}
        .replaced=${session.replaced}
        .offline=${session.document.failure !== null}
        @newest-asked=${() => session.showNewest()}
        @notice-closed=${() => session.closeReplaced()}
        @retry=${() => void session.document.load()}
        @page-chosen=${({ detail }: Fired<'page-chosen'>) => this.goTo(detail.page)}
      ></reader-notices
    ></reader-top>`;
  }

  /** Nothing until it is loaded. */
  private desk(document: Document) {
    const { book, isOpen, tool } = this.notes;
    return book
      ? html`<note-desk
          .books=${[book]}
          .pages=${document.pages}
          .page=${this.session.page}
          .open=${isOpen}
          .tool=${tool}
          .layable=${true}
          @tool-chosen=${({ detail }: Fired<'tool-chosen'>) => this.notes.take(detail.tool)}
          @tools-closed=${() => this.notes.close()}
          @page-chosen=${({ detail }: Fired<'page-chosen'>) => this.goTo(detail.page)}
        ></note-desk>`
      : nothing;
  }

  private search() {
    const { search } = this.session;
    return html`<reader-search
      .words=${search.words}
      .at=${search.at}
      .count=${search.count}
      .failed=${search.failure?.message ?? ''}
      @hits-asked=${({ detail }: Fired<'hits-asked'>) => void this.look(detail.words)}
      @hit-stepped=${({ detail }: Fired<'hit-stepped'>) => void this.stepHit(detail.direction)}
      @search-closed=${() => search.close()}
    ></reader-search>`;
  }

  private bar(document: Document) {
    const { page, pageCount } = this.session;
    return html`<ui-page-bar
      .page=${page}
      .pageCount=${pageCount}
      label=${document.pages[page - 1]?.label ?? ''}
      @page-turn=${({ detail }: Fired<'page-turn'>) => this.turn(detail.direction)}
      @jump-asked=${this.jump}
    >
      ${
        this.whole.isOn
          ? html`<button class="button" @click=${() => this.whole.end()}>${icon('close')}全画面を終える</button>`
          : html`<reader-zoom
              .zoom=${this.layout.zoom}
              .fit=${this.layout.fit}
              @zoom-stepped=${({ detail }: Fired<'zoom-stepped'>) => this.zoomStep(detail.direction)}
              @fit-toggled=${this.layout.toggleFit}
            ></reader-zoom>`
      }
    </ui-page-bar>`;
  }

  static override styles = [baseSheet, readerPageSheet, failedSheet];
}
customElements.define('reader-page', ReaderPage);
