import { DomainError } from '../../domain/meetings/error-code.ts';
import type { MemberViewer, Official, Viewer } from './viewer.ts';

/** Who may call a route at all; what it then reads is narrowed by readable.ts and editable.ts. */
/** `ticket`: a reader, or whoever brings a ticket for the revision that the route is about. */
export type AccessRule = 'anyone' | 'member' | 'reader' | 'ticket' | 'official' | 'administrator';

/** Minutes for which a shown password or passkey is enough for what needs one. */
const proofMinutes = 15;

export const accessRules: readonly AccessRule[] = ['anyone', 'member', 'reader', 'ticket', 'official', 'administrator'];

/** Throws the refusal; a reader is a member or an official. */
export function enforce(rule: AccessRule, viewer: Viewer): void {
  if (rule === 'anyone') return;
  if (rule === 'member' && viewer.member) return;
  if ((rule === 'reader' || rule === 'ticket') && (viewer.member || viewer.official)) return;
  if (rule === 'official' && viewer.official) return;
  if (rule === 'administrator' && viewer.official?.role === 'administrator') return;
  throw new DomainError(rule === 'administrator' && viewer.official ? 'forbidden' : 'not_signed_in');
}

/**
 * An official who has still to register the passkey that the city demands is let in nowhere else: as the member whose
 * session the browser holds besides, or not at all. Throws `passkey_demanded`.
 */
export function requirePasskey(rule: AccessRule, viewer: Viewer): Viewer {
  if (rule === 'anyone' || !viewer.official?.needsPasskey) return viewer;
  if (viewer.member && rule !== 'official' && rule !== 'administrator') return { ...viewer, official: null };
  throw new DomainError('passkey_demanded');
}

/** Throws `proof_needed` where the official has not shown a password or a passkey for a while. */
export function requireProof({ official }: Viewer, now = Date.now()): void {
  if (official && official.session.provenAt.getTime() < now - proofMinutes * 60_000)
    throw new DomainError('proof_needed');
}

/** The official of a route whose rule is official or administrator. */
export function officialIn(viewer: Viewer): Official {
  if (!viewer.official) throw new DomainError('not_signed_in');
  return viewer.official;
}

/** The member of a route whose rule is member. */
export function memberIn(viewer: Viewer): MemberViewer {
  if (!viewer.member) throw new DomainError('not_signed_in');
  return viewer.member;
}
