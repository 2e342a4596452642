import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { OtherCommittee } from '../../../contract/sessions.ts';
import { findMember, type MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';
import { hashToken, type SessionCookies } from '../../http/session-cookies.ts';

/**
 * A member of several committees has a letter of each, and a key opens only its own committee. The browser keeps the sessions
 * of all of them, one a committee; one at a time speaks.
 */
export interface Held {
  readonly token: string;
  readonly member: MemberViewer;
}

/** Of the browser's sessions those that still open, one a committee; the one that speaks first. */
export async function findHeld(db: Kysely<Tables>, cookies: SessionCookies, request: FastifyRequest): Promise<Held[]> {
  const current = cookies.read(request, 'member');
  const tokens = [...(current ? [current] : []), ...cookies.readOthers(request)];
  const today = todayInJapan();
  const found = await Promise.all(
    tokens.map(async (token) => {
      const member = await findMember(db, hashToken(token), today);
      return member && { token, member };
    }),
  );
  const held = found.filter((one) => one !== null);
  return held.filter(
    ({ member }, index) => held.findIndex((one) => one.member.committeeId === member.committeeId) === index,
  );
}

/** Puts the others into the browser's keeping, but for those of a committee that now speaks. */
export function keepOthers(
  cookies: SessionCookies,
  request: FastifyRequest,
  reply: FastifyReply,
  held: readonly Held[],
  speaking: number | null,
): void {
  const others = held.filter(({ member }) => member.committeeId !== speaking);
  cookies.setOthers(
    request,
    reply,
    others.map(({ token }) => token),
  );
}

export function describeOther({ member }: Held): OtherCommittee {
  const { committeeId, committeeName, name, meetingId } = member;
  return { committeeId, committeeName, memberName: name, meetingId };
}
