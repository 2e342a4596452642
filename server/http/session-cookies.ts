import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type Door = 'official' | 'member';

/** Says which of the two sessions a page speaks for, where a browser holds both; without it both count. */
export const doorHeader = 'x-kurabe-door';

/** A browser takes a cookie with this prefix only over https, for this host and all its addresses. */
export const hostPrefix = (secure: boolean) => (secure ? '__Host-' : '');

/** Committees that one person is on, beside the one that speaks. */
const mostOthers = 10;
const longestMilliseconds = 400 * 86_400_000;

/** The cookies that hold the two sessions' tokens. */
export class SessionCookies {
  readonly #secure: boolean;

  constructor(secure: boolean) {
    this.#secure = secure;
  }

  #name(door: Door): string {
    return `${hostPrefix(this.#secure)}kurabe_${door}`;
  }

  read(request: FastifyRequest, door: Door): string | undefined {
    return request.cookies[this.#name(door)];
  }

  set(reply: FastifyReply, door: Door, { token, expires }: { token: string; expires: Date }): void {
    // a letter's link comes from a mail or a camera; nothing outside the portal leads an official further than its first page
    const sameSite = door === 'official' && this.#secure ? 'strict' : 'lax';
    reply.setCookie(this.#name(door), token, { path: '/', httpOnly: true, sameSite, secure: this.#secure, expires });
  }

  /** Tokens of members' sessions of other committees, which wait in this browser until one of them is to speak. */
  readOthers(request: FastifyRequest): string[] {
    const tokens = request.cookies[this.#othersName]?.split('.') ?? [];
    return tokens.filter((token) => token !== '').slice(0, mostOthers);
  }

  setOthers(request: FastifyRequest, reply: FastifyReply, tokens: readonly string[]): void {
    if (tokens.length === 0 && this.readOthers(request).length === 0) return;
    const fixed = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
    if (tokens.length === 0) reply.clearCookie(this.#othersName, fixed);
    else
      reply.setCookie(this.#othersName, tokens.slice(0, mostOthers).join('.'), { ...fixed, expires: this.longest() });
  }

  /** As long as browsers keep a cookie; the session itself may end before. */
  longest(): Date {
    return new Date(Date.now() + longestMilliseconds);
  }

  get #othersName(): string {
    return `${hostPrefix(this.#secure)}kurabe_others`;
  }

  clear(reply: FastifyReply, door: Door): void {
    reply.clearCookie(this.#name(door), { path: '/', secure: this.#secure });
  }
}

/** A fresh session's token for the browser, and its hash for the database. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
