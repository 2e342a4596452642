import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { NotesJobs } from './jobs.ts';

/**
 * Queues what places notes that come late, from a device without a line or one that showed an earlier version: the versions of
 * their paper that are shown, or will be, and are not compared with the one that was written on.
 */
export async function planPlacing(
  db: Kysely<Tables>,
  enqueue: Enqueue<NotesJobs>,
  revisionIds: readonly number[],
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select distinct later.id
    from revision as written
    join revision as later on later.document_id = written.document_id and later.number > written.number
    where written.id = any(${sql.val(revisionIds)}::int4[]) and later.state = 'ready' and later.taken_back_at is null
      and not exists (select from revision as shown
        where shown.document_id = later.document_id and shown.number > later.number
          and shown.state = 'ready' and shown.published_at is not null and shown.taken_back_at is null)
      and not exists (select from comparison
        where older_revision_id = written.id and newer_revision_id = later.id)`.execute(db);
  for (const { id } of rows) await enqueue('place-notes', { revisionId: id }, { singletonKey: String(id) });
}
