import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RememberedRights } from '../access/remembered-rights.ts';
import { addToTicket, isFresh, readTicket, type Ticket, ticketMinutes, writeTicket } from '../access/ticket.ts';
import type { Keys } from './secrets.ts';
import { hashToken, hostPrefix, type SessionCookies } from './session-cookies.ts';

interface Needs {
  keys: Keys;
  rights: RememberedRights;
  cookies: SessionCookies;
  secure: boolean;
}

/** Browsers whose ticket was found to be genuine a moment ago. */
const mostKnown = 2_000;

/** A genuine ticket, and the sessions beside which it holds. */
interface Genuine {
  readonly hashes: readonly string[];
  readonly ticket: Ticket;
}

/**
 * Who may read a revision is asked once: with the answer goes a ticket, a cookie beside the session's, and while it holds
 * pages are sent without asking the database.
 */
export class Tickets {
  readonly #needs: Needs;
  readonly #name: string;
  /** By all cookies of a request, as they came: of its pictures only the first is to be proved. */
  readonly #known = new Map<string, Genuine>();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#name = `${hostPrefix(needs.secure)}kurabe_ticket`;
  }

  /** True where the request, for a revision's :id, brings a ticket for it that holds beside its session. */
  admit(request: FastifyRequest): boolean {
    const { cookie } = request.headers;
    if (cookie === undefined) return false;
    const found = this.#known.get(cookie) ?? this.#prove(request, cookie);
    if (!found || !this.#holds(found)) return false;
    return found.ticket.revisions.includes(Number((request.params as { id: string }).id));
  }

  /** Gives the viewer of this request, who was asked for, a ticket for revisions that were found to be theirs to read. */
  issue(request: FastifyRequest, reply: FastifyReply, revisions: readonly number[]): void {
    const hashes = request.sessionHashes;
    if (hashes.length === 0 || revisions.length === 0) return;
    // what was found is true for the moment before anything was asked
    const added: Ticket = { issued: Math.floor(Date.now() - reply.elapsedTime), revisions };
    const known = this.#find(request, [hashes]);
    const ticket = addToTicket(known && this.#holds(known) ? known.ticket : null, added);
    const text = writeTicket(this.#needs.keys.sign, hashes.join(), ticket);
    reply.setCookie(this.#name, text, {
      ...{ path: '/', httpOnly: true, sameSite: 'strict', secure: this.#needs.secure, maxAge: ticketMinutes * 60 },
    });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.#name, { path: '/', secure: this.#needs.secure });
  }

  #prove(request: FastifyRequest, cookie: string): Genuine | null {
    const found = this.#find(request, this.#hashes(request));
    if (this.#known.size >= mostKnown) this.#known.clear();
    if (found) this.#known.set(cookie, found);
    return found;
  }

  /** The ticket, where it was written for one of these sets of sessions. */
  #find(request: FastifyRequest, sessions: readonly (readonly string[])[]): Genuine | null {
    const text = request.cookies[this.#name];
    if (!text) return null;
    for (const hashes of sessions) {
      const ticket = readTicket(this.#needs.keys.sign, hashes.join(), text);
      if (ticket) return { hashes, ticket };
    }
    return null;
  }

  #holds({ hashes, ticket }: Genuine): boolean {
    return isFresh(ticket) && this.#needs.rights.holdsSince(ticket.issued, hashes);
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
