import { type Kysely, sql } from 'kysely';
import type { DocumentSummary } from '../../../contract/documents.ts';
import type { Meeting, MeetingSummary } from '../../../contract/meetings.ts';
import { fiscalYearOf } from '../../../domain/japanese/fiscal-year.ts';
import { readableDocuments, readableMeetings, readableRevisions } from '../../access/readable.ts';
import { findShownRevisions } from '../../access/shown-revision.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** The committee's meetings that this viewer may see, newest first. */
export async function listMeetings(db: Kysely<Tables>, viewer: Viewer, committeeId: number): Promise<MeetingSummary[]> {
  const rows = await readableMeetings(db, viewer)
    .select(['meeting.id', 'meeting.title', 'meeting.held_on as heldOn', 'meeting.published_at as publishedAt'])
    .where('meeting.committee_id', '=', committeeId)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.id', 'desc')
    .execute();
  const counts = await readableDocuments(db, viewer)
    .select((eb) => ['document.meeting_id', eb.fn.countAll<number>().as('count')])
    .where('meeting.committee_id', '=', committeeId)
    .groupBy('document.meeting_id')
    .execute();
  return rows.map(({ publishedAt, ...row }) => ({
    ...row,
    fiscalYear: fiscalYearOf(row.heldOn),
    published: publishedAt !== null,
    documentCount: Number(counts.find((count) => count.meeting_id === row.id)?.count ?? 0),
  }));
}

export async function findMeeting(db: Kysely<Tables>, viewer: Viewer, id: number): Promise<Meeting | null> {
  const meeting = await readableMeetings(db, viewer)
    .selectAll('meeting')
    .select(['committee.name', 'committee.department', 'committee.phone', 'committee.email'])
    .where('meeting.id', '=', id)
    .executeTakeFirst();
  if (!meeting) return null;
  const agenda = await db
    .selectFrom('agenda_item')
    .select(['id', 'title'])
    .where('meeting_id', '=', id)
    .orderBy('position')
    .execute();
  const documents = await listDocuments(db, viewer, meeting);
  return {
    id: meeting.id,
    committee: {
      id: meeting.committee_id,
      name: meeting.name,
      department: meeting.department,
      phone: meeting.phone,
      email: meeting.email,
    },
    title: meeting.title,
    heldOn: meeting.held_on,
    startsAt: meeting.starts_at,
    endsAt: meeting.ends_at,
    place: meeting.place,
    fiscalYear: fiscalYearOf(meeting.held_on),
    publishedAt: meeting.published_at?.toISOString() ?? null,
    agenda,
    documents,
    others: (await listMeetings(db, viewer, meeting.committee_id)).filter((other) => other.id !== id),
    unpublishedCount: documents.filter((document) => !document.revision.published).length,
    hasRegister: await hasRegister(db, viewer, meeting.committee_id),
  };
}

/** True where a paper of the committee that this viewer may see tells of initiatives. */
async function hasRegister(db: Kysely<Tables>, viewer: Viewer, committeeId: number): Promise<boolean> {
  const telling = await readableRevisions(db, viewer)
    .innerJoin('initiative_reading', 'initiative_reading.revision_id', 'revision.id')
    .select('revision.id')
    .where('meeting.committee_id', '=', committeeId)
    .where(sql<boolean>`jsonb_array_length(initiative_reading.initiatives) > 0`)
    .limit(1)
    .executeTakeFirst();
  return telling !== undefined;
}

/** True where this member's own letter is for this meeting and nothing of it is published: they know of it, and wait. */
export async function isAwaited(db: Kysely<Tables>, viewer: Viewer, id: number): Promise<boolean> {
  if (viewer.member?.meetingId !== id) return false;
  const meeting = await db.selectFrom('meeting').select('published_at').where('id', '=', id).executeTakeFirst();
  return meeting?.published_at === null;
}

async function listDocuments(
  db: Kysely<Tables>,
  viewer: Viewer,
  meeting: { id: number; committee_id: number; held_on: string },
): Promise<DocumentSummary[]> {
  const rows = await readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'document.openness'])
    .select(['document.agenda_item_id as agendaItemId', 'document.series_id as seriesId'])
    .where('document.meeting_id', '=', meeting.id)
    .orderBy('document.position')
    .orderBy('document.id')
    .execute();
  const ids = rows.map((row) => row.id);
  const revisions = await findShownRevisions(db, viewer, ids);
  const earlier = await listEarlier(
    db,
    viewer,
    meeting,
    rows.map((row) => row.seriesId),
  );
  const compared = await listCompared(
    db,
    [...revisions.values()].map((revision) => revision.id),
  );
  return rows.flatMap((row) => {
    const revision = revisions.get(row.id);
    const counterpart = earlier.find((document) => document.seriesId === row.seriesId);
    if (!revision) return [];
    if (!counterpart) return { ...row, revision, counterpart: null };
    const { id: documentId, heldOn } = counterpart;
    const state = compared.find((one) => one.newer === revision.id && one.olderDocument === documentId)?.state ?? null;
    return { ...row, revision, counterpart: { documentId, fiscalYear: fiscalYearOf(heldOn), compared: state } };
  });
}

/** How far the comparisons of these revisions with earlier papers are, those with newer revisions of them first. */
async function listCompared(db: Kysely<Tables>, revisionIds: number[]) {
  if (revisionIds.length === 0) return [];
  return db
    .selectFrom('comparison')
    .innerJoin('revision as older', 'older.id', 'comparison.older_revision_id')
    .select(['comparison.newer_revision_id as newer', 'older.document_id as olderDocument', 'comparison.state'])
    .where('comparison.newer_revision_id', 'in', revisionIds)
    .orderBy('older.number', 'desc')
    .execute();
}

/** Documents of these series at earlier meetings, nearest first. */
async function listEarlier(
  db: Kysely<Tables>,
  viewer: Viewer,
  meeting: { committee_id: number; held_on: string },
  seriesIds: number[],
) {
  if (seriesIds.length === 0) return [];
  return readableDocuments(db, viewer)
    .select(['document.id', 'document.series_id as seriesId', 'meeting.held_on as heldOn'])
    .where('meeting.committee_id', '=', meeting.committee_id)
    .where('meeting.held_on', '<', meeting.held_on)
    .where('document.series_id', 'in', seriesIds)
    .orderBy('meeting.held_on', 'desc')
    .execute();
}
