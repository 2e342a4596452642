import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { afterPaint } from '../after-paint.ts';
import { fire } from '../events.ts';
import { baseSheet } from '../sheets/base.ts';
import { clampZoom, type Fit } from './geometry.ts';
import { Gestures } from './gestures.ts';
import { missingPicture, unreadPage } from './page-failures.ts';
import { markElements, type PageMark } from './page-marks.ts';
import { PagePicture, type PictureState } from './page-picture.ts';
import { type PageRow, PageRows } from './page-rows.ts';
import type { PageSource, ShownPage } from './page-source.ts';
import { PageText } from './page-text.ts';
import { SharpLayer } from './sharp-layer.ts';
import { type ScrollPlace, SheetLayout } from './sheet-layout.ts';
import { pageViewSheet } from './ui-page-view.styles.ts';

/**
 * One page of a file, on a stage it fits: picture, sharp drawing when zoomed, text over it. Slots: `waiting`, what is shown while
 * the page is not ready; `over`, what lies on the page, as large as it.
 * @fires page-turn when a person swipes. @fires zoom-changed by hand. @fires row-chosen by a tap or Enter.
 * @fires view-scrolled when it was scrolled other than by scrollToPlace() and bringTo().
 * @property rows lines that can be chosen. @property marks what is shown over the page.
 * @property zoom 1 is the fit; up to 8. @property page the 1-based number in the file.
 */
export class UiPageView extends LitElement {
  static override properties = {
    source: { attribute: false },
    page: { type: Number },
    fit: {},
    zoom: { type: Number },
    rows: { attribute: false },
    marks: { attribute: false },
    state: { state: true },
    sharp: { type: Boolean, reflect: true },
  };
  declare source: PageSource | null;
  declare page: number;
  declare fit: Fit;
  declare zoom: number;
  declare rows: readonly PageRow[];
  declare marks: readonly PageMark[];
  declare private state: PictureState;
  /** True while what is seen is drawn from the PDF itself. */
  declare sharp: boolean;
  private readonly observer = new ResizeObserver(() => this.measure());
  private layout!: SheetLayout;
  private picture!: PagePicture;
  private sharpLayer!: SharpLayer;
  private text!: PageText;
  private pageRows!: PageRows;
  private isFollowing = false;
  private settle: () => void = () => undefined;
  /** Resolves once a page stands: what can wait for it, waits. */
  readonly whenShown = new Promise<void>((resolve) => {
    this.settle = resolve;
  });
  private focusPoint: { x: number; y: number } | null = null;

  constructor() {
    super();
    this.source = null;
    this.page = 1;
    this.fit = 'page';
    this.zoom = 1;
    this.rows = [];
    this.marks = [];
    this.state = 'loading';
    this.sharp = false;
  }

