import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RememberedRights } from '../access/remembered-rights.ts';
import { addToTicket, readTicket, type Ticket, ticketMinutes, writeTicket } from '../access/ticket.ts';
import type { Keys } from './secrets.ts';
import { hashToken, hostPrefix, type SessionCookies } from './session-cookies.ts';

interface Needs {
  keys: Keys;
  rights: RememberedRights;
  cookies: SessionCookies;
  secure: boolean;
}

/**
 * Who may read a revision is asked once: with the answer goes a ticket, a cookie beside the session's, and while it holds
 * pages are sent without asking the database.
 */
export class Tickets {
  readonly #needs: Needs;
  readonly #name: string;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#name = `${hostPrefix(needs.secure)}kurabe_ticket`;
  }

  /** True where the request, for a revision's :id, brings a ticket for it that holds beside its session. */
  admit(request: FastifyRequest): boolean {
    const id = Number((request.params as { id: string }).id);
    return this.#read(request, this.#hashes(request))?.revisions.includes(id) ?? false;
  }

  /** Gives the viewer of this request, who was asked for, a ticket for revisions that were found to be theirs to read. */
  issue(request: FastifyRequest, reply: FastifyReply, revisions: readonly number[]): void {
    const hashes = request.sessionHashes;
    if (hashes.length === 0 || revisions.length === 0) return;
    // what was found is true for the moment before anything was asked
    const added: Ticket = { issued: Math.floor(Date.now() - reply.elapsedTime), revisions };
    const ticket = addToTicket(this.#read(request, [hashes]), added);
    const text = writeTicket(this.#needs.keys.sign, hashes.join(), ticket);
    reply.setCookie(this.#name, text, {
      ...{ path: '/', httpOnly: true, sameSite: 'strict', secure: this.#needs.secure, maxAge: ticketMinutes * 60 },
    });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.#name, { path: '/', secure: this.#needs.secure });
  }

  /** The ticket, where it holds for one of these sets of sessions. */
  #read(request: FastifyRequest, sessions: readonly (readonly string[])[]): Ticket | null {
    const text = request.cookies[this.#name];
    if (!text) return null;
    for (const hashes of sessions) {
      const ticket = readTicket(this.#needs.keys.sign, hashes.join(), text);
      if (ticket) return this.#needs.rights.holdsSince(ticket.issued, hashes) ? ticket : null;
    }
    return null;
  }

  /** A picture's request does not say which of the browser's doors its page speaks for. */
  #hashes(request: FastifyRequest): string[][] {
    const [official, member] = (['official', 'member'] as const).map((door) => {
      const token = this.#needs.cookies.read(request, door);
      return token ? [hashToken(token)] : [];
    }) as [string[], string[]];
    return [member, official, [...official, ...member]].filter((hashes) => hashes.length > 0);
  }
}
