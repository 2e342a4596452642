import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ComparedLine } from '../../../contract/comparisons.ts';
import type { Document } from '../../../contract/documents.ts';
import { spokenName } from '../../../domain/meetings/document.ts';
import { navigate, setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { type Fit, steppedZoom } from '../../ui/page-view/geometry.ts';
import { ReadingKeys } from '../../ui/page-view/keys.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { failedSheet } from '../../ui/sheets/failed.ts';
import { chooseLine, chooseValue, movePages, partnerNote, toggleLink, toggleMarks, turningOf } from './compare-acts.ts';
import { CompareAddress } from './compare-address.ts';
import './compare-foot.ts';
import { comparePageSheet } from './compare-page.styles.ts';
import './compare-pane.ts';
import './compare-picker.ts';
import './compare-print.ts';
import { CompareSession } from './compare-session.ts';
import './compare-top.ts';
import { LazyBook } from '../../notes/lazy-book.ts';
import type { Fired } from '../../ui/events.ts';
import { beginCorrection, finishCorrection, pairPages, undoChosen } from './correction.ts';
import { olderNotes } from './line-notes.ts';
import { goToPage, turnPages, unzoom, zoomTo } from './pairing.ts';
import { PaneLevels } from './pane-levels.ts';
import { facing, type Side } from './sides.ts';
import { yearWord } from './year-word.ts';

/** Milliseconds after the last change of the window. */
const settling = 200;

/** 並べて見る: a document and another beside it, turned together or each alone. */
export class ComparePage extends LitElement {
  static override properties = { params: {}, query: {}, fit: { state: true }, picking: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private fit: Fit;
  /** The companion is being chosen. */
  declare private picking: boolean;
  private active: Side = 'own';
  private turning = 0;
  private readonly session = new CompareSession(this);
  private readonly notes: Readonly<Record<Side, LazyBook>> = { own: new LazyBook(this), beside: new LazyBook(this) };
  private readonly levels = new PaneLevels(
    { pane: (side) => this.pane(side), drawn: () => this.updateComplete },
    this.session,
  );
  private readonly keys = new ReadingKeys({
    turn: (direction) => this.turn(direction),
    goTo: (end) => this.goTo(this.active, end === 'first' ? 1 : this.session.lengths[this.active]),
    scroll: (direction, part) => this.pane(this.active)?.view?.scrollPage(direction, part) ?? false,
    zoom: (direction) => this.zoomStep(direction),
    letGo: () => this.session.letGo(),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    // half a screen holds a whole page only in print too small to read
    this.fit = 'width';
    this.picking = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', this.resized);
    this.keys.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.resized);
    clearTimeout(this.turning);
    this.keys.stop();
  }

  /** Once the panes have settled in their new shape. */
  private readonly resized = (): void => {
    clearTimeout(this.turning);
    this.turning = window.setTimeout(() => void this.levels.keepInSight(), settling);
  };

  private pane(side: Side) {
    return this.renderRoot.querySelector<HTMLElementTagNameMap['compare-pane']>(`compare-pane[data-side="${side}"]`);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    const address = new CompareAddress(this.params, this.query);
    this.picking = address.ids.beside === 0;
    this.session.open(address);
  }

  override updated(): void {
    const { value, failure } = this.session.papers.own;
    this.toggleAttribute('data-failed', value === null && failure !== null);
    const own = this.session.paper('own');
    if (own) setTitle(`${spokenName(own)}を並べて見る`);
    for (const side of ['own', 'beside'] as const) {
      const paper = this.session.paper(side);
      if (paper && this.session.comparing.value?.ready) void this.notes[side].follow(paper);
    }
    const tapped = this.session.takeAwaited();
    if (tapped) this.choose(tapped.side, tapped.line, tapped.point);
    const moved = this.session.takeMoved();
    if (moved) void this.levels.show(moved);
  }

  private choose(side: Side, line: ComparedLine | undefined, point: { x: number; y: number } | null): void {
    if (line && chooseLine(this.session, side, line, point)) void this.levels.show({ side, line, value: 0 });
  }

  /** The keyboard goes back to the line it was on. */
  private async letGo(): Promise<void> {
    const { choice } = this.session.state;
    this.session.letGo();
    await this.updateComplete;
    if (choice) this.pane(choice.side)?.view?.focusRow(String(choice.line.index));
  }

  private turn(direction: 1 | -1, side: Side = this.active): void {
    movePages(this.session, (pairing) => turnPages(pairing, direction, side, this.session.lengths));
  }

  private goTo(side: Side, target: number): void {
    movePages(this.session, (pairing) => goToPage(pairing, side, target, this.session.lengths));
  }

  private zoomStep(direction: 1 | -1): void {
    const zoom = this.session.state.pairing.zooms[this.active];
    this.pane(this.active)?.view?.zoomBy(steppedZoom(zoom, direction) / zoom);
  }

  private pick(documentId: number): void {
    const { ids } = this.session.address;
    const { own } = this.session.state.pairing.places;
    this.endPicking();
    if (documentId !== ids.beside) navigate(paths.beside(ids.own, documentId, { page: own }), { replace: true });
  }

  private endPicking(): void {
    const { address, state } = this.session;
    if (address.ids.beside === 0) navigate(address.alone('own', state.pairing.places));
    this.picking = false;
    void this.updateComplete.then(() => this.pane('beside')?.focusChooser());
  }

  override render() {
    const { session } = this;
    return readingFace(session.papers.own, (own) => this.whole(own), {
      loading: '資料を開いています…',
      ...(session.address.ids.own && {
        way: { href: paths.document(session.address.ids.own), label: '資料を１つで見る' },
      }),
    });
  }

  private whole(own: Document) {
    const { session } = this;
    const both = !this.picking && session.address.ids.beside !== 0;
    const beside = both ? session.paper('beside') : null;
    return html`
      ${this.top(both)}
      <div class="panes">
        ${this.drawPane('own', own)} ${both ? readingFace(session.papers.beside, (one) => this.drawPane('beside', one), { part: true }) : this.picker(own)}
      </div>
      ${this.desk(own)}
      ${beside ? [this.foot(own, beside), this.printed(own, beside)] : nothing}
    `;
  }

  /** Opens the memos that are tapped. */
  private desk(own: Document) {
    const books = [this.notes.own.book, this.notes.beside.book].filter((book) => book !== null);
    return books.length > 0 ? html`<note-desk .books=${books} .pages=${own.pages}></note-desk>` : nothing;
  }

  private top(both: boolean) {
    const { session } = this;
    const { pairing, marked } = session.state;
    return html`<compare-top
      .backHref=${session.address.alone('own', pairing.places)}
      .both=${both}
      .linked=${pairing.linked}
      .marked=${marked}
      .zoom=${pairing.zooms[this.active]}
      .fit=${this.fit}
      @marks-toggled=${() => toggleMarks(session)}
      @link-toggled=${() => toggleLink(session)}
      @sides-swapped=${() => navigate(session.address.swapped(pairing.places), { replace: true })}
      @fit-toggled=${() => {
        this.fit = this.fit === 'page' ? 'width' : 'page';
        session.change({ pairing: unzoom(pairing) });
      }}
      @zoom-stepped=${({ detail }: Fired<'zoom-stepped'>) => this.zoomStep(detail.direction)}
    ></compare-top>`;
  }

  private picker(own: Document) {
    return html`<compare-picker
      .choices=${own.beside}
      .current=${this.session.address.ids.beside}
      name=${spokenName(own)}
      @document-picked=${({ detail }: Fired<'document-picked'>) => this.pick(detail.documentId)}
      @picking-ended=${this.endPicking}
    ></compare-picker>`;
  }

  private drawPane(side: Side, document: Document) {
    const { session } = this;
    const { pairing } = session.state;
    const rival = session.address.ids.beside === 0 ? null : session.paper(facing[side]);
    const activate = () => {
      this.active = side;
    };
    return html`<compare-pane
      data-side=${side}
      .document=${document}
      .page=${pairing.places[side]}
      .zoom=${pairing.zooms[side]}
      .fit=${this.fit}
      .year=${rival ? yearWord(document.fiscalYear, rival.fiscalYear) : ''}
      .alone=${!pairing.linked && session.address.ids.beside !== 0 && !this.picking}
      .choosable=${side === 'beside'}
      .closable=${!this.picking}
      .rows=${session.rows(side)}
      .marks=${session.marks(side)}
      .notes=${this.notes[side].book && this.notes[side].onPage(pairing.places[side])}
      .note=${side === 'own' ? '' : partnerNote(session)}
      @row-chosen=${({ detail }: Fired<'row-chosen'>) => this.choose(side, session.line(side, detail.id), detail.point)}
      @focusin=${activate}
      @pointerdown=${activate}
      @page-turn=${({ detail }: Fired<'page-turn'>) => this.turn(detail.direction, side)}
      @page-chosen=${({ detail }: Fired<'page-chosen'>) => this.goTo(side, detail.page)}
      @zoom-changed=${({ detail }: Fired<'zoom-changed'>) => session.change({ pairing: zoomTo(session.state.pairing, side, detail.zoom) })}
      @view-scrolled=${() => void this.levels.follow(side)}
      @companion-asked=${() => {
        this.picking = true;
      }}
      @pane-closed=${() => navigate(session.address.alone(facing[side], pairing.places))}
    ></compare-pane>`;
  }

  private printed(own: Document, beside: Document) {
    const { session } = this;
    const { pairing, choice } = session.state;
    const pane = (side: Side, document: Document) => ({
      ...{ document, page: pairing.places[side], marks: session.marks(side) },
    });
    return html`<compare-print
      .panes=${[pane('own', own), pane('beside', beside)]}
      .choice=${choice}
      .names=${session.names}
    ></compare-print>`;
  }

  private foot(own: Document, beside: Document) {
    const { session } = this;
    const { pairing, choice, correcting } = session.state;
    return html`<compare-foot
      .papers=${session.comparedSide('own') === 'newer' ? { newer: own, older: beside } : { newer: beside, older: own }}
      .comparison=${session.comparing.value}
      .failed=${session.comparing.failed}
      .waiting=${session.comparing.isWaiting}
      .names=${session.names}
      .choice=${choice}
      .chosenIn=${session.comparedSide(choice?.side ?? 'own')}
      .correcting=${correcting}
      .olderNotes=${choice ? olderNotes(session, choice, (side, page) => this.notes[side].onPage(page)) : []}
      .isOwnLink=${pairing.isOwn}
      .changesHref=${session.address.changes}
      .turning=${pairing.linked ? turningOf(session) : null}
      @alignment-asked=${() => session.realign()}
      @comparison-retried=${() => session.comparing.retry()}
      @pages-paired=${() => void pairPages(session)}
      @value-chosen=${({ detail }: Fired<'value-chosen'>) => chooseValue(session, detail.index)}
      @correction-begun=${() => beginCorrection(session)}
      @correction-made=${({ detail }: Fired<'correction-made'>) => void finishCorrection(session, detail.alone)}
      @correction-undone=${() => void undoChosen(session)}
      @choice-closed=${this.letGo}
      @counterpart-changed=${() => session.reload()}
      @page-turn=${({ detail }: Fired<'page-turn'>) => this.turn(detail.direction)}
      @jump-asked=${() => this.pane('own')?.jump()}
    ></compare-foot>`;
  }

  static override styles = [baseSheet, comparePageSheet, failedSheet];
}

customElements.define('compare-page', ComparePage);
