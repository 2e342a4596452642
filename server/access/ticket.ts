import { timingSafeEqual } from 'node:crypto';

/** How long a ticket is believed without asking the database; a change of rights ends it within seconds. */
export const ticketMinutes = 15;
/** A reader goes back to the newest papers. */
const mostRevisions = 64;
const digits = 36;

/** Which revisions a session may read, found out at `issued` (milliseconds). */
export interface Ticket {
  readonly issued: number;
  readonly revisions: readonly number[];
}

/** A keyed hash of a text, in few characters. */
export type Sign = (text: string) => string;

/** The ticket in words that no one else can write, and that only hold beside the session. */
export function writeTicket(sign: Sign, session: string, { issued, revisions }: Ticket): string {
  const expires = issued + ticketMinutes * 60_000;
  const named = revisions.slice(-mostRevisions).map((id) => id.toString(digits));
  const words = `${expires.toString(digits)}.${named.join('-')}`;
  return `${words}.${sign(`ticket ${session} ${words}`)}`;
}

/** Null where it was not written for this session or was changed. It may have expired. */
export function readTicket(sign: Sign, session: string, text: string): Ticket | null {
  const end = text.lastIndexOf('.');
  const words = text.slice(0, Math.max(0, end));
  const given = Buffer.from(text.slice(end + 1));
  const right = Buffer.from(sign(`ticket ${session} ${words}`));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [expires = '', named = ''] = words.split('.');
  const until = Number.parseInt(expires, digits);
  const revisions = named.split('-').map((id) => Number.parseInt(id, digits));
  return { issued: until - ticketMinutes * 60_000, revisions };
}

export const isFresh = ({ issued }: Ticket) => Date.now() < issued + ticketMinutes * 60_000;

/** A ticket for more revisions; it is as old as the older of its parts, and holds no longer. */
export function addToTicket(known: Ticket | null, added: Ticket): Ticket {
  if (!known) return added;
  const others = known.revisions.filter((id) => !added.revisions.includes(id));
  return { issued: Math.min(known.issued, added.issued), revisions: [...others, ...added.revisions] };
}
