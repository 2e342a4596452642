import { facing, type Lengths, type Places, type Side } from './sides.ts';

/**
 * Which page stands beside which. `offset`: the page beside is so many further on. `pairs`: an alignment, [own page, page
 * beside] in the order of the first; a page with several partners stands beside the first, one without any beside that of the nearest
 * earlier one.
 */
export type PageLink =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [own: number, beside: number])[] };

/** The places after one side goes to `target`: a linked partner follows, as far as its own first or last page. */
export function goTo(places: Places, side: Side, target: number, lengths: Lengths, link: PageLink | null): Places {
  const page = within(target, lengths[side]);
  const far = facing[side];
  const partnerPage = link ? within(partner(link, side, page), lengths[far]) : places[far];
  return side === 'own' ? { own: page, beside: partnerPage } : { own: partnerPage, beside: page };
}

/**
 * One turn of both: by the opened document, or, when that has come to its end, by the one beside it, so that no page of either
 * is out of reach. Returns the same places where neither can go on.
 */
export function turn(places: Places, direction: 1 | -1, lengths: Lengths, link: PageLink): Places {
  const next = places.own + direction;
  if (next >= 1 && next <= lengths.own && !isHeldBack(places, direction, lengths, link))
    return goTo(places, 'own', next, lengths, link);
  return { own: places.own, beside: within(places.beside + direction, lengths.beside) };
}

/** Linked from where both stand now. */
export function linkHere({ own, beside }: Places): PageLink {
  return { kind: 'offset', offset: beside - own };
}

/** The opened one waits at its end until the other, which went on alone, has come back; an alignment always knows its page. */
function isHeldBack(places: Places, direction: 1 | -1, lengths: Lengths, link: PageLink): boolean {
  if (link.kind === 'pairs' && places.own + direction !== lengths.own) return false;
  const due = within(partner(link, 'own', places.own), lengths.beside);
  return (places.beside - due) * direction < 0;
}

/** True where an alignment knows a partner of this very page. */
export function hasPartner(link: PageLink, side: Side, page: number): boolean {
  return link.kind === 'offset' || link.pairs.some((pair) => pair[side === 'own' ? 0 : 1] === page);
}

function partner(link: PageLink, side: Side, page: number): number {
  if (link.kind === 'offset') return side === 'own' ? page + link.offset : page - link.offset;
  const [from, to] = side === 'own' ? ([0, 1] as const) : ([1, 0] as const);
  const ordered = [...link.pairs].sort((one, two) => one[from] - two[from]);
  const nearest = ordered.findLast((pair) => pair[from] <= page) ?? ordered[0];
  return ordered.find((pair) => pair[from] === nearest?.[from])?.[to] ?? page;
}

function within(page: number, length: number): number {
  return Math.min(Math.max(1, length), Math.max(1, page));
}
