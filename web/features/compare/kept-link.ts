import { keep, kept } from '../../client/kept.ts';
import type { PageLink } from './page-link.ts';

/** The offset that a person on this device set for two documents, seen from either side; null where nobody did. */
export function keptLink(documentId: number, otherId: number): PageLink | null {
  const text = kept(nameOf(documentId, otherId));
  const offset = Number(text ?? Number.NaN);
  const sign = documentId < otherId ? 1 : -1;
  return Number.isInteger(offset) && text !== '' ? { kind: 'offset', offset: offset * sign || 0 } : null;
}

/** From now on the alignment holds again. */
export function dropLink(documentId: number, otherId: number): void {
  keep(nameOf(documentId, otherId), '');
}

export function keepLink(documentId: number, otherId: number, link: PageLink): void {
  if (link.kind !== 'offset') return;
  const sign = documentId < otherId ? 1 : -1;
  keep(nameOf(documentId, otherId), String(link.offset * sign));
}

function nameOf(one: number, other: number): string {
  return `beside.${Math.min(one, other)}.${Math.max(one, other)}`;
}
