import { type Kysely, sql, type Transaction } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMeetings } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * Shows the meeting, and the newest revision of everything in it, to its members. What is still being processed is
 * published too and says so to its reader; what has failed is refused by name. Earlier revisions keep their date.
 */
export async function publishMeeting(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const meeting = await editableMeetings(transaction, official)
      .select('meeting.id')
      .where('meeting.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!meeting) throw new DomainError('not_found');
    const shown = await showToMembers(transaction, id);
    await recordAct(transaction, official, 'meeting-published', { meeting: id }, { shown });
  });
}

/** How many revisions became visible. The caller holds the meeting's row. Throws `nothing_to_publish` and `documents_failed`. */
export async function showToMembers(transaction: Transaction<Tables>, id: number): Promise<number> {
  const newest = await transaction
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .distinctOn('revision.document_id')
    .select(['revision.id', 'revision.document_id', 'revision.state', 'revision.file_name', 'revision.published_at'])
    .where('document.meeting_id', '=', id)
    .where('document.withdrawn_at', 'is', null)
    .where('revision.taken_back_at', 'is', null)
    .orderBy('revision.document_id')
    .orderBy('revision.number', 'desc')
    .execute();
  if (newest.length === 0) throw new DomainError('nothing_to_publish');
  const fresh = newest.filter((revision) => revision.published_at === null);
  const failed = fresh.filter((revision) => revision.state === 'failed');
  if (failed.length > 0)
    throw new DomainError('documents_failed', failed.map((revision) => revision.file_name).join('、'));
  const now = new Date();
  const ids = fresh.map((revision) => revision.id);
  if (ids.length > 0)
    await transaction.updateTable('revision').set({ published_at: now }).where('id', 'in', ids).execute();
  // what members read a paper by is a proposal no more; one that is still being read may get a better one
  const named = fresh.flatMap((revision) => (revision.state === 'ready' ? [revision.document_id] : []));
  if (named.length > 0)
    await transaction
      .updateTable('document')
      .set({ name_source: 'official', other_name: null })
      .where('id', 'in', named)
      .where('name_source', '<>', 'official')
      .execute();
  await transaction
    .updateTable('meeting')
    .set({ published_at: sql`coalesce(published_at, ${now})`, ...noPlan })
    .where('id', '=', id)
    .execute();
  return fresh.length;
}

/** No publication by itself is waiting. */
export const noPlan = { publish_at: null, publish_planned_by: null, publish_failure: null };

/** Members no longer see the meeting; what was published stays marked so, and comes back with the meeting. */
export async function unpublishMeeting(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('meeting')
      .set({ published_at: null, ...noPlan })
      .where('id', 'in', editableMeetings(transaction, official).select('meeting.id').where('meeting.id', '=', id))
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, 'meeting-unpublished', { meeting: id });
  });
}
