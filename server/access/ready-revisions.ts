import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { paperYear } from './paper-year.ts';

/** Revisions that can be read, with what decides which of two papers is the older. For the portal's own work, not for a viewer. */
export function readyRevisions(db: Kysely<Tables>) {
  return db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select(['revision.id', 'revision.number', 'document.id as documentId', 'meeting.held_on as heldOn'])
    .select(paperYear.as('fiscalYear'))
    .where('revision.state', '=', 'ready');
}

/** The newest of them of a document; undefined where none is ready. */
export function newestReady(db: Kysely<Tables>, documentId: number) {
  return readyRevisions(db)
    .where('document.id', '=', documentId)
    .orderBy('revision.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
