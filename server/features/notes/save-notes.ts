import type { Kysely, Transaction } from 'kysely';
import type { EditedNotes, NoteEdit } from '../../../contract/notes.ts';
import { mergeEdit } from '../../../domain/notes/merge-edit.ts';
import type { NoteContent } from '../../../domain/notes/note.ts';
import { ownNotes } from '../../access/own-notes.ts';
import { readableRevisions } from '../../access/readable.ts';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

type Edited = EditedNotes['edits'][number];

/** Parts of the page's height that words kept aside stand below the others. */
const aside = 0.03;

/**
 * Stores what a device wrote, all of it in one step, and tells what became of each edit. One that is sent twice is done once. What is
 * written on a page that this member may not read is refused alone.
 */
export function saveNotes(db: Kysely<Tables>, member: MemberViewer, edits: readonly NoteEdit[]): Promise<Edited[]> {
  return db.transaction().execute(async (transaction) => {
    // one device after the other, also while there is no note yet to be locked
    await transaction.selectFrom('member').select('id').where('id', '=', member.id).forUpdate().execute();
    const readable = await findReadable(transaction, member, edits);
    const edited: Edited[] = [];
    for (const edit of edits) edited.push(await saveNote(transaction, member, edit, readable));
    return edited;
  });
}

/** Of the revisions that are written on, those that this member may read, as document and revision. */
async function findReadable(db: Kysely<Tables>, member: MemberViewer, edits: readonly NoteEdit[]) {
  const rows = await readableRevisions(db, { official: null, member })
    .select(['revision.id', 'revision.document_id'])
    .where('revision.id', 'in', [...new Set(edits.map(({ revisionId }) => revisionId))])
    .execute();
  return new Set(rows.map(({ id, document_id }) => `${document_id} ${id}`));
}

async function saveNote(
  transaction: Transaction<Tables>,
  member: MemberViewer,
  edit: NoteEdit,
  readable: ReadonlySet<string>,
): Promise<Edited> {
  const { id, editId } = edit;
  const stored = await ownNotes(transaction, member).selectAll('note').where('note.id', '=', id).executeTakeFirst();
  // what was written while the paper could be read is kept, whatever became of the paper since
  if (!stored && !readable.has(`${edit.documentId} ${edit.revisionId}`))
    return { editId, id, outcome: 'refused', version: 0 };
  const seen = stored && {
    version: stored.version,
    editId: stored.edit_id,
    erased: stored.erased_at !== null,
    content: stored.content as NoteContent | null,
  };
  const outcome = mergeEdit(seen ?? null, edit);
  if (outcome === 'aside') {
    await insertNote(transaction, member, { ...edit, id: editId, content: belowOf(edit.content) });
    return { editId, id, outcome, version: stored!.version };
  }
  if (outcome === 'nothing') return { editId, id, outcome, version: stored?.version ?? 0 };
  if (!stored) {
    const isNew = await insertNote(transaction, member, edit);
    return { editId, id, outcome: isNew ? 'store' : 'refused', version: isNew ? 1 : 0 };
  }
  // laid by hand on another version of its paper
  const isMoved = stored.document_id === edit.documentId && readable.has(`${edit.documentId} ${edit.revisionId}`);
  await transaction
    .updateTable('note')
    .set({
      ...(isMoved && { revision_id: edit.revisionId, page: edit.page }),
      version: stored.version + 1,
      edit_id: editId,
      content: JSON.stringify(edit.content),
      changed_at: new Date(),
      erased_at: edit.erased ? new Date() : null,
    })
    .where('id', '=', id)
    .execute();
  return { editId, id, outcome, version: stored.version + 1 };
}

/** False where the id is somebody else's. */
async function insertNote(transaction: Transaction<Tables>, member: MemberViewer, edit: NoteEdit): Promise<boolean> {
  const inserted = await transaction
    .insertInto('note')
    .values({
      ...{ id: edit.id, member_id: member.id, document_id: edit.documentId, revision_id: edit.revisionId },
      ...{ page: edit.page, version: 1, edit_id: edit.editId, content: JSON.stringify(edit.content) },
      ...{ written_at: new Date(edit.writtenAt), erased_at: edit.erased ? new Date() : null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows) > 0;
}

function belowOf(content: NoteContent): NoteContent {
  return content.kind === 'text' ? { ...content, y: Math.min(1, content.y + aside) } : content;
}
