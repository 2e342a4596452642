import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { endSessions } from '../../identity/official-sessions.ts';

/** Ends one of the official's own sessions. */
export function endSession(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const result = await transaction
      .deleteFrom('session')
      .where('id', '=', id)
      .where('official_id', '=', official.id)
      .executeTakeFirst();
    if (!result.numDeletedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, 'session-ended', { official: official.id });
  });
}

/** Ends all of the official's sessions, this one too. */
export function endAllSessions(db: Kysely<Tables>, official: Official): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await endSessions(transaction, official.id);
    await recordAct(transaction, official, 'sessions-ended', { official: official.id });
  });
}
