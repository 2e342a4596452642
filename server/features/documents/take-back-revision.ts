import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableDocuments } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/**
 * Takes a revision back for good: from now on nobody reads it, and eraseUnneeded erases what is left of it. Members read the
 * one before again, where there is one; a document without any leaves its meeting.
 */
export async function takeBackRevision(db: Kysely<Tables>, official: Official, revisionId: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const document = await editableDocuments(transaction, official)
      .innerJoin('revision', 'revision.document_id', 'document.id')
      .select('document.id')
      .where('revision.id', '=', revisionId)
      .where('revision.taken_back_at', 'is', null)
      .forUpdate('document')
      .executeTakeFirst();
    if (!document) throw new DomainError('not_found');
    const now = new Date();
    await transaction
      .updateTable('revision')
      .set({ taken_back_at: now, published_at: null, state: 'failed', failure: '完全に取り消された版です。' })
      .where('id', '=', revisionId)
      .execute();
    const left = await transaction
      .selectFrom('revision')
      .select('id')
      .where('document_id', '=', document.id)
      .where('taken_back_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (!left) {
      await transaction
        .updateTable('document')
        .set({ withdrawn_at: now })
        .where('id', '=', document.id)
        .where('withdrawn_at', 'is', null)
        .execute();
    }
    await recordAct(transaction, official, 'revision-taken-back', { revision: revisionId });
  });
}
