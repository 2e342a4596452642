interface Held {
  readonly image: HTMLImageElement;
  readonly ready: Promise<HTMLImageElement>;
  decoded: boolean;
}

/**
 * Decoded pictures, newest kept: at 1500 × 2121 one takes 12.7 MB, so six are about 76 MB. One that falls out is emptied,
 * which frees it at once in Safari too.
 */
export class Pictures {
  private readonly held = new Map<string, Held>();
  private readonly limit: number;

  constructor(limit = 6) {
    this.limit = limit;
  }

  /** The picture if it can be shown this very moment. */
  now(url: string): HTMLImageElement | null {
    const held = this.held.get(url);
    if (!held?.decoded) return null;
    this.touch(url, held);
    return held.image;
  }

  /** Resolves once the picture is decoded; rejects where it does not come, and may then be asked for again. */
  load(url: string, priority: 'high' | 'low' | 'auto' = 'auto'): Promise<HTMLImageElement> {
    const known = this.held.get(url);
    if (known) {
      this.touch(url, known);
      return known.ready;
    }
    const image = new Image();
    image.alt = '';
    image.draggable = false;
    image.decoding = 'async';
    image.fetchPriority = priority;
    image.src = url;
    const ready = image.decode().then(
      () => {
        held.decoded = true;
        return image;
      },
      (error: unknown) => {
        this.held.delete(url);
        throw error;
      },
    );
    const held: Held = { image, ready, decoded: false };
    this.held.set(url, held);
    this.drop();
    return ready;
  }

  clear(): void {
    for (const { image } of this.held.values()) if (!image.isConnected) image.removeAttribute('src');
    this.held.clear();
  }

  private touch(url: string, held: Held): void {
    this.held.delete(url);
    this.held.set(url, held);
  }

  private drop(): void {
    for (const [url, { image }] of this.held) {
      if (this.held.size <= this.limit) return;
      if (image.isConnected) continue;
      this.held.delete(url);
      image.removeAttribute('src');
    }
  }
}
