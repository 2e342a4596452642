import type { Kysely } from 'kysely';
import type { Uploaded } from '../../../contract/documents.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableDocuments } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { findSame, insertRevision } from './add-document.ts';
import { type DocumentJobs, enqueueProcessing } from './jobs.ts';
import type { ReceivedFile } from './receive-file.ts';

/** 差替え: a further revision. Members go on reading the one before until the meeting is published again. */
export async function replaceRevision(
  db: Kysely<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  official: Official,
  documentId: number,
  file: ReceivedFile,
): Promise<Uploaded> {
  return db.transaction().execute(async (transaction) => {
    const document = await editableDocuments(transaction, official)
      .select(['document.id', 'document.meeting_id'])
      .where('document.id', '=', documentId)
      .where('document.withdrawn_at', 'is', null)
      .forUpdate('document')
      .executeTakeFirst();
    if (!document) throw new DomainError('not_found');
    const newest = await transaction
      .selectFrom('revision')
      .select('number')
      .where('document_id', '=', documentId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const revisionId = await insertRevision(transaction, official, documentId, newest.number + 1, file);
    await enqueueProcessing(enqueue, transaction, revisionId);
    await recordAct(transaction, official, 'document-replaced', { revision: revisionId }, { file: file.name });
    const sameAs = await findSame(transaction, document.meeting_id, file, revisionId);
    return { documentId, revisionId, sameAs };
  });
}

/** Processes a failed revision once more. */
export async function retryRevision(
  db: Kysely<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  official: Official,
  revisionId: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('revision')
      .set({ state: 'waiting', failure: null, interruptions: 0 })
      .where('id', '=', revisionId)
      .where('state', '=', 'failed')
      .where('taken_back_at', 'is', null)
      .where('document_id', 'in', editableDocuments(transaction, official).select('document.id'))
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await enqueueProcessing(enqueue, transaction, revisionId);
    await recordAct(transaction, official, 'revision-retried', { revision: revisionId });
  });
}
