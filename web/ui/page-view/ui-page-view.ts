import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { icon } from '../icons.ts';
import { baseSheet } from '../sheets/base.ts';
import { clampZoom, type Fit, fitScale, gap, type Size, scrollAfterZoom } from './geometry.ts';
import { Gestures } from './gestures.ts';
import { type PageSource, pageName } from './page-source.ts';
import { PageText } from './page-text.ts';
import { Pictures } from './pictures.ts';
import { SharpLayer } from './sharp-layer.ts';
import { pageViewSheet } from './ui-page-view.styles.ts';

/**
 * One page of a file, on a stage it fits: picture, sharp drawing when zoomed, text over it.
 * @fires page-turn when a person swipes. @fires zoom-changed when a person zooms by hand.
 * @property zoom 1 is the fit; up to 8. @property page the 1-based number in the file.
 */
export class UiPageView extends LitElement {
  static override properties = {
    source: { attribute: false },
    page: { type: Number },
    fit: {},
    zoom: { type: Number },
    state: { state: true },
    sharp: { type: Boolean, reflect: true },
  };
  declare source: PageSource | null;
  declare page: number;
  declare fit: Fit;
  declare zoom: number;
  declare private state: 'loading' | 'shown' | 'failed';
  declare sharp: boolean;
  private readonly pictures = new Pictures();
  private stage: Size = { width: 0, height: 0 };
  private readonly observer = new ResizeObserver(() => this.measure());
  private sharpLayer: SharpLayer | null = null;
  private text: PageText | null = null;
  private turn = 0;
  private shownUrl = '';
  private focusPoint: { x: number; y: number } | null = null;

  constructor() {
    super();
    this.source = null;
    this.page = 1;
    this.fit = 'page';
    this.zoom = 1;
    this.state = 'loading';
    this.sharp = false;
  }

  private get stageElement(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.stage')!;
  }

  private get sheetElement(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.sheet')!;
  }

  private get current() {
    return this.source?.pages[this.page - 1] ?? null;
  }

