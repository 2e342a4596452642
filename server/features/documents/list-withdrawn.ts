import type { Kysely } from 'kysely';
import type { WithdrawnDocuments } from '../../../contract/documents.ts';
import { editableDocuments } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** The meeting's documents that were taken out of it, the last first. */
export async function listWithdrawn(
  db: Kysely<Tables>,
  official: Official,
  meetingId: number,
): Promise<WithdrawnDocuments['documents']> {
  const rows = await editableDocuments(db, official)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'document.withdrawn_at as at'])
    .where('document.meeting_id', '=', meetingId)
    .where('document.withdrawn_at', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('revision')
          .select('revision.id')
          .whereRef('revision.document_id', '=', 'document.id')
          .where('revision.taken_back_at', 'is', null),
      ),
    )
    .orderBy('document.withdrawn_at', 'desc')
    .execute();
  return rows.map(({ at, ...document }) => ({ ...document, withdrawnAt: at!.toISOString() }));
}
