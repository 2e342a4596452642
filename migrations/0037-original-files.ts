import { type Kysely, sql } from 'kysely';

/** A file of Word, Excel or PowerPoint is kept as it was sent, beside the PDF that is made of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table revision
    add column original_sha256 text,
    add column original_format text,
    add check ((original_sha256 is null) = (original_format is null))`.execute(db);
}
