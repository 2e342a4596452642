import { keep, kept } from '../../client/kept.ts';
import type { PageLink } from './page-link.ts';

/** The offset this device last used for two documents, seen from either side; 0 at first. */
export function keptLink(documentId: number, otherId: number): PageLink {
  const offset = Number(kept(nameOf(documentId, otherId)) ?? 0);
  const sign = documentId < otherId ? 1 : -1;
  return { kind: 'offset', offset: Number.isInteger(offset) ? offset * sign || 0 : 0 };
}

export function keepLink(documentId: number, otherId: number, link: PageLink): void {
  if (link.kind !== 'offset') return;
  const sign = documentId < otherId ? 1 : -1;
  keep(nameOf(documentId, otherId), String(link.offset * sign));
}

function nameOf(one: number, other: number): string {
  return `beside.${Math.min(one, other)}.${Math.max(one, other)}`;
}
