import { timingSafeEqual } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { SetUp } from '../../../contract/sessions.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { readKey, typedCodeLength } from '../../../domain/meetings/key.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { type Beginning, beginOfficialSession } from '../../identity/official-sessions.ts';
import { hashPassword, requireStrongPassword } from '../../identity/passwords.ts';
import { countOfficials } from './queries.ts';

/** Creates the city and its first administrator, once, for whoever reads the terminal's code. Gives the new session. */
export async function setUp(db: Kysely<Tables>, expectedCode: string, input: SetUp, beginning: Beginning) {
  const code = readKey(input.code, typedCodeLength) ?? '';
  const right = code.length === expectedCode.length && timingSafeEqual(Buffer.from(code), Buffer.from(expectedCode));
  if (!right) throw new DomainError('wrong_set_up_code');
  await requireStrongPassword(input.password, [input.name, input.email, input.cityName]);
  const passwordHash = await hashPassword(input.password);
  return db.transaction().execute(async (transaction) => {
    // one set-up at a time, also between processes
    await sql`lock table official in exclusive mode`.execute(transaction);
    if ((await countOfficials(transaction)) > 0) throw new DomainError('already_set_up');
    await transaction
      .insertInto('city')
      .values({ id: 1, name: input.cityName.trim() })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: input.cityName.trim() }))
      .execute();
    const official = await transaction
      .insertInto('official')
      .values({
        email: input.email.trim().toLowerCase(),
        name: input.name.trim(),
        password_hash: passwordHash,
        role: 'administrator',
      })
      .returning(['id', 'name', 'email', 'role'])
      .executeTakeFirstOrThrow();
    await recordAct(transaction, { ...official, network: beginning.network }, 'portal-set-up', {
      official: official.id,
    });
    return beginOfficialSession(transaction, official.id, beginning);
  });
}
