import { type Kysely, sql, type Transaction } from 'kysely';
import { recordOwnAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';

interface Needs {
  db: Kysely<Tables>;
  files: Files;
}

/** Days from taking back to erasing, and for which a file is kept that nothing names. */
export const keptDays = 7;
const day = 24 * 60 * 60 * 1000;

/**
 * Erases what was taken back before the set time, what was never sent to its end, and then every file that nothing needs and that is as old; what was erased
 * goes on record. Doing it twice erases once.
 */
export async function eraseUnneeded({ db, files }: Needs, now = Date.now()): Promise<void> {
  const before = new Date(now - keptDays * day);
  const due = await db
    .selectFrom('revision')
    .select(['id', 'sha256'])
    .where('taken_back_at', '<', before)
    .where('erased_at', 'is', null)
    .execute();
  for (const revision of due) {
    await db.transaction().execute((transaction) => eraseRevision(transaction, revision, new Date(now)));
  }
  await files.sweep();
  const erased = await files.erase(before, () => listNeeded(db));
  if (erased.files === 0) return;
  await db.transaction().execute((transaction) => recordOwnAct(transaction, 'files-erased', {}, { ...erased }));
}

/** Its row stays, without the name of its file, so that the audit trail and the numbers of the others hold. */
async function eraseRevision(
  transaction: Transaction<Tables>,
  { id, sha256 }: { id: number; sha256: string },
  now: Date,
): Promise<void> {
  const comparisons = transaction
    .selectFrom('comparison')
    .select('comparison.id')
    .where((eb) => eb.or([eb('older_revision_id', '=', id), eb('newer_revision_id', '=', id)]));
  await transaction.deleteFrom('comparison_page').where('comparison_id', 'in', comparisons).execute();
  await transaction.deleteFrom('comparison').where('id', 'in', comparisons).execute();
  await transaction.deleteFrom('initiative_reading').where('revision_id', '=', id).execute();
  await transaction.deleteFrom('page_search').where('revision_id', '=', id).execute();
  await transaction.deleteFrom('page').where('revision_id', '=', id).execute();
  await transaction.updateTable('reading_place').set({ revision_id: null }).where('revision_id', '=', id).execute();
  await transaction
    .updateTable('revision')
    .set({ erased_at: now, outline: '[]', file_name: '', page_count: null })
    .where('id', '=', id)
    .execute();
  await transaction
    .deleteFrom('paper_entries')
    .where('file_sha256', '=', sha256)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('revision').select('id').where('sha256', '=', sha256).where('erased_at', 'is', null))),
    )
    .execute();
  await recordOwnAct(transaction, 'revision-erased', { revision: id }, {});
}

/** Every file that the database names: uploads, pages and their pictures, what was read and compared. */
async function listNeeded(db: Kysely<Tables>): Promise<Set<string>> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from revision where erased_at is null
    union select original_sha256 from revision where erased_at is null and original_sha256 is not null
    union select unnest(array[content_sha256, large_sha256, small_sha256, quick_sha256]) from page
    union select entries_sha256 from paper_entries
    union select unnest(array[changes_sha256, hindrances_sha256]) from comparison`.execute(db);
  return new Set(rows.map(({ sha256 }) => sha256));
}
