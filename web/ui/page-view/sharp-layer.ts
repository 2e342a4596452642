import type { RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { contains, type Rectangle, type Size, sharpRegion } from './geometry.ts';
import { largePictureWidth } from './page-source.ts';

/** Safari draws nothing on a canvas of more; half of it leaves room for two panes. */
const maxCanvasPixels = 16_777_216 / 2;
const marginPixels = 120;
/** The picture may be stretched by this much before anyone sees it. */
const tolerance = 1.1;
const pauseMilliseconds = 180;

export interface SharpWish {
  readonly pdf: string;
  readonly page: number;
  /** The whole page on screen, in CSS pixels. */
  readonly sheet: Size;
  /** What of it is seen, on the sheet. */
  readonly seen: Rectangle;
}

/** Draws what is seen of a page anew from the PDF, once the picture is too coarse for the zoom. */
export class SharpLayer {
  private readonly host: HTMLElement;
  private readonly onDrawn: (drawn: boolean) => void;
  private timer = 0;
  private wish = 0;
  private task: RenderTask | null = null;
  private canvas: HTMLCanvasElement | null = null;
  private drawn: (SharpWish & { region: Rectangle }) | null = null;

  constructor(host: HTMLElement, onDrawn: (drawn: boolean) => void) {
    this.host = host;
    this.onDrawn = onDrawn;
  }

  update(wish: SharpWish): void {
    clearTimeout(this.timer);
    if (!samePage(this.drawn, wish)) this.clear();
    if (wish.sheet.width * devicePixelRatio <= largePictureWidth * tolerance) {
      this.clear();
      return;
    }
    const { drawn } = this;
    if (drawn && Math.abs(drawn.sheet.width - wish.sheet.width) < 1 && contains(drawn.region, wish.seen)) return;
    this.timer = window.setTimeout(() => void this.draw(wish), pauseMilliseconds);
  }

  /** Cancels, and gives the canvas's memory back at once. */
  clear(): void {
    clearTimeout(this.timer);
    this.wish++;
    this.task?.cancel();
    this.task = null;
    if (this.canvas) release(this.canvas);
    this.canvas = null;
    if (this.drawn) this.onDrawn(false);
    this.drawn = null;
  }

  private async draw(wish: SharpWish): Promise<void> {
    const turn = ++this.wish;
    this.task?.cancel();
    const canvas = document.createElement('canvas');
    try {
      const { openPage } = await import('./pdf-engine.ts');
      const page = await openPage(wish.pdf, wish.page);
      if (turn !== this.wish) return;
      const { region, density } = sharpRegion(wish.sheet, wish.seen, marginPixels, devicePixelRatio, maxCanvasPixels);
      const scale = (wish.sheet.width / page.getViewport({ scale: 1 }).width) * density;
      canvas.width = Math.floor(region.width * density);
      canvas.height = Math.floor(region.height * density);
      const viewport = page.getViewport({ scale, offsetX: -region.left * density, offsetY: -region.top * density });
      this.task = page.render({ canvas, viewport });
      await this.task.promise;
      if (turn !== this.wish) return release(canvas);
      this.place(canvas, wish, region);
    } catch {
      // Cancelled, or the file did not come: the picture stays, and the next movement tries again.
      release(canvas);
    }
  }

  private place(canvas: HTMLCanvasElement, wish: SharpWish, region: Rectangle): void {
    // Percentages, so that a pinch stretches it along with the picture until the next drawing.
    canvas.style.left = `${(region.left / wish.sheet.width) * 100}%`;
    canvas.style.top = `${(region.top / wish.sheet.height) * 100}%`;
    canvas.style.width = `${(region.width / wish.sheet.width) * 100}%`;
    canvas.style.height = `${(region.height / wish.sheet.height) * 100}%`;
    const old = this.canvas;
    this.host.append(canvas);
    if (old) release(old);
    this.canvas = canvas;
    this.drawn = { ...wish, region };
    this.onDrawn(true);
  }
}

function samePage(one: SharpWish | null, other: SharpWish): boolean {
  return one === null || (one.pdf === other.pdf && one.page === other.page);
}

function release(canvas: HTMLCanvasElement): void {
  canvas.remove();
  canvas.width = 0;
  canvas.height = 0;
}
