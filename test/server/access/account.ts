import type { TestApp } from '../../portal.ts';

interface Accounts {
  readonly officials: Record<string, number>;
  readonly passkeys: Record<string, number>;
  readonly sessions: Record<string, number>;
}

/** A passkey for an official of the cast, and the id of their session. */
export async function insertAccount({ db }: TestApp, cast: Accounts, name: string): Promise<void> {
  const id = cast.officials[name]!;
  const session = await db.selectFrom('session').select('id').where('official_id', '=', id).executeTakeFirstOrThrow();
  cast.sessions[name] = session.id;
  const passkey = await db
    .insertInto('passkey')
    .values({
      ...{ official_id: id, name, credential_id: name, public_key: Buffer.of(0), counter: 0, transports: [] },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  cast.passkeys[name] = passkey.id;
}
