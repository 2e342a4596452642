import { type Fit, fitScale, gap, type Rectangle, type Size, scrollAfterZoom, scrollToKeep } from './geometry.ts';

export interface ScrollPlace {
  /** In parts of the sheet's overhang, 0 … 1. */
  readonly across: number;
  readonly down: number;
}

/** Puts a page's sheet on its stage: its size, its place, and what is seen of it. All lengths in CSS pixels. */
export class SheetLayout {
  private readonly stage: HTMLElement;
  private readonly sheet: HTMLElement;
  private room: Size = { width: 0, height: 0 };
  private size: Size = { width: 0, height: 0 };
  /** Room above the sheet beyond its usual one, so that a line can stand lower than the page's end allows; CSS pixels. */
  private lift = 0;
  /** The same below it. */
  private drop = 0;

  constructor(stage: HTMLElement, sheet: HTMLElement) {
    this.stage = stage;
    this.sheet = sheet;
  }

  get sheetSize(): Size {
    return this.size;
  }

  get isWiderThanStage(): boolean {
    return this.size.width > this.room.width + 1;
  }

  /** True where the stage has another size than before. */
  measure(room: Size): boolean {
    if (room.width === 0 || (room.width === this.room.width && room.height === this.room.height)) return false;
    this.room = room;
    return true;
  }

  /** `focus` (from the stage's upper left) stays where it is; a page that was just turned starts at its top. */
  place(page: Size, fit: Fit, zoom: number, focus: { x: number; y: number } | null, turned: boolean): void {
    if (this.room.width === 0) return;
    const { stage, sheet, room } = this;
    const scale = fitScale(page, room, fit) * zoom;
    const after = { width: page.width * scale, height: page.height * scale };
    const before = this.size.width === 0 ? after : this.size;
    const { scrollLeft } = stage;
    const scrollTop = stage.scrollTop - this.lift;
    this.size = after;
    sheet.style.width = `${after.width}px`;
    sheet.style.height = `${after.height}px`;
    sheet.style.marginLeft = `${gap(room.width, after.width)}px`;
    stage.classList.toggle('pannable', this.isWiderThanStage);
    const { x, y } = focus ?? { x: room.width / 2, y: room.height / 2 };
    const down = { scroll: scrollTop, focus: y, stage: room.height, before: before.height, after: after.height };
    const across = { scroll: scrollLeft, focus: x, stage: room.width, before: before.width, after: after.width };
    const isBeyond = this.lift > 0 || this.drop > 0;
    this.standAt(turned ? 0 : isBeyond ? scrollToKeep(down) : scrollAfterZoom(down));
    stage.scrollLeft = scrollAfterZoom(across);
  }

  /** What is seen, measured from the sheet's upper left. */
  seen(): Rectangle {
    const { scrollLeft, scrollTop } = this.stage;
    return {
      left: scrollLeft - gap(this.room.width, this.size.width),
      top: scrollTop - this.above,
      ...this.room,
    };
  }

  get scrollPlace(): ScrollPlace {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = this.stage;
    return {
      across: scrollLeft / Math.max(1, scrollWidth - clientWidth),
      down: scrollTop / Math.max(1, scrollHeight - clientHeight),
    };
  }

  /** False where it stands there already. */
  scrollTo({ across, down }: ScrollPlace): boolean {
    const { stage } = this;
    const left = across * (stage.scrollWidth - stage.clientWidth);
    const top = down * (stage.scrollHeight - stage.clientHeight);
    if (Math.abs(left - stage.scrollLeft) < 1 && Math.abs(top - stage.scrollTop) < 1) return false;
    stage.scrollTo({ left, top, behavior: 'instant' });
    return true;
  }

  /** By a part of the stage's height; false where there is no further to go. */
  scrollBy(direction: 1 | -1, part: number): boolean {
    const before = this.stage.scrollTop;
    this.stage.scrollTop += direction * this.room.height * part;
    return Math.abs(this.stage.scrollTop - before) > 1;
  }

  /** CSS pixels from the stage's top to a height of the page, given in points. */
  heightOf(y: number, scale: number): number {
    return y * scale + this.above - this.stage.scrollTop;
  }

  /**
   * Scrolls so that a height of the page (points) stands `down` CSS pixels under the stage's top, beyond the page's ends where
   * it must; false where that scrolled nothing.
   */
  bringTo(y: number, down: number, scale: number): boolean {
    const before = this.stage.scrollTop;
    this.standAt(y * scale + gap(this.room.height, this.size.height) - down);
    return Math.abs(this.stage.scrollTop - before) > 0.5;
  }

  /** CSS pixels of the scrolled content over the sheet. */
  private get above(): number {
    return gap(this.room.height, this.size.height) + this.lift;
  }

  /** Scrolls there, below nothing and beyond the sheet's end too. */
  private standAt(wanted: number): void {
    const { stage, sheet, room, size } = this;
    const isBeyondEnd = wanted > Math.max(0, size.height - room.height);
    this.lift = Math.max(0, -wanted);
    this.drop = isBeyondEnd ? wanted + room.height - size.height - gap(room.height, size.height) : 0;
    sheet.style.marginTop = `${this.above}px`;
    sheet.style.marginBottom = `${this.drop}px`;
    stage.scrollTop = Math.max(0, wanted);
  }

  get roomHeight(): number {
    return this.room.height;
  }
}
