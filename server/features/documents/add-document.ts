import { type Kysely, sql, type Transaction } from 'kysely';
import type { Uploaded } from '../../../contract/documents.ts';
import { proposeAgendaItem } from '../../../domain/meetings/agenda.ts';
import { documentName, type Openness } from '../../../domain/meetings/document.ts';
import { documentRank, type ProposedDocument, proposeDocument } from '../../../domain/meetings/document-name.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { proposeSeries } from '../../../domain/meetings/series.ts';
import { editableMeetings } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { type DocumentJobs, enqueueProcessing } from './jobs.ts';
import type { ReceivedFile } from './receive-file.ts';
import { yearOfTitle } from './settle-year.ts';

/** A new document of the meeting, with what its file's name proposes, and its first revision on the way. */
export async function addDocument(
  db: Kysely<Tables>,
  enqueue: Enqueue<DocumentJobs>,
  official: Official,
  meetingId: number,
  file: ReceivedFile,
): Promise<Uploaded> {
  return db.transaction().execute(async (transaction) => {
    // locked, so that two files uploaded at once do not take the same series
    const meeting = await editableMeetings(transaction, official)
      .select(['meeting.id', 'meeting.committee_id', 'meeting.fiscal_year'])
      .where('meeting.id', '=', meetingId)
      .forUpdate()
      .executeTakeFirst();
    if (!meeting) throw new DomainError('not_found');
    const proposal = proposeDocument(file.name);
    const seriesId = await chooseSeries(transaction, meeting, proposal);
    const document = await transaction
      .insertInto('document')
      .values({
        meeting_id: meetingId,
        agenda_item_id: proposeAgendaItem(proposal.title, await listAgenda(transaction, meetingId)),
        series_id: seriesId,
        openness: await proposeOpenness(transaction, seriesId),
        kind: proposal.kind,
        number: proposal.number,
        title: proposal.title,
        ...yearOfTitle(proposal.title, meeting.fiscal_year),
        name_source: 'file_name',
        position: documentRank(proposal.kind, proposal.number),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const revisionId = await insertRevision(transaction, official, document.id, 1, file);
    await enqueueProcessing(enqueue, transaction, revisionId);
    await recordAct(transaction, official, 'document-uploaded', { revision: revisionId }, { file: file.name });
    return { documentId: document.id, revisionId, sameAs: await findSame(transaction, meetingId, file, revisionId) };
  });
}

/** Of the file as it was sent: two PDFs that are made of the same file differ. */
export const sentHash = sql<string>`coalesce(revision.original_sha256, revision.sha256)`;

/** A paper of the meeting, not withdrawn, that another file of the same content is part of, as people call it. */
export async function findSame(
  db: Kysely<Tables>,
  meetingId: number,
  { sha256 }: Pick<ReceivedFile, 'sha256'>,
  revisionId: number,
): Promise<string | null> {
  const same = await db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['document.kind', 'document.number', 'document.title'])
    .where('document.meeting_id', '=', meetingId)
    .where('document.withdrawn_at', 'is', null)
    .where(sentHash, '=', sha256)
    .where('revision.taken_back_at', 'is', null)
    .where('revision.id', '<>', revisionId)
    .orderBy('revision.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return same ? documentName(same) : null;
}

/** As the newest paper of the series; nobody said of a new one that citizens may see it. */
async function proposeOpenness(transaction: Transaction<Tables>, seriesId: number): Promise<Openness> {
  const earlier = await transaction
    .selectFrom('document')
    .select('openness')
    .where('series_id', '=', seriesId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return earlier?.openness ?? 'closed';
}

export async function insertRevision(
  transaction: Transaction<Tables>,
  official: Official,
  documentId: number,
  number: number,
  file: ReceivedFile,
): Promise<number> {
  const revision = await transaction
    .insertInto('revision')
    .values({
      document_id: documentId,
      number,
      sha256: file.sha256,
      original_sha256: file.format && file.sha256,
      original_format: file.format,
      file_name: file.name,
      byte_size: file.size,
      uploaded_by: official.id,
      upload: file.upload,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return revision.id;
}

/** The committee's series of that title which this meeting has not taken yet, or a new one. No 議事録 goes on another. */
export async function chooseSeries(
  transaction: Transaction<Tables>,
  meeting: { id: number; committee_id: number },
  { kind, title }: Pick<ProposedDocument, 'kind' | 'title'>,
): Promise<number> {
  if (kind === 'minutes') return insertSeries(transaction, meeting.committee_id, title);
  const candidates = await transaction
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .distinctOn('document.series_id')
    .select(['document.series_id as id', 'document.title'])
    .where('meeting.committee_id', '=', meeting.committee_id)
    .where('document.withdrawn_at', 'is', null)
    .where('document.kind', '<>', 'minutes')
    .where('document.series_id', 'not in', (eb) =>
      eb
        .selectFrom('document as taken')
        .select('taken.series_id')
        .where('taken.meeting_id', '=', meeting.id)
        .where('taken.withdrawn_at', 'is', null),
    )
    .orderBy('document.series_id')
    .orderBy('meeting.held_on', 'desc')
    .execute();
  return proposeSeries(title, candidates) ?? insertSeries(transaction, meeting.committee_id, title);
}

export async function insertSeries(transaction: Transaction<Tables>, committeeId: number, title: string) {
  const series = await transaction
    .insertInto('series')
    .values({ committee_id: committeeId, title })
    .returning('id')
    .executeTakeFirstOrThrow();
  return series.id;
}

export async function listAgenda(transaction: Transaction<Tables>, meetingId: number) {
  return transaction
    .selectFrom('agenda_item')
    .select(['id', 'title'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
}
