import { type Kysely, sql } from 'kysely';

/** 議事録 are a kind of document of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document
    drop constraint document_kind_check,
    add constraint document_kind_check check (kind in ('agenda', 'material', 'reference', 'minutes', 'other'))`.execute(
    db,
  );
}
