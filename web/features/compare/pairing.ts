import { goTo, hasPartner, linkHere, type PageLink, turn } from './page-link.ts';
import type { Lengths, Places, Side } from './sides.ts';

/** Where the two sides are, whether they move together, and by which link. A value: each step makes another. */
export interface Pairing {
  readonly places: Places;
  readonly linked: boolean;
  readonly link: PageLink;
  /** A person set the link on this device, so the alignment does not. */
  readonly isOwn: boolean;
  /** 1 is the fit; each page that is turned to starts there. */
  readonly zooms: Readonly<Record<Side, number>>;
  /** The page beside was asked for, so the alignment does not choose it. */
  readonly besideAsked: boolean;
}

const noOffset: PageLink = { kind: 'offset', offset: 0 };
const unzoomed = { own: 1, beside: 1 };

export const unpaired: Pairing = {
  places: { own: 1, beside: 1 },
  linked: true,
  link: noOffset,
  isOwn: false,
  zooms: unzoomed,
  besideAsked: false,
};

/** A pair at the pages asked for (0 for none): without the one beside, it stands where the link puts it. */
export function openPairing(asked: Places, own: PageLink | null, lengths: Lengths): Pairing {
  const link = own ?? noOffset;
  const first = goTo(unpaired.places, 'own', asked.own || 1, lengths, link);
  const places = asked.beside === 0 ? first : goTo(first, 'beside', asked.beside, lengths, null);
  return { ...unpaired, places, link, isOwn: own !== null, besideAsked: asked.beside !== 0 };
}

/** The alignment is there: the other side goes to its page, unless one was asked for or a person set their own link. */
export function align(pairing: Pairing, pairs: (PageLink & { kind: 'pairs' })['pairs'], lengths: Lengths): Pairing {
  if (pairing.isOwn || pairs.length === 0) return pairing;
  const link: PageLink = { kind: 'pairs', pairs };
  const isFirst = pairing.link.kind === 'offset';
  if (!isFirst || !pairing.linked || pairing.besideAsked) return { ...pairing, link };
  return { ...pairing, link, places: goTo(pairing.places, 'own', pairing.places.own, lengths, link) };
}

/** One side shows another page; the other stays. */
export function showPage(pairing: Pairing, side: Side, page: number, lengths: Lengths): Pairing {
  return { ...pairing, places: goTo(pairing.places, side, page, lengths, null) };
}

/** Both where they are linked, else the one side. */
export function turnPages(pairing: Pairing, direction: 1 | -1, side: Side, lengths: Lengths): Pairing {
  if (!pairing.linked) return goToPage(pairing, side, pairing.places[side] + direction, lengths);
  return { ...pairing, places: turn(pairing.places, direction, lengths, pairing.link), zooms: unzoomed };
}

export function goToPage(pairing: Pairing, side: Side, target: number, lengths: Lengths): Pairing {
  const link = pairing.linked ? pairing.link : null;
  return { ...pairing, places: goTo(pairing.places, side, target, lengths, link), zooms: unzoomed };
}

export function zoomTo(pairing: Pairing, side: Side, zoom: number): Pairing {
  const zooms = pairing.linked ? { own: zoom, beside: zoom } : { ...pairing.zooms, [side]: zoom };
  return { ...pairing, zooms };
}

/** Lets the sides go, or ties them as they stand. */
export function toggleLink(pairing: Pairing): Pairing {
  if (pairing.linked) return { ...pairing, linked: false };
  return { ...pairing, linked: true, link: linkHere(pairing.places), isOwn: true };
}

/** Back to the alignment, which `align` then gives. */
export function forgetOwnLink(pairing: Pairing): Pairing {
  return { ...pairing, linked: true, link: noOffset, isOwn: false, besideAsked: false };
}

export const unzoom = (pairing: Pairing): Pairing => ({ ...pairing, zooms: unzoomed });

export const isAligned = ({ link }: Pairing): boolean => link.kind === 'pairs';

/** Whether the link knows what belongs beside the opened document's page. */
export const knowsPartner = ({ link, places }: Pairing): boolean => hasPartner(link, 'own', places.own);
