import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { documentMark } from '../../../domain/meetings/document.ts';
import { DocumentWatch } from '../../client/document-watch.ts';
import { navigate, noteAddress, setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { announce } from '../../ui/announce.ts';
import { icon } from '../../ui/icons.ts';
import { type Fit, steppedZoom } from '../../ui/page-view/geometry.ts';
import { ReadingKeys } from '../../ui/page-view/keys.ts';
import '../../ui/page-view/ui-page-bar.ts';
import '../../ui/page-view/ui-page-jump.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-loading.ts';
import './compare-pane.ts';
import './compare-picker.ts';
import './compare-tools.ts';
import { comparePageSheet } from './compare-page.styles.ts';
import type { Side } from './page-link.ts';
import { PairedPlaces } from './paired-places.ts';
import { yearWord } from './year-word.ts';

type Zooms = Readonly<Record<Side, number>>;

/** 並べて見る: a document and another beside it, turned together or each alone. */
export class ComparePage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    zooms: { state: true },
    fit: { state: true },
    choosing: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private zooms: Zooms;
  declare private fit: Fit;
  declare private choosing: boolean;
  private readonly paired = new PairedPlaces();
  private active: Side = 'page';
  private placed = false;
  private jumping: Side = 'page';
  private readonly watches: Record<Side, DocumentWatch> = {
    page: new DocumentWatch(() => this.onDocument()),
    other: new DocumentWatch(() => this.onDocument()),
  };
  private readonly keys = new ReadingKeys({
    turn: (direction) => this.turn(direction),
    goTo: (end) => this.goTo(this.active, end === 'first' ? 1 : this.length(this.active)),
    scroll: (direction, part) => this.pane(this.active)?.view?.scrollPage(direction, part) ?? false,
    zoom: (direction) => this.zoomStep(direction),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.zooms = { page: 1, other: 1 };
    this.fit = window.matchMedia('(orientation: portrait)').matches ? 'width' : 'page';
    this.choosing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keys.stop();
    this.watches.page.stop();
    this.watches.other.stop();
  }

  private get otherId(): number {
    return Number(this.params.other) || 0;
  }

  private pane(side: Side) {
    return this.renderRoot.querySelector<HTMLElementTagNameMap['compare-pane']>(`compare-pane[data-side="${side}"]`);
  }

  private length(side: Side): number {
    const { document } = this.watches[side];
    return document ? (document.revision.pageCount ?? Math.max(1, document.pages.length)) : 1;
  }

  private get lengths() {
    return { pages: this.length('page'), others: this.length('other') };
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    const before = changed.get('params');
    this.placed = false;
    this.choosing = this.otherId === 0;
    if (before?.id !== this.params.id) this.watches.page.watch(Number(this.params.id));
    if (this.otherId === 0) this.watches.other.stop();
    else if (before?.other !== this.params.other) this.watches.other.watch(this.otherId);
    this.onDocument();
  }

  private onDocument(): void {
    this.requestUpdate();
    const { page, other } = this.watches;
    if (!page.document) return;
    setTitle(`${nameOf(page.document)}を並べて見る`);
    if (this.placed || (this.otherId !== 0 && other.document?.id !== this.otherId)) return;
    this.placed = true;
    this.placeBoth(page.document);
  }

  private placeBoth(document: Document): void {
    const asked = {
      page: Number(this.query.get('page')) || document.readingPlace || 1,
      other: Number(this.query.get('otherPage')) || 0,
    };
    this.paired.open(document.id, this.otherId, asked, this.lengths);
    this.zooms = { page: 1, other: 1 };
  }

  private turn(direction: 1 | -1, side: Side = this.active): void {
    this.move(() => this.paired.turn(direction, side, this.lengths));
  }

  private goTo(side: Side, target: number): void {
    this.move(() => this.paired.goTo(side, target, this.lengths));
  }

  private move(step: () => void): void {
    const before = this.paired.places;
    step();
    const { places } = this.paired;
    if (places.page === before.page && places.other === before.other) return;
    this.zooms = { page: 1, other: 1 };
    const { page, other } = this.watches;
    announce(`${page.document ? nameOf(page.document) : ''} ${places.page}ページ、並べた資料 ${places.other}ページ`);
    if (page.document && other.document)
      noteAddress(paths.beside(page.document.id, other.document.id, { page: places.page, otherPage: places.other }));
  }

  private toggleLink(): void {
    this.paired.toggle();
    this.requestUpdate();
    announce(this.paired.linked ? 'いまの並びで、いっしょにめくります。' : '別々にめくります。');
  }

  private toggleFit(): void {
    this.fit = this.fit === 'page' ? 'width' : 'page';
    this.zooms = { page: 1, other: 1 };
  }

  private onZoom(side: Side, zoom: number): void {
    this.zooms = this.paired.linked ? { page: zoom, other: zoom } : { ...this.zooms, [side]: zoom };
  }

  /** Linked panes scroll together, each by the same part of its page. */
  private follow(side: Side): void {
    const leader = this.pane(side)?.view;
    const follower = this.pane(side === 'page' ? 'other' : 'page')?.view;
    if (this.paired.linked && leader && follower) follower.scrollToPlace(leader.scrollPlace);
  }

  private zoomStep(direction: 1 | -1): void {
    const zoom = this.zooms[this.active];
    this.pane(this.active)?.view?.zoomBy(steppedZoom(zoom, direction) / zoom);
  }

  private choose(otherId: number): void {
    this.choosing = false;
    if (otherId !== this.otherId)
      navigate(paths.beside(Number(this.params.id), otherId, { page: this.paired.places.page }), { replace: true });
  }

  private swap(): void {
    const { page, other } = this.paired.places;
    navigate(paths.beside(this.otherId, Number(this.params.id), { page: other, otherPage: page }), { replace: true });
  }

  private close(side: Side): void {
    const [id, page] =
      side === 'page' ? [this.otherId, this.paired.places.other] : [Number(this.params.id), this.paired.places.page];
    navigate(id === 0 ? paths.document(Number(this.params.id)) : paths.document(id, { page }));
  }

  private async jump(side: Side): Promise<void> {
    this.jumping = side;
    this.requestUpdate();
    await this.updateComplete;
    await this.renderRoot.querySelector('ui-page-jump')?.show();
  }

  override render() {
    const { page, other } = this.watches;
    const { document } = page;
    if (!document)
      return page.failure ? this.failure('page') : html`<ui-loading label="資料を開いています…"></ui-loading>`;
    const both = !this.choosing && this.otherId !== 0;
    return html`
      ${this.top(document, both)}
      <div class="panes">
        ${this.drawPane('page', document)}
        ${!both ? this.picker(document) : other.document ? this.drawPane('other', other.document) : this.waiting()}
      </div>
      ${both && other.document && this.paired.linked ? this.bar(document) : nothing}
      ${this.jumpDialog()}
    `;
  }

  private top(document: Document, both: boolean) {
    return html`<header>
      <a class="button quiet" href=${paths.document(document.id, { page: this.paired.places.page })}>${icon('back')}<span>１つで見る</span></a>
      <h1>並べて見る</h1>
      ${both ? this.tools() : nothing}
    </header>`;
  }

  private tools() {
    return html`<compare-tools
      .linked=${this.paired.linked}
      .zoom=${this.zooms[this.active]}
      .fit=${this.fit}
      @link-toggled=${this.toggleLink}
      @sides-swapped=${this.swap}
      @fit-toggled=${this.toggleFit}
      @zoom-stepped=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.zoomStep(event.detail.direction)}
    ></compare-tools>`;
  }

  private drawPane(side: Side, document: Document) {
    const rival = this.watches[side === 'page' ? 'other' : 'page'].document;
    return html`<compare-pane
      data-side=${side}
      .document=${document}
      .page=${this.paired.places[side]}
      .zoom=${this.zooms[side]}
      .fit=${this.fit}
      .year=${rival && this.otherId !== 0 ? yearWord(document.fiscalYear, rival.fiscalYear) : ''}
      .alone=${!this.paired.linked && this.otherId !== 0 && !this.choosing}
      .choosable=${side === 'other'}
      @focusin=${() => this.activate(side)}
      @pointerdown=${() => this.activate(side)}
      @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.turn(event.detail.direction, side)}
      @zoom-changed=${(event: CustomEvent<{ zoom: number }>) => this.onZoom(side, event.detail.zoom)}
      @view-scrolled=${() => this.follow(side)}
      @jump-asked=${() => this.jump(side)}
      @other-asked=${() => {
        this.choosing = true;
      }}
      @pane-closed=${() => this.close(side)}
    ></compare-pane>`;
  }

  private activate(side: Side): void {
    this.active = side;
  }

  private picker(document: Document) {
    return html`<compare-picker
      .choices=${document.beside}
      .current=${this.otherId}
      name=${nameOf(document)}
      @document-chosen=${(event: CustomEvent<{ documentId: number }>) => this.choose(event.detail.documentId)}
    ></compare-picker>`;
  }

  private waiting() {
    return this.watches.other.failure ? this.failure('other') : html`<ui-loading></ui-loading>`;
  }

  private failure(side: Side) {
    const { failure } = this.watches[side];
    return html`<ui-failure
      heading=${failure?.heading ?? ''}
      message=${failure?.message ?? ''}
      remedy=${failure?.remedy ?? 'retry'}
      @retry=${() => this.watches[side].watch(Number(side === 'page' ? this.params.id : this.otherId))}
    ></ui-failure>`;
  }

  private bar(document: Document) {
    return html`<ui-page-bar
      .page=${this.paired.places.page}
      .pageCount=${this.length('page')}
      name=${nameOf(document)}
      note="並べた資料 ${this.paired.places.other}／${this.length('other')}"
      @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.turn(event.detail.direction)}
      @jump-asked=${() => this.jump('page')}
    ></ui-page-bar>`;
  }

  private jumpDialog() {
    const document = this.watches[this.jumping].document;
    return html`<ui-page-jump
      .pages=${document?.pages ?? []}
      .outline=${document?.outline ?? []}
      @page-chosen=${(event: CustomEvent<{ page: number }>) => this.goTo(this.jumping, event.detail.page)}
    ></ui-page-jump>`;
  }

  static override styles = [baseSheet, comparePageSheet];
}

function nameOf({ kind, number, title }: Document): string {
  return documentMark(kind, number) || title;
}

customElements.define('compare-page', ComparePage);
