import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** Days for which an ended session is kept: so long its member is told why the letter opens no more, and whom to phone. */
const kept = 30;

/** Erases what has ended and is of no use any more: sessions, counts of guesses, invitations, steps of a passkey. */
export async function eraseExpired(db: Kysely<Tables>): Promise<void> {
  const before = sql<Date>`now() - make_interval(days => ${kept})`;
  await db.deleteFrom('session').where('expires_at', '<', before).execute();
  await db.deleteFrom('official_invitation').where('expires_at', '<', before).execute();
  await db.deleteFrom('passkey_challenge').where('expires_at', '<', new Date()).execute();
  await db.deleteFrom('attempt').where('ends_at', '<', new Date()).execute();
}
