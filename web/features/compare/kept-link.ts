import { keep, kept } from '../../client/kept.ts';
import type { PageLink } from './page-link.ts';

/** The offset that a person on this device set for two documents, seen from either side; null where nobody did. */
export function keptLink(documentId: number, besideId: number): PageLink | null {
  const text = kept(nameOf(documentId, besideId));
  const offset = Number(text ?? Number.NaN);
  const sign = documentId < besideId ? 1 : -1;
  return Number.isInteger(offset) && text !== '' ? { kind: 'offset', offset: offset * sign || 0 } : null;
}

/** From now on the alignment holds again. */
export function dropLink(documentId: number, besideId: number): void {
  keep(nameOf(documentId, besideId), '');
}

export function keepLink(documentId: number, besideId: number, link: PageLink): void {
  if (link.kind !== 'offset') return;
  const sign = documentId < besideId ? 1 : -1;
  keep(nameOf(documentId, besideId), String(link.offset * sign));
}

function nameOf(one: number, other: number): string {
  return `beside.${Math.min(one, other)}.${Math.max(one, other)}`;
}
