import { createHash, randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { anyone, findMember, findOfficial } from '../access/viewer.ts';
import type { Tables } from '../database/tables.ts';
import { todayInJapan } from './clock.ts';
import type { WebApp } from './web-app.ts';

export type Door = 'official' | 'member';
const cookieNames: Record<Door, string> = { official: 'kurabe_official', member: 'kurabe_member' };

/** Says which of the two sessions a page speaks for, where a browser holds both; without it both count. */
const doorHeader = 'x-kurabe-door';

/** Puts the viewer on every request to the API, at one query a cookie. */
export async function readSessions(app: WebApp, db: Kysely<Tables>): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('viewer');
  app.addHook('onRequest', async (request) => {
    request.viewer = anyone;
    if (!request.routeOptions.url?.startsWith('/api/')) return;
    const official = request.cookies[cookieNames.official];
    const member = request.cookies[cookieNames.member];
    if (!official && !member) return;
    const only = request.headers[doorHeader];
    request.viewer = {
      official: official && only !== 'member' ? await findOfficial(db, hashToken(official)) : null,
      member: member && only !== 'official' ? await findMember(db, hashToken(member), todayInJapan()) : null,
    };
  });
}

/** A fresh session's token for the browser, and its hash for the database. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function setSessionCookie(reply: FastifyReply, door: Door, token: string, expires: Date, secure: boolean): void {
  reply.setCookie(cookieNames[door], token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}

export function clearSessionCookie(reply: FastifyReply, door: Door): void {
  reply.clearCookie(cookieNames[door], { path: '/' });
}

export function sessionCookie(request: FastifyRequest, door: Door): string | undefined {
  return request.cookies[cookieNames[door]];
}
