/**
 * Which page stands beside which. `offset`: the other page is so many further on. `pairs`: an alignment, [page, other page] in
 * the order of the first; a page with several partners stands beside the first, one without any beside that of the nearest
 * earlier one.
 */
export type PageLink =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [page: number, other: number])[] };

/** What is open on the two sides, 1-based. */
export interface Places {
  readonly page: number;
  readonly other: number;
}

export interface Lengths {
  readonly pages: number;
  readonly others: number;
}

export type Side = 'page' | 'other';

/** The places after one side goes to `target`: a linked partner follows, as far as its own first or last page. */
export function goTo(places: Places, side: Side, target: number, lengths: Lengths, link: PageLink | null): Places {
  if (side === 'page') {
    const page = within(target, lengths.pages);
    return { page, other: link ? within(partner(link, 'page', page), lengths.others) : places.other };
  }
  const other = within(target, lengths.others);
  return { page: link ? within(partner(link, 'other', other), lengths.pages) : places.page, other };
}

/**
 * One turn of both: by the first side, or, when that has come to its end, by the other, so that no page of either is out of
 * reach. Returns the same places where neither can go on.
 */
export function turn(places: Places, direction: 1 | -1, lengths: Lengths, link: PageLink): Places {
  const next = places.page + direction;
  if (next >= 1 && next <= lengths.pages && !isHeldBack(places, direction, lengths, link))
    return goTo(places, 'page', next, lengths, link);
  return { page: places.page, other: within(places.other + direction, lengths.others) };
}

/** Linked from where both stand now. */
export function linkHere({ page, other }: Places): PageLink {
  return { kind: 'offset', offset: other - page };
}

/** The first side waits at its end until the other, which went on alone, has come back; an alignment always knows its page. */
function isHeldBack(places: Places, direction: 1 | -1, lengths: Lengths, link: PageLink): boolean {
  if (link.kind === 'pairs' && places.page + direction !== lengths.pages) return false;
  const due = within(partner(link, 'page', places.page), lengths.others);
  return (places.other - due) * direction < 0;
}

/** True where an alignment knows a partner of this very page. */
export function hasPartner(link: PageLink, side: Side, page: number): boolean {
  return link.kind === 'offset' || link.pairs.some((pair) => pair[side === 'page' ? 0 : 1] === page);
}

function partner(link: PageLink, side: Side, page: number): number {
  if (link.kind === 'offset') return side === 'page' ? page + link.offset : page - link.offset;
  const [from, to] = side === 'page' ? ([0, 1] as const) : ([1, 0] as const);
  const ordered = [...link.pairs].sort((one, two) => one[from] - two[from]);
  const nearest = ordered.findLast((pair) => pair[from] <= page) ?? ordered[0];
  return ordered.find((pair) => pair[from] === nearest?.[from])?.[to] ?? page;
}

function within(page: number, length: number): number {
  return Math.min(Math.max(1, length), Math.max(1, page));
}
