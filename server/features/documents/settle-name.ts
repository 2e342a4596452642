import type { Kysely, Transaction } from 'kysely';
import { proposeAgendaItem } from '../../../domain/meetings/agenda.ts';
import { documentRank, type ProposedDocument } from '../../../domain/meetings/document-name.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { nameOnFirstPage, settleName } from '../../../domain/meetings/first-page-name.ts';
import { requireEdition } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { chooseSeries, listAgenda } from './add-document.ts';
import { lockEditable } from './choose-counterpart.ts';

/**
 * Once the first version of a document is read: what its first page says of kind, number and title fills what its file's
 * name left open, or stands beside it as another proposal. What an official said stays.
 */
export async function settleNameOfRevision(db: Kysely<Tables>, revisionId: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const read = await findProposed(transaction, revisionId);
    if (!read) return;
    const { name, source, other } = settleName(read.fileName, nameOnFirstPage(read.lines, { height: read.height }));
    await transaction
      .updateTable('document')
      .set({ ...name, name_source: source, other_name: other && JSON.stringify(other) })
      // nobody has put it in another order
      .$if(read.position === documentRank(read.kind, read.number), (query) =>
        query.set({ position: documentRank(name.kind, name.number) }),
      )
      .where('id', '=', read.id)
      .execute();
    if (name.title !== read.title || name.kind !== read.kind) await followTitle(transaction, read, name);
  });
}

/** The document of this first version with its first page; nothing where an official has spoken. */
async function findProposed(transaction: Transaction<Tables>, revisionId: number) {
  return transaction
    .selectFrom('document')
    .innerJoin('revision', 'revision.document_id', 'document.id')
    .innerJoin('page', 'page.revision_id', 'revision.id')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'document.position'])
    .select(['document.series_id as seriesId', 'document.agenda_item_id as agendaItemId'])
    .select(['revision.file_name as fileName', 'page.lines', 'page.height'])
    .select(['meeting.id as meetingId', 'meeting.committee_id as committeeId'])
    .where('revision.id', '=', revisionId)
    .where('revision.number', '=', 1)
    .where('page.number', '=', 1)
    .where('document.name_source', '=', 'file_name')
    .forUpdate(['meeting', 'document'])
    .executeTakeFirst();
}

type Proposed = NonNullable<Awaited<ReturnType<typeof findProposed>>>;

/** Under its new title it belongs to an item of the agenda, and goes on an earlier paper, where it did not under the old. */
async function followTitle(transaction: Transaction<Tables>, before: Proposed, name: ProposedDocument) {
  const { title } = name;
  const { id, seriesId, agendaItemId, meetingId } = before;
  const others = await transaction
    .selectFrom('document')
    .select('id')
    .where('series_id', '=', seriesId)
    .where('id', '<>', id)
    .execute();
  const meeting = { id: meetingId, committee_id: before.committeeId };
  const agenda = agendaItemId ?? proposeAgendaItem(title, await listAgenda(transaction, meetingId));
  // left only where it was alone, so that nobody's chain is torn
  const seriesNow = others.length > 0 ? seriesId : await chooseSeries(transaction, meeting, name);
  await transaction
    .updateTable('document')
    .set({ agenda_item_id: agenda, series_id: seriesNow })
    .where('id', '=', id)
    .execute();
}

/** Takes the other of the two proposals; asked again it takes the first one back. Throws `changed_elsewhere`. */
export async function takeOtherName(
  db: Kysely<Tables>,
  official: Official,
  id: number,
  edition: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    requireEdition(await lockEditable(transaction, official, id), edition);
    const { other_name: other, ...name } = await transaction
      .selectFrom('document')
      .select(['kind', 'number', 'title', 'other_name'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (!other) throw new DomainError('not_found');
    const { kind, number, title } = other;
    await transaction
      .updateTable('document')
      .set({ kind, number, title, name_source: 'official', other_name: JSON.stringify(name), edition: edition + 1 })
      .where('id', '=', id)
      .execute();
    await recordAct(transaction, official, 'document-changed', { document: id });
  });
}