  override firstUpdated(): void {
    this.observer.observe(this.stageElement);
    this.sharpLayer = new SharpLayer(this.renderRoot.querySelector<HTMLElement>('.sharp')!, (drawn) => {
      this.sharp = drawn;
    });
    this.text = new PageText(this.renderRoot.querySelector<HTMLElement>('.text')!);
    new Gestures(this.stageElement, {
      swipe: (direction) => this.dispatchEvent(new PageTurn(direction)),
      zoom: (ratio, x, y) => this.zoomBy(ratio, x, y),
      doubleTap: (x, y) => this.zoomBy(this.zoom > 1.05 ? 1 / this.zoom : 2.5, x, y),
      isPannable: () => this.sheetSize().width > this.stage.width + 1,
    });
    this.measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.sharpLayer?.clear();
    this.text?.clear();
    this.pictures.clear();
    this.shownUrl = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.observer.observe(this.stageElement);
      void this.showPicture();
    }
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('source') || changed.has('page')) void this.showPicture();
    if (changed.has('source') || changed.has('page') || changed.has('fit') || changed.has('zoom'))
      this.layOut(changed.has('page') && changed.get('page') !== undefined);
  }

  /** Zooms about a point of the window, or about the middle, and tells. */
  zoomBy(ratio: number, clientX?: number, clientY?: number): void {
    const zoom = clampZoom(this.zoom * ratio);
    if (zoom === this.zoom) return;
    const bounds = this.stageElement.getBoundingClientRect();
    this.focusPoint = {
      x: (clientX ?? bounds.left + bounds.width / 2) - bounds.left,
      y: (clientY ?? bounds.top + bounds.height / 2) - bounds.top,
    };
    this.zoom = zoom;
    this.dispatchEvent(new ZoomChanged(zoom));
  }

  /** Scrolls by a part of the stage's height; false where there is no further to go. */
  scrollPage(direction: 1 | -1, part = 0.8): boolean {
    const { stageElement } = this;
    const before = stageElement.scrollTop;
    stageElement.scrollTop += direction * stageElement.clientHeight * part;
    return Math.abs(stageElement.scrollTop - before) > 1;
  }

  private measure(): void {
    const { clientWidth, clientHeight } = this;
    if (clientWidth === 0 || (clientWidth === this.stage.width && clientHeight === this.stage.height)) return;
    this.stage = { width: clientWidth, height: clientHeight };
    this.layOut(false);
  }

  private sheetSize(): Size {
    const page = this.current;
    if (!page || this.stage.width === 0) return { width: 0, height: 0 };
    const scale = fitScale(page, this.stage, this.fit) * this.zoom;
    return { width: page.width * scale, height: page.height * scale };
  }

  private layOut(turned: boolean): void {
    const page = this.current;
    const after = this.sheetSize();
    if (!page || after.width === 0 || !this.hasUpdated) return;
    const { stageElement, sheetElement, stage } = this;
    const before = {
      width: sheetElement.offsetWidth || after.width,
      height: sheetElement.offsetHeight || after.height,
    };
    const focus = this.focusPoint ?? { x: stage.width / 2, y: stage.height / 2 };
    this.focusPoint = null;
    const { scrollLeft, scrollTop } = stageElement;
    sheetElement.style.width = `${after.width}px`;
    sheetElement.style.height = `${after.height}px`;
    sheetElement.style.marginLeft = `${gap(stage.width, after.width)}px`;
    sheetElement.style.marginTop = `${gap(stage.height, after.height)}px`;
    stageElement.classList.toggle('pannable', after.width > stage.width + 1);
    this.text?.scale(after.width / page.width);
    stageElement.scrollTop = turned
      ? 0
      : scrollAfterZoom({
          scroll: scrollTop,
          focus: focus.y,
          stage: stage.height,
          before: before.height,
          after: after.height,
        });
    stageElement.scrollLeft = scrollAfterZoom({
      scroll: scrollLeft,
      focus: focus.x,
      stage: stage.width,
      before: before.width,
      after: after.width,
    });
    this.sharpen();
  }

  private sharpen(): void {
    const { source } = this;
    if (!source || !this.current || this.state !== 'shown') return;
    const sheet = this.sheetSize();
    const { scrollLeft, scrollTop } = this.stageElement;
    const seen = {
      left: scrollLeft - gap(this.stage.width, sheet.width),
      top: scrollTop - gap(this.stage.height, sheet.height),
      ...this.stage,
    };
    this.sharpLayer?.update({ pdf: source.pdf, page: this.page, sheet, seen });
  }

  /** Puts the page's picture up: at once where it is decoded, else the small one first. The newest call wins. */
  private async showPicture(): Promise<void> {
    const { source, page } = this;
    if (!source || !this.current) return;
    const url = source.picture(page, 'large');
    if (url === this.shownUrl && this.state === 'shown') return;
    const turn = ++this.turn;
    this.text?.clear();
    const ready = this.pictures.now(url);
    if (ready) this.place(ready, url);
    else {
      this.state = 'loading';
      this.renderRoot.querySelector('.picture')?.replaceChildren();
      const small = source.picture(page, 'small');
      this.pictures.load(small, 'low').then(
        (image) =>
          turn === this.turn &&
          this.state === 'loading' &&
          this.renderRoot.querySelector('.picture')?.replaceChildren(image),
        () => undefined,
      );
      try {
        const image = await this.pictures.load(url, 'high');
        if (turn !== this.turn) return;
        this.place(image, url);
      } catch {
        if (turn === this.turn) this.state = 'failed';
        return;
      }
    }
    this.neighbours(source, page);
    await this.text?.show(source, page, this.sheetSize().width / (this.current?.width ?? 1));
  }

  private place(image: HTMLImageElement, url: string): void {
    this.renderRoot.querySelector('.picture')?.replaceChildren(image);
    this.shownUrl = url;
    this.state = 'shown';
    this.sharpen();
  }

  private neighbours(source: PageSource, page: number): void {
    for (const near of [page + 1, page - 1, page + 2])
      if (source.pages[near - 1]) this.pictures.load(source.picture(near, 'large'), 'low').catch(() => undefined);
  }

  override render() {
    const page = this.current;
    return html`<div class="stage" tabindex="0" role="group" aria-label=${this.stageName()} @scroll=${() => this.sharpen()}>
      <div class="sheet" ?hidden=${!page}>
        <div class="picture" data-state=${this.state}></div>
        <div class="sharp" aria-hidden="true"></div>
        <div class="text" lang="ja"></div>
        ${this.state === 'failed' ? this.failed() : nothing}
      </div>
      ${page ? nothing : html`<slot name="waiting"></slot>`}
    </div>`;
  }

  private stageName(): string {
    const page = this.current;
    if (!page || !this.source) return '資料';
    return `${this.source.name} ${pageName(page)}${page.scanned ? '（画像のページ）' : ''}`;
  }

  private failed() {
    return html`<div class="failed" role="alert">
      <p>このページを読み込めませんでした。</p>
      <p>インターネットの接続を確かめてください。</p>
      <button class="button" @click=${() => void this.showPicture()}>${icon('swap')}もう一度読み込む</button>
    </div>`;
  }

  static override styles = [baseSheet, pageViewSheet];
}

export class PageTurn extends CustomEvent<{ direction: 1 | -1 }> {
  constructor(direction: 1 | -1) {
    super('page-turn', { detail: { direction } });
  }
}

export class ZoomChanged extends CustomEvent<{ zoom: number }> {
  constructor(zoom: number) {
    super('zoom-changed', { detail: { zoom } });
  }
}

customElements.define('ui-page-view', UiPageView);

declare global {
  interface HTMLElementTagNameMap {
    'ui-page-view': UiPageView;
  }
}
