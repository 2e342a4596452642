import { type Kysely, sql } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * Does what may take an administrator away, in this transaction, unless none were left who can come in: two who take each
 * other's role at once are told one after the other. Throws `last_administrator`.
 */
export async function keepAdministrator(transaction: Kysely<Tables>, change: () => Promise<void>): Promise<void> {
  await sql`lock table official in exclusive mode`.execute(transaction);
  await change();
  const left = await transaction
    .selectFrom('official')
    .select('id')
    .where('role', '=', 'administrator')
    .where('stopped_at', 'is', null)
    .where('password_hash', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (!left) throw new DomainError('last_administrator');
}
