import type { Kysely, Transaction } from 'kysely';
import type { RegistrationAnswer } from '../../../contract/passkeys.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { type RelyingParty, verifyRegistration } from '../../identity/passkeys.ts';

/** From now on signing in asks for it. Throws `passkey_refused`. */
export async function addPasskey(
  { db, party }: { db: Kysely<Tables>; party: RelyingParty },
  official: Official,
  answer: RegistrationAnswer,
): Promise<{ id: number }> {
  // outside the transaction: what was asked is used up, also by a wrong answer
  const passkey = await verifyRegistration(db, party, official.id, answer);
  return db.transaction().execute(async (transaction) => {
    const added = await transaction.insertInto('passkey').values(passkey).returning('id').executeTakeFirstOrThrow();
    await recordAct(transaction, official, 'passkey-registered', { official: official.id });
    return added;
  });
}

export function renamePasskey(db: Kysely<Tables>, official: Official, id: number, name: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('passkey')
      .set({ name: name.trim() })
      .where('id', '=', id)
      .where('official_id', '=', official.id)
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, 'passkey-renamed', { official: official.id });
  });
}

/** Throws `last_passkey` where the city demands one. */
export function removePasskey(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const result = await transaction
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('official_id', '=', official.id)
      .executeTakeFirst();
    if (!result.numDeletedRows) throw new DomainError('not_found');
    await refuseWithoutPasskey(transaction, official);
    await recordAct(transaction, official, 'passkey-removed', { official: official.id });
  });
}

async function refuseWithoutPasskey(transaction: Transaction<Tables>, official: Official): Promise<void> {
  const { passkeys_demanded: demanded } = await transaction
    .selectFrom('city')
    .select('passkeys_demanded')
    .forShare()
    .executeTakeFirstOrThrow();
  if (!demanded) return;
  // one after the other, so that two do not remove each the other's last
  await transaction.selectFrom('official').select('id').where('id', '=', official.id).forUpdate().execute();
  const left = await transaction.selectFrom('passkey').select('id').where('official_id', '=', official.id).execute();
  if (left.length === 0) throw new DomainError('last_passkey');
}
