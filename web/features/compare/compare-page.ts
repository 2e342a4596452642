import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { navigate, noteAddress, setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { announce } from '../../ui/announce.ts';
import { type Fit, steppedZoom } from '../../ui/page-view/geometry.ts';
import { ReadingKeys } from '../../ui/page-view/keys.ts';
import '../../ui/page-view/ui-page-bar.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-loading.ts';
import './compare-foot.ts';
import './compare-pane.ts';
import './compare-picker.ts';
import './compare-top.ts';
import type { RowChosen } from '../../ui/page-view/page-events.ts';
import { comparePageSheet } from './compare-page.styles.ts';
import { DocumentPair, nameOf } from './document-pair.ts';
import { LineComparing } from './line-comparing.ts';
import type { Side } from './page-link.ts';
import { PairedPlaces } from './paired-places.ts';
import { yearWord } from './year-word.ts';

/** 並べて見る: a document and another beside it, turned together or each alone. */
export class ComparePage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    fit: { state: true },
    choosing: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private fit: Fit;
  declare private choosing: boolean;
  private readonly paired = new PairedPlaces();
  private active: Side = 'page';
  private placed = false;
  private readonly documents = new DocumentPair(() => this.onDocument());
  private readonly comparing = new LineComparing(() => this.onComparison());
  private asked: { page: number; line: string } | null = null;
  private readonly keys = new ReadingKeys({
    turn: (direction) => this.turn(direction),
    goTo: (end) => this.goTo(this.active, end === 'first' ? 1 : this.documents.length(this.active)),
    scroll: (direction, part) => this.pane(this.active)?.view?.scrollPage(direction, part) ?? false,
    zoom: (direction) => this.zoomStep(direction),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.fit = window.matchMedia('(orientation: portrait)').matches ? 'width' : 'page';
    this.choosing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys.start();
    window.addEventListener('keydown', this.onEscape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keys.stop();
    window.removeEventListener('keydown', this.onEscape);
    this.documents.stop();
    this.comparing.open(null, null);
  }

  private readonly onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.comparing.close();
  };

  private get otherId(): number {
    return Number(this.params.other) || 0;
  }

  private revision(name: 'revision' | 'otherRevision'): number | undefined {
    return Number(this.query.get(name)) || undefined;
  }

  /** Which revisions the address names, to be kept in every address that follows from it. */
  private get revisions() {
    const [revision, otherRevision] = [this.revision('revision'), this.revision('otherRevision')];
    return { ...(revision && { revision }), ...(otherRevision && { otherRevision }) };
  }

  private pane(side: Side) {
    return this.renderRoot.querySelector<HTMLElementTagNameMap['compare-pane']>(`compare-pane[data-side="${side}"]`);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.placed = false;
    this.choosing = this.otherId === 0;
    const revisions = { page: this.revision('revision'), other: this.revision('otherRevision') };
    this.documents.watch(Number(this.params.id), this.otherId, revisions);
    this.onDocument();
  }

  private onDocument(): void {
    this.requestUpdate();
    const { document } = this.documents.page;
    const { isRead } = this.documents;
    this.comparing.open(isRead ? document : null, isRead ? this.documents.other.document : null);
    if (!document) return;
    setTitle(`${nameOf(document)}を並べて見る`);
    if (this.placed || !this.documents.isRead) return;
    this.placed = true;
    const asked = {
      page: Number(this.query.get('page')) || document.readingPlace || 1,
      other: Number(this.query.get('otherPage')) || 0,
    };
    const line = this.query.get('line');
    this.asked = line === null ? null : { page: asked.page, line };
    this.paired.open(document.id, this.otherId, asked, this.documents.lengths);
    this.onComparison();
  }

  private onComparison(): void {
    this.requestUpdate();
    const { comparing, asked } = this;
    if (!comparing.comparison?.ready || !this.placed) return;
    this.paired.align(comparing.pairs, this.documents.lengths);
    if (asked && comparing.lines('page', asked.page).length > 0) {
      this.asked = null;
      void this.chooseRow('page', asked.line, null);
    }
  }

  /** The tapped row and its counterpart, brought level. */
  private async chooseRow(side: Side, id: string, point: { x: number; y: number } | null): Promise<void> {
    const choice = this.comparing.choose(side, this.paired.places[side], id, point);
    const target = choice && (choice.line.other ?? choice.line.nearest);
    if (!target) return;
    const far = side === 'page' ? 'other' : 'page';
    this.paired.show(far, target.page, this.documents.lengths);
    await this.settled();
    const here = this.pane(side)?.view;
    if (here) this.pane(far)?.view?.bringTo(target.box[1]!, here.heightOf(choice.line.place.box[1]!));
  }

  /** Both panes have drawn what they were told. */
  private async settled(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    for (const side of ['page', 'other'] as const) {
      await this.pane(side)?.updateComplete;
      await this.pane(side)?.view?.updateComplete;
    }
  }

  private turn(direction: 1 | -1, side: Side = this.active): void {
    this.move(() => this.paired.turn(direction, side, this.documents.lengths));
  }

  private goTo(side: Side, target: number): void {
    this.move(() => this.paired.goTo(side, target, this.documents.lengths));
  }

  private move(step: () => void): void {
    const before = this.paired.places;
    step();
    const { places } = this.paired;
    if (places.page === before.page && places.other === before.other) return;
    const { page, other } = this.documents;
    this.requestUpdate();
    announce(`${page.document ? nameOf(page.document) : ''} ${places.page}ページ、並べた資料 ${places.other}ページ`);
    if (page.document && other.document)
      noteAddress(
        paths.beside(page.document.id, other.document.id, {
          ...this.revisions,
          page: places.page,
          otherPage: places.other,
        }),
      );
  }

  private toggleLink(): void {
    this.paired.toggle();
    this.requestUpdate();
    announce(this.paired.linked ? 'いまの並びで、いっしょにめくります。' : '別々にめくります。');
  }

  private toggleFit(): void {
    this.fit = this.fit === 'page' ? 'width' : 'page';
    this.paired.resetZoom();
  }

  private onZoom(side: Side, zoom: number): void {
    this.paired.zoom(side, zoom);
    this.requestUpdate();
  }

  /** Linked panes scroll together: line by line where their lines are known, else each by the same part of its page. */
  private async follow(side: Side): Promise<void> {
    const far = side === 'page' ? 'other' : 'page';
    const leader = this.pane(side)?.view;
    const follower = this.pane(far)?.view;
    if (!this.paired.linked || !leader || !follower) return;
    const eye = leader.readingHeight;
    const level = this.paired.isAligned ? this.comparing.level(side, this.paired.places[side], eye) : null;
    if (!level) return follower.scrollToPlace(leader.scrollPlace);
    if (level.page !== this.paired.places[far]) {
      this.paired.show(far, level.page, this.documents.lengths);
      await this.settled();
    }
    follower.bringTo(level.y, leader.heightOf(eye));
  }

  private zoomStep(direction: 1 | -1): void {
    const zoom = this.paired.zooms[this.active];
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

  override render() {
    const { page, other } = this.documents;
    const { document } = page;
    if (!document) return this.waiting('page');
    const both = !this.choosing && this.otherId !== 0;
    return html`
      ${this.top(document, both)}
      <div class="panes">
        ${this.drawPane('page', document)}
        ${!both ? this.picker(document) : other.document ? this.drawPane('other', other.document) : this.waiting('other')}
      </div>
      ${both && other.document ? this.foot(document) : nothing}
      ${both && other.document && this.paired.linked ? this.bar(document) : nothing}
    `;
  }

  private foot(document: Document) {
    const { comparing, paired } = this;
    comparing.prefetch(paired.places);
    return html`<compare-foot
      .comparing=${comparing}
      .linked=${paired.linked}
      .own=${paired.isOwn}
      .changesHref=${paths.changes(document.id, this.otherId, this.revisions)}
      @alignment-asked=${() => {
        paired.forget();
        this.onComparison();
      }}
      @pages-paired=${() => void comparing.pairPages(paired.places)}
    ></compare-foot>`;
  }

  private top(document: Document, both: boolean) {
    return html`<compare-top
      .backHref=${paths.document(document.id, { page: this.paired.places.page })}
      .both=${both}
      .linked=${this.paired.linked}
      .marked=${this.comparing.marked}
      @marks-toggled=${() => this.comparing.toggleMarks()}
      .zoom=${this.paired.zooms[this.active]}
      .fit=${this.fit}
      @link-toggled=${this.toggleLink}
      @sides-swapped=${this.swap}
      @fit-toggled=${this.toggleFit}
      @zoom-stepped=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.zoomStep(event.detail.direction)}
    ></compare-top>`;
  }

  private drawPane(side: Side, document: Document) {
    const rival = this.documents[side === 'page' ? 'other' : 'page'].document;
    const activate = () => {
      this.active = side;
    };
    return html`<compare-pane
      data-side=${side}
      .document=${document}
      .page=${this.paired.places[side]}
      .zoom=${this.paired.zooms[side]}
      .fit=${this.fit}
      .year=${rival && this.otherId !== 0 ? yearWord(document.fiscalYear, rival.fiscalYear) : ''}
      .alone=${!this.paired.linked && this.otherId !== 0 && !this.choosing}
      .choosable=${side === 'other'}
      .rows=${this.comparing.rows(side, this.paired.places[side])}
      .marks=${this.comparing.marks(side, this.paired.places[side])}
      .note=${side === 'page' ? '' : this.partnerNote()}
      @row-chosen=${(event: RowChosen) => void this.chooseRow(side, event.detail.id, event.detail.point)}
      @focusin=${activate}
      @pointerdown=${activate}
      @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.turn(event.detail.direction, side)}
      @zoom-changed=${(event: CustomEvent<{ zoom: number }>) => this.onZoom(side, event.detail.zoom)}
      @view-scrolled=${() => void this.follow(side)}
      @page-chosen=${(event: CustomEvent<{ page: number }>) => this.goTo(side, event.detail.page)}
      @other-asked=${() => {
        this.choosing = true;
      }}
      @pane-closed=${() => this.close(side)}
    ></compare-pane>`;
  }

  /** Said over the other side where its page is only a neighbour of what belongs there. */
  private partnerNote(): string {
    const { paired, comparing } = this;
    if (!paired.linked || !paired.isAligned) return '';
    if (!paired.hasPartner) return '対応するページは見つかりません。近くのページを表示しています。';
    const byPlace = comparing.isByPlace(paired.places);
    return byPlace ? '画像のページです。位置をもとに並べています。' : '';
  }

  private picker(document: Document) {
    return html`<compare-picker
      .choices=${document.beside}
      .current=${this.otherId}
      name=${nameOf(document)}
      @document-chosen=${(event: CustomEvent<{ documentId: number }>) => this.choose(event.detail.documentId)}
    ></compare-picker>`;
  }

  private waiting(side: Side) {
    const { failure } = this.documents[side];
    if (!failure) return html`<ui-loading label="資料を開いています…"></ui-loading>`;
    return html`<ui-failure
      heading=${failure.heading}
      message=${failure.message}
      remedy=${failure.remedy}
      @retry=${() => this.documents.retry(side)}
    ></ui-failure>`;
  }

  private bar(document: Document) {
    return html`<ui-page-bar
      .page=${this.paired.places.page}
      .pageCount=${this.documents.length('page')}
      name=${nameOf(document)}
      note="並べた資料 ${this.paired.places.other}／${this.documents.length('other')}"
      @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.turn(event.detail.direction)}
      @jump-asked=${() => this.pane('page')?.jump()}
    ></ui-page-bar>`;
  }

  static override styles = [baseSheet, comparePageSheet];
}

customElements.define('compare-page', ComparePage);