  private inner(name: string): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(`.${name}`)!;
  }
  private get current() {
    return this.source?.pages[this.page - 1] ?? null;
  }
  override firstUpdated(): void {
    const stage = this.inner('stage');
    this.layout = new SheetLayout(stage, this.inner('sheet'));
    this.picture = new PagePicture(this.inner('picture'), (state) => {
      this.state = state;
    });
    this.sharpLayer = new SharpLayer(this.inner('sharp'), (drawn) => {
      this.sharp = drawn;
    });
    this.text = new PageText(this.inner('text'));
    this.pageRows = new PageRows(this.inner('rows'), stage, {
      pointOf: ({ clientX, clientY }) => {
        const { left, top } = this.inner('sheet').getBoundingClientRect();
        return { x: (clientX - left) / this.scale, y: (clientY - top) / this.scale };
      },
      choose: (id, point) => fire(this, 'row-chosen', { id, point }),
    });
    new Gestures(stage, {
      swipe: (direction) => fire(this, 'page-turn', { direction }),
      zoom: (ratio, x, y) => this.zoomBy(ratio, x, y),
      doubleTap: (x, y) => this.zoomBy(this.zoom > 1.05 ? 1 / this.zoom : 2.5, x, y),
      isPannable: () => this.layout.isWiderThanStage,
    });
    this.observer.observe(this);
    this.measure();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.observer.observe(this);
    void this.showPage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.sharpLayer.clear();
    this.text.clear();
    this.picture.clear();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('rows')) this.pageRows.show(this.rows);
    if (changed.has('marks')) this.inner('marks').replaceChildren(markElements(this.marks));
    if (changed.has('source') || changed.has('page')) void this.showPage();
    if (['source', 'page', 'fit', 'zoom'].some((name) => changed.has(name as 'page')))
      this.layOut(changed.has('page') && changed.get('page') !== undefined);
  }

  /** Zooms about a point of the window, or about the middle, and tells. */
  zoomBy(ratio: number, clientX?: number, clientY?: number): void {
    const zoom = clampZoom(this.zoom * ratio);
    if (zoom === this.zoom) return;
    const { left, top, width, height } = this.getBoundingClientRect();
    this.focusPoint = { x: (clientX ?? left + width / 2) - left, y: (clientY ?? top + height / 2) - top };
    this.zoom = zoom;
    fire(this, 'zoom-changed', { zoom });
  }

  get scrollPlace(): ScrollPlace {
    return this.layout.scrollPlace;
  }
  /** Scrolls there; tells nobody. */
  scrollToPlace(place: ScrollPlace): void {
    if (this.layout.scrollTo(place)) this.isFollowing = true;
  }

  /** Scrolls by a part of the stage's height; false where there is no further to go. */
  scrollPage(direction: 1 | -1, part = 0.8): boolean {
    return this.layout.scrollBy(direction, part);
  }

  private get scale(): number {
    return this.layout.sheetSize.width / (this.current?.width ?? 1);
  }

  /** CSS pixels from the view's top to a height of the page, in points. */
  heightOf(y: number): number {
    return this.layout.heightOf(y, this.scale);
  }

  /** The height of the page (points) that a reader's eye is on: a third down the view. */
  get readingHeight(): number {
    return (this.layout.roomHeight / 3 - this.layout.heightOf(0, this.scale)) / this.scale;
  }

  /** Scrolls a height of the page (points) to `down` CSS pixels under the view's top; tells nobody. */
  bringTo(y: number, down: number): void {
    if (this.layout.bringTo(y, down, this.scale)) this.isFollowing = true;
  }

  focusRow(id: string): void {
    this.pageRows.focus(id);
  }
  private measure(): void {
    if (this.layout.measure({ width: this.clientWidth, height: this.clientHeight })) this.layOut(false);
  }

  private layOut(turned: boolean): void {
    const { current } = this;
    if (!current) return;
    this.layout.place(current, this.fit, this.zoom, this.focusPoint, turned);
    this.focusPoint = null;
    this.text.scale(this.scale);
    for (const name of ['rows', 'marks']) this.inner(name).style.transform = `scale(${this.scale})`;
    this.sharpen();
  }

  private onScroll(): void {
    this.sharpen();
    if (!this.isFollowing) fire(this, 'view-scrolled');
    this.isFollowing = false;
  }

  private sharpen(): void {
    const { source, page, layout } = this;
    if (!source || !this.current || !this.picture.isShown(source, page)) return;
    this.sharpLayer.update({ pdf: source.pdf, page, sheet: layout.sheetSize, seen: layout.seen() });
  }

  private async showPage(): Promise<void> {
    const { source, page, current } = this;
    if (!source || !current || (this.picture.isShown(source, page) && this.state === 'shown')) return;
    this.text.clear();
    this.sharpLayer.clear();
    if (!(await this.picture.show(source, page))) return;
    this.settle();
    this.sharpen();
    afterPaint(() => {
      if (this.picture.isShown(source, page)) void this.text.show(source, page, this.scale);
    });
  }

  override render() {
    const page = this.current;
    return html`<div class="stage" tabindex="0" role="group" aria-label=${this.stageName()} @scroll=${this.onScroll}>
      <div class="sheet" ?hidden=${!page}>
        <div class="picture" data-state=${this.state}></div>
        <div class="sharp" aria-hidden="true"></div>
        <div class="marks" aria-hidden="true"></div>
        <div class="text" lang="ja"></div>
        <div class="rows"></div>
        <slot name="over"></slot>
        ${this.face(page)}
      </div>
      ${page ? nothing : html`<slot name="waiting"></slot>`}
    </div>`;
  }

  private stageName(): string {
    const page = this.current;
    return !page || !this.source
      ? '資料'
      : `${this.source.name} ${pageName(page)}${page.scanned ? '（画像のページ）' : ''}`;
  }

  private face(page: ShownPage | null) {
    if (page?.problem) return unreadPage(page.number, page.problem);
    return this.state === 'failed' ? missingPicture(() => void this.showPage()) : nothing;
  }

  static override styles = [baseSheet, pageViewSheet];
}

customElements.define('ui-page-view', UiPageView);

declare global {
  interface HTMLElementTagNameMap {
    'ui-page-view': UiPageView;
  }
}
