import type { Kysely } from 'kysely';
import type { PasswordChange } from '../../../contract/account.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { endSessions } from '../../identity/official-sessions.ts';
import { hashPassword, requireStrongPassword } from '../../identity/passwords.ts';
import { noteProof, requirePassword } from './prove.ts';

/** The new password, and the end of the official's other sessions. Throws `wrong_current_password` or `weak_password`. */
export async function changePassword(
  db: Kysely<Tables>,
  official: Official,
  { currentPassword, password }: PasswordChange,
): Promise<void> {
  await requirePassword(db, official, currentPassword);
  const city = await db.selectFrom('city').select('name').executeTakeFirst();
  await requireStrongPassword(password, [official.name, official.email, city?.name ?? '']);
  const passwordHash = await hashPassword(password);
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('official')
      .set({ password_hash: passwordHash })
      .where('id', '=', official.id)
      .execute();
    await endSessions(transaction, official.id, official.session.id);
    await noteProof(transaction, official, 'password-changed');
  });
}
