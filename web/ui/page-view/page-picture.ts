import { afterPaint } from '../after-paint.ts';
import type { PageSource } from './page-source.ts';
import { Pictures } from './pictures.ts';

export type PictureState = 'loading' | 'shown' | 'failed';

/**
 * The picture of one page: at once where it is decoded, else one of fewer bytes in its place until it is there; then its
 * neighbours are fetched.
 */
export class PagePicture {
  private readonly host: HTMLElement;
  private readonly onState: (state: PictureState) => void;
  private readonly pictures = new Pictures();
  private turn = 0;
  private shown = '';

  constructor(host: HTMLElement, onState: (state: PictureState) => void) {
    this.host = host;
    this.onState = onState;
  }

  isShown(source: PageSource, page: number): boolean {
    return this.shown === source.picture(page, 'large');
  }

  /** Resolves true once the page stands in full; false where it failed or another page was asked for meanwhile. The newest call wins. */
  async show(source: PageSource, page: number): Promise<boolean> {
    const turn = ++this.turn;
    const url = source.picture(page, 'large');
    const ready = this.pictures.now(url);
    if (!ready) await this.showBefore(source, page, turn);
    if (turn !== this.turn) return false;
    try {
      const image = ready ?? (await this.loadInTurn(source, url));
      if (turn !== this.turn) return false;
      this.host.replaceChildren(image);
      this.shown = url;
      this.onState('shown');
    } catch {
      if (turn === this.turn) this.onState('failed');
      return false;
    }
    afterPaint(() => {
      if (turn === this.turn) this.fetchNeighbours(source, page);
    });
    return true;
  }

  clear(): void {
    this.turn++;
    this.shown = '';
    this.host.replaceChildren();
    this.pictures.clear();
  }

  /** Once more where the portal was crowded. */
  private async loadInTurn(source: PageSource, url: string): Promise<HTMLImageElement> {
    try {
      return await this.pictures.load(url, 'high');
    } catch (error) {
      if (await source.awaitPicture(url)) return this.pictures.load(url, 'high');
      throw error;
    }
  }

  /** What stands meanwhile: the quick picture, which is waited for, since it can be read; else the small one. */
  private async showBefore(source: PageSource, page: number, turn: number): Promise<void> {
    this.shown = '';
    this.host.replaceChildren();
    this.onState('loading');
    const quick = source.quickPicture(page);
    const shown = this.pictures.load(quick ?? source.picture(page, 'small'), quick === null ? 'low' : 'high').then(
      (image) => {
        if (turn === this.turn && this.shown === '') this.host.replaceChildren(image);
      },
      () => undefined,
    );
    if (quick !== null) await shown;
  }

  private fetchNeighbours(source: PageSource, page: number): void {
    for (const near of [page + 1, page - 1, page + 2])
      if (source.pages[near - 1]) this.pictures.load(source.picture(near, 'large'), 'low').catch(() => undefined);
  }
}
