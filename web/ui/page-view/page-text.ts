import type { PageSource } from './page-source.ts';
import { textLines } from './text-lines.ts';

/** Keeps the text over a page: fetched once the picture stands, dropped with the page. */
export class PageText {
  private readonly host: HTMLElement;
  private request: AbortController | null = null;

  constructor(host: HTMLElement) {
    this.host = host;
  }

  /** `scale` is CSS pixels a point. Text that does not come leaves the picture alone. */
  async show(source: PageSource, page: number, scale: number): Promise<void> {
    this.clear();
    const request = new AbortController();
    this.request = request;
    try {
      const { lines } = await source.text(page, request.signal);
      if (request.signal.aborted) return;
      this.host.replaceChildren(textLines(lines));
      this.scale(scale);
    } catch {
      this.host.replaceChildren();
    }
  }

  scale(scale: number): void {
    this.host.style.transform = `scale(${scale})`;
  }

  clear(): void {
    this.request?.abort();
    this.request = null;
    this.host.replaceChildren();
  }
}
