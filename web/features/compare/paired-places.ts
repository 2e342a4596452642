import { keepLink, keptLink } from './kept-link.ts';
import { goTo, type Lengths, linkHere, type PageLink, type Places, type Side, turn } from './page-link.ts';

/** Where the two sides are, whether they move together, and by which link; remembers the link of each pair of documents. */
export class PairedPlaces {
  places: Places = { page: 1, other: 1 };
  linked = true;
  /** 1 is the fit; each page that is turned to starts there. */
  zooms: Readonly<Record<Side, number>> = { page: 1, other: 1 };
  private link: PageLink = { kind: 'offset', offset: 0 };
  private pair: readonly [documentId: number, otherId: number] = [0, 0];

  /** Starts a pair at the pages asked for (0 for none): without the other's, it stands where the remembered link puts it. */
  open(documentId: number, otherId: number, asked: Places, lengths: Lengths): void {
    this.pair = [documentId, otherId];
    this.link = keptLink(documentId, otherId);
    this.linked = true;
    this.resetZoom();
    this.places = goTo(this.places, 'page', asked.page || 1, lengths, this.link);
    if (asked.other === 0 || asked.other === this.places.other) return;
    this.places = goTo(this.places, 'other', asked.other, lengths, null);
    this.link = linkHere(this.places);
  }

  turn(direction: 1 | -1, side: Side, lengths: Lengths): void {
    if (this.linked) {
      this.places = turn(this.places, direction, lengths, this.link);
      this.resetZoom();
    } else {
      this.goTo(side, this.places[side] + direction, lengths);
    }
  }

  goTo(side: Side, target: number, lengths: Lengths): void {
    this.places = goTo(this.places, side, target, lengths, this.linked ? this.link : null);
    this.resetZoom();
  }

  zoom(side: Side, zoom: number): void {
    this.zooms = this.linked ? { page: zoom, other: zoom } : { ...this.zooms, [side]: zoom };
  }

  resetZoom(): void {
    this.zooms = { page: 1, other: 1 };
  }

  /** Lets the sides go, or ties them as they stand. */
  toggle(): void {
    this.linked = !this.linked;
    if (!this.linked) return;
    this.link = linkHere(this.places);
    keepLink(...this.pair, this.link);
  }
}
