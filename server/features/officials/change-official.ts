import type { Kysely } from 'kysely';
import type { OfficialChange, OfficialInput } from '../../../contract/officials.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { requireEdition } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { endSessions } from '../../identity/official-sessions.ts';
import { keepAdministrator } from './keep-administrator.ts';

/**
 * Name, address, role and committees, all as given. Throws `email_taken`, `last_administrator`, and `changed_elsewhere` where it was changed since
 * `input.edition` was read.
 */
export function changeOfficial(db: Kysely<Tables>, by: Official, id: number, input: OfficialChange): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await keepAdministrator(transaction, async () => {
      const stored = await transaction
        .selectFrom('official')
        .select('edition')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      requireEdition(stored, input.edition);
      const values = { ...officialValues(input), edition: input.edition + 1 };
      const other = await transaction
        .selectFrom('official')
        .select('id')
        .where('email', '=', values.email)
        .where('id', '!=', id)
        .executeTakeFirst();
      if (other) throw new DomainError('email_taken');
      await transaction.updateTable('official').set(values).where('id', '=', id).execute();
    });
    await replaceCommittees(transaction, id, input.committeeIds);
    await recordAct(transaction, by, 'official-changed', { official: id }, { role: input.role });
  });
}

/** From now on the official may not come in: the sessions end, invitations open nothing. What they made stays. */
export function stopOfficial(db: Kysely<Tables>, by: Official, id: number): Promise<void> {
  if (by.id === id) throw new DomainError('own_account');
  return db.transaction().execute(async (transaction) => {
    await keepAdministrator(transaction, async () => {
      const result = await transaction
        .updateTable('official')
        .set({ stopped_at: new Date() })
        .where('id', '=', id)
        .where('stopped_at', 'is', null)
        .executeTakeFirst();
      if (!result.numUpdatedRows) throw new DomainError('not_found');
    });
    await transaction
      .deleteFrom('official_invitation')
      .where('official_id', '=', id)
      .where('used_at', 'is', null)
      .execute();
    await endSessions(transaction, id);
    await recordAct(transaction, by, 'official-stopped', { official: id });
  });
}

/** The official comes in again, with the password and passkeys of before. */
export function reinstateOfficial(db: Kysely<Tables>, by: Official, id: number): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('official')
      .set({ stopped_at: null })
      .where('id', '=', id)
      .where('stopped_at', 'is not', null)
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, by, 'official-reinstated', { official: id });
  });
}

export function officialValues({ name, email, role }: OfficialInput) {
  return { name: name.trim(), email: email.trim().toLowerCase(), role };
}

/** Throws `not_found` where one of the committees is not there. */
export async function replaceCommittees(db: Kysely<Tables>, officialId: number, committeeIds: readonly number[]) {
  await db.deleteFrom('committee_official').where('official_id', '=', officialId).execute();
  if (committeeIds.length === 0) return;
  const known = await db.selectFrom('committee').select('id').where('id', 'in', committeeIds).execute();
  if (known.length < committeeIds.length) throw new DomainError('not_found');
  await db
    .insertInto('committee_official')
    .values(committeeIds.map((committeeId) => ({ committee_id: committeeId, official_id: officialId })))
    .execute();
}
