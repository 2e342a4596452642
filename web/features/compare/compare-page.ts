import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { navigate, noteAddress, setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { announce } from '../../ui/announce.ts';
import { type Fit, steppedZoom } from '../../ui/page-view/geometry.ts';
import { ReadingKeys } from '../../ui/page-view/keys.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { CompareAddress, type Tapped } from './compare-address.ts';
import { barFace, footFace, partnerNote, pickerFace, waitingFace } from './compare-faces.ts';
import './compare-pane.ts';
import './compare-top.ts';
import type { RowChosen } from '../../ui/page-view/page-events.ts';
import { comparePageSheet } from './compare-page.styles.ts';
import { DocumentPair, nameOf } from './document-pair.ts';
import { LineComparing } from './line-comparing.ts';
import type { Side } from './page-link.ts';
import { PairedPlaces } from './paired-places.ts';
import { PaneLevels } from './pane-levels.ts';
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
  private readonly levels = new PaneLevels(
    {
      pane: (side) => this.pane(side),
      lengths: () => this.documents.lengths,
      redraw: () => {
        this.requestUpdate();
        return this.updateComplete;
      },
    },
    this.paired,
    this.comparing,
  );
  private address = new CompareAddress({}, new URLSearchParams());
  /** To be chosen as soon as the lines of its page are there. */
  private awaited: Tapped | null = null;
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
    // half a screen holds a whole page only in print too small to read
    this.fit = 'width';
    this.choosing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys.start();
    this.comparing.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keys.stop();
    this.documents.stop();
    this.comparing.stop();
  }

  private pane(side: Side) {
    return this.renderRoot.querySelector<HTMLElementTagNameMap['compare-pane']>(`compare-pane[data-side="${side}"]`);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.address = new CompareAddress(this.params, this.query);
    const { id, other, revisions } = this.address;
    this.placed = false;
    this.choosing = other === 0;
    this.documents.watch(id, other, revisions);
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
    const { places, other } = this.address;
    const page = places.page || document.readingPlace || 1;
    this.awaited = this.address.tapped;
    this.paired.open(document.id, other, { page, other: places.other }, this.documents.lengths);
    this.onComparison();
  }

  private onComparison(): void {
    this.requestUpdate();
    const { comparing, awaited, paired } = this;
    if (!comparing.comparison?.ready || !this.placed) return;
    paired.align(comparing.pairs, this.documents.lengths);
    if (!awaited || comparing.lines(awaited.side, paired.places[awaited.side]).length === 0) return;
    this.awaited = null;
    const row = comparing.rowAt(awaited, paired.places[awaited.side]);
    if (row !== null) this.chooseRow(awaited.side, row, awaited);
  }

  private chooseRow(side: Side, id: string, point: { x: number; y: number } | null): void {
    const choice = this.comparing.choose(side, this.paired.places[side], id, point);
    if (choice) void this.levels.show(choice);
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
    if (page.document && other.document) noteAddress(this.address.at(places));
  }

  private toggleLink(): void {
    this.paired.toggle();
    this.requestUpdate();
    announce(this.paired.linked ? 'いまの並びで、いっしょにめくります。' : '別々にめくります。');
  }

  private zoomStep(direction: 1 | -1): void {
    const zoom = this.paired.zooms[this.active];
    this.pane(this.active)?.view?.zoomBy(steppedZoom(zoom, direction) / zoom);
  }

  private choose(otherId: number): void {
    this.choosing = false;
    const { page } = this.paired.places;
    if (otherId !== this.address.other) navigate(paths.beside(this.address.id, otherId, { page }), { replace: true });
  }

  override render() {
    const { page, other } = this.documents;
    const { document } = page;
    if (!document) return waitingFace(page, () => this.documents.retry('page'));
    const both = !this.choosing && this.address.other !== 0;
    return html`
      ${this.top(both)}
      <div class="panes">
        ${this.drawPane('page', document)}
        ${!both ? pickerFace(document, this.address.other, (id) => this.choose(id)) : other.document ? this.drawPane('other', other.document) : waitingFace(other, () => this.documents.retry('other'))}
      </div>
      ${both && other.document ? footFace(this.comparing, this.documents, this.paired, this.address.changes, () => this.onComparison()) : nothing}
      ${
        both && other.document && this.paired.linked
          ? barFace(
              document,
              this.paired.places,
              this.documents.lengths,
              (direction) => this.turn(direction),
              () => this.pane('page')?.jump(),
            )
          : nothing
      }
    `;
  }

  private top(both: boolean) {
    return html`<compare-top
      .backHref=${this.address.alone('page', this.paired.places)}
      .both=${both}
      .linked=${this.paired.linked}
      .marked=${this.comparing.marked}
      @marks-toggled=${() => this.comparing.toggleMarks()}
      .zoom=${this.paired.zooms[this.active]}
      .fit=${this.fit}
      @link-toggled=${this.toggleLink}
      @sides-swapped=${() => navigate(this.address.swapped(this.paired.places), { replace: true })}
      @fit-toggled=${() => {
        this.fit = this.fit === 'page' ? 'width' : 'page';
        this.paired.resetZoom();
      }}
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
      .year=${rival && this.address.other !== 0 ? yearWord(document.fiscalYear, rival.fiscalYear) : ''}
      .alone=${!this.paired.linked && this.address.other !== 0 && !this.choosing}
      .choosable=${side === 'other'}
      .rows=${this.comparing.rows(side, this.paired.places[side])}
      .marks=${this.comparing.marks(side, this.paired.places[side])}
      .note=${side === 'page' ? '' : partnerNote(this.paired, this.comparing)}
      @row-chosen=${(event: RowChosen) => this.chooseRow(side, event.detail.id, event.detail.point)}
      @focusin=${activate}
      @pointerdown=${activate}
      @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => this.turn(event.detail.direction, side)}
      @zoom-changed=${(event: CustomEvent<{ zoom: number }>) => {
        this.paired.zoom(side, event.detail.zoom);
        this.requestUpdate();
      }}
      @view-scrolled=${() => void this.levels.follow(side)}
      @page-chosen=${(event: CustomEvent<{ page: number }>) => this.goTo(side, event.detail.page)}
      @other-asked=${() => {
        this.choosing = true;
      }}
      @pane-closed=${() => navigate(this.address.alone(side === 'page' ? 'other' : 'page', this.paired.places))}
    ></compare-pane>`;
  }

  static override styles = [baseSheet, comparePageSheet];
}

customElements.define('compare-page', ComparePage);
