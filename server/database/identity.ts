import { type Kysely, sql } from 'kysely';
import { DatabaseRefusal } from './refusal.ts';

/** What belongs to a database and lies elsewhere: a mark of the secret and one of the files' folder. */
export interface PortalIdentity {
  readonly secret: string;
  readonly files: string;
  /** Of the secret before, where it was changed on purpose. */
  readonly oldSecret?: string;
}

/** The first portal on a database leaves its marks; another secret or other files are refused. Throws DatabaseRefusal. */
export async function claimDatabase<Tables>(
  db: Kysely<Tables>,
  { secret, files, oldSecret }: PortalIdentity,
): Promise<void> {
  await sql`insert into portal_identity (secret, files) values (${secret}, ${files}) on conflict do nothing`.execute(
    db,
  );
  if (oldSecret !== undefined)
    await sql`update portal_identity set secret = ${secret} where secret = ${oldSecret}`.execute(db);
  const { rows } = await sql<PortalIdentity>`select secret, files from portal_identity`.execute(db);
  if (rows[0]?.secret !== secret)
    throw new DatabaseRefusal(
      'このデータベースは、別の鍵（KURABE_SECRET、またはデータの場所の secret）で使われています。このまま始めると、配った通知がどれも開けません。同じ鍵を指定するか、鍵を替えるときは前の鍵も KURABE_OLD_SECRET（または old-secret）で指定するか、データベースと同じ控えから戻してください。',
    );
  if (rows[0].files !== files)
    throw new DatabaseRefusal(
      'このデータベースの資料は、別のデータの場所（KURABE_DATA の files）にあります。このまま始めると、資料がどれも開けません。同じ場所を指定するか、データベースと同じ控えから戻してください。',
    );
}
