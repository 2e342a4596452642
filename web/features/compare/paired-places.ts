import { dropLink, keepLink, keptLink } from './kept-link.ts';
import { goTo, hasPartner, type Lengths, linkHere, type PageLink, type Places, type Side, turn } from './page-link.ts';

/** Where the two sides are, whether they move together, and by which link; remembers the link of each pair of documents. */
export class PairedPlaces {
  places: Places = { page: 1, other: 1 };
  linked = true;
  /** 1 is the fit; each page that is turned to starts there. */
  zooms: Readonly<Record<Side, number>> = { page: 1, other: 1 };
  /** A person set the link on this device, so the alignment does not. */
  isOwn = false;
  private link: PageLink = { kind: 'offset', offset: 0 };
  private pair: readonly [documentId: number, otherId: number] = [0, 0];
  private asked: Places = { page: 0, other: 0 };

  /** Starts a pair at the pages asked for (0 for none): without the other's, it stands where the link puts it. */
  open(documentId: number, otherId: number, asked: Places, lengths: Lengths): void {
    const own = keptLink(documentId, otherId);
    this.pair = [documentId, otherId];
    this.asked = asked;
    this.isOwn = own !== null;
    this.link = own ?? { kind: 'offset', offset: 0 };
    this.linked = true;
    this.resetZoom();
    this.places = goTo(this.places, 'page', asked.page || 1, lengths, this.link);
    if (asked.other !== 0) this.places = goTo(this.places, 'other', asked.other, lengths, null);
  }

  /** The alignment is there: the other side goes to its page, unless one was asked for or a person set their own link. */
  align(pairs: (PageLink & { kind: 'pairs' })['pairs'], lengths: Lengths): void {
    if (this.isOwn || pairs.length === 0) return;
    const first = this.link.kind === 'offset';
    this.link = { kind: 'pairs', pairs };
    if (first && this.linked && this.asked.other === 0)
      this.places = goTo(this.places, 'page', this.places.page, lengths, this.link);
  }

  /** Whether the link knows what belongs beside the page of the first side. */
  get hasPartner(): boolean {
    return hasPartner(this.link, 'page', this.places.page);
  }

  get isAligned(): boolean {
    return this.link.kind === 'pairs';
  }

  /** One side shows another page; the other stays. */
  show(side: Side, page: number, lengths: Lengths): void {
    this.places = goTo(this.places, side, page, lengths, null);
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
    this.isOwn = true;
    keepLink(...this.pair, this.link);
  }

  /** Back to the alignment, which `align` then gives. */
  forget(): void {
    dropLink(...this.pair);
    this.isOwn = false;
    this.linked = true;
    this.asked = { page: 0, other: 0 };
    this.link = { kind: 'offset', offset: 0 };
  }
}
