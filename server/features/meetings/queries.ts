import { type Expression, type Kysely, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { DocumentSummary } from '../../../contract/documents.ts';
import { errorSentences } from '../../../contract/errors.ts';
import type { Meeting, MeetingSummary } from '../../../contract/meetings.ts';
import { compiledQuery } from '../../access/compiled-query.ts';
import { ownNoteCount } from '../../access/own-notes.ts';
import { ownReplyOf, selectReplies } from '../../access/own-reply.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments, readableMeetings, readableRevisions } from '../../access/readable.ts';
import { selectRevisions, shownByDocument } from '../../access/shown-revision.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';
import { visitBefore, visitBegins } from './visit.ts';

/** The committee's meetings that this viewer may see, newest first. */
export async function listMeetings(db: Kysely<Tables>, viewer: Viewer, committeeId: number): Promise<MeetingSummary[]> {
  const committee = sql<number>`${committeeId}::int`;
  const meetings = await selectMeetings(db, viewer, committee).execute();
  return summariesOf(meetings, await selectCounts(db, viewer, committee).execute());
}

function selectMeetings(db: Kysely<Tables>, viewer: Viewer, committee: Expression<number>) {
  return readableMeetings(db, viewer)
    .select([
      'meeting.id',
      'meeting.title',
      'meeting.ordinal',
      'meeting.held_on as heldOn',
      'meeting.published_at as publishedAt',
    ])
    .select('meeting.fiscal_year as fiscalYear')
    .where('meeting.committee_id', '=', committee)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.id', 'desc');
}

/** How many documents of each meeting this viewer may see; a meeting without any is missing. */
function selectCounts(db: Kysely<Tables>, viewer: Viewer, committee: Expression<number>) {
  return readableDocuments(db, viewer)
    .select((eb) => ['document.meeting_id as meetingId', eb.fn.countAll<number>().as('count')])
    .select(
      sql<number>`count(*) filter (where exists (select from revision where revision.document_id = document.id
        and revision.published_at > ${visitBefore(viewer.member)}))`.as('news'),
    )
    .where('meeting.committee_id', '=', committee)
    .groupBy('document.meeting_id');
}

function summariesOf(
  meetings: readonly (Omit<MeetingSummary, 'published' | 'documentCount' | 'newsCount'> & {
    publishedAt: Date | string | null;
  })[],
  counts: readonly { meetingId: number; count: number; news: number }[],
): MeetingSummary[] {
  return meetings.map(({ publishedAt, ...row }) => {
    const { count = 0, news = 0 } = counts.find(({ meetingId }) => meetingId === row.id) ?? {};
    return { ...row, published: publishedAt !== null, documentCount: Number(count), newsCount: Number(news) };
  });
}

/** With `visitBegins`: the member has come anew, which is to be noted. */
export async function findMeeting(db: Kysely<Tables>, viewer: Viewer, id: number) {
  const row = await askForMeeting(db, viewer, id);
  if (!row) return null;
  return { meeting: meetingOf(viewer, id, row), visitBegins: viewer.member !== null && row.visitBegins };
}

function meetingOf(viewer: Viewer, id: number, row: Row): Meeting {
  const documents = documentsOf(viewer, row);
  return {
    id,
    committee: {
      id: row.committee_id,
      name: row.name,
      department: row.department,
      phone: row.phone,
      email: row.email,
    },
    title: row.title,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    fiscalYear: row.fiscal_year,
    replyBy: row.reply_by,
    publishedAt: row.published_at?.toISOString() ?? null,
    ordinal: row.ordinal,
    openness: row.openness,
    opennessReason: row.openness_reason,
    edition: row.edition,
    plan: planOf(viewer, row),
    agenda: row.agenda,
    documents,
    minutesBefore: row.minutesBefore,
    others: summariesOf(row.others, row.counts).filter((other) => other.id !== id),
    unpublishedCount: documents.filter((document) => !document.revision.published).length,
    hasRegister: Boolean(row.hasRegister),
    reply: viewer.member ? ownReplyOf(row, row.reply, todayInJapan()) : null,
    visitedAt: row.visitedAt && new Date(row.visitedAt).toISOString(),
  };
}

/** Members are not told: the moment may change. */
function planOf({ official }: Viewer, { publish_at, plannedBy, publish_failure }: Row): Meeting['plan'] {
  if (official === null || publish_at === null) return null;
  const failure = publish_failure === null ? null : errorSentences[publish_failure];
  return { at: publish_at.toISOString(), by: plannedBy ?? '', failure };
}

/** A meeting with all that its page shows, at one question. */
function selectMeeting(db: Kysely<Tables>, viewer: Viewer, id: number) {
  const committee = sql<number>`(select committee_id from meeting where id = ${id})`;
  return readableMeetings(db, viewer)
    .selectAll('meeting')
    .select(['committee.name', 'committee.department', 'committee.phone', 'committee.email'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('agenda_item')
          .select(['id', 'mark', 'level', 'title'])
          .where('meeting_id', '=', id)
          .orderBy('position'),
      ).as('agenda'),
      jsonArrayFrom(selectDocuments(db, viewer, id)).as('documents'),
      jsonArrayFrom(selectRevisions(db, viewer).where('document.meeting_id', '=', id)).as('revisions'),
      jsonArrayFrom(selectOthers(db, viewer, id, committee)).as('otherPapers'),
      jsonArrayFrom(selectCompared(db, id)).as('compared'),
      jsonArrayFrom(selectMeetings(db, viewer, committee)).as('others'),
      jsonArrayFrom(selectCounts(db, viewer, committee)).as('counts'),
      eb.exists(selectTelling(db, viewer, committee)).as('hasRegister'),
      jsonObjectFrom(selectOwnReply(db, viewer, id)).as('reply'),
      eb.selectFrom('official').select('name').whereRef('id', '=', 'publish_planned_by').as('plannedBy'),
      jsonObjectFrom(selectMinutesBefore(db, viewer, id, committee)).as('minutesBefore'),
      visitBefore(viewer.member).as('visitedAt'),
      visitBegins(viewer.member).as('visitBegins'),
    ])
    .where('meeting.id', '=', id);
}

const askForMeeting = compiledQuery(selectMeeting);

function selectDocuments(db: Kysely<Tables>, viewer: Viewer, meetingId: number) {
  return readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'document.openness'])
    .select(['document.agenda_item_id as agendaItemId', 'document.series_id as seriesId'])
    .select([paperYear.as('fiscalYear'), 'document.fiscal_year_source as fiscalYearSource', 'document.edition'])
    .select(['document.name_source as nameSource', 'document.other_name as otherName'])
    .select(ownNoteCount(viewer.member).as('noteCount'))
    .where('document.meeting_id', '=', meetingId)
    .orderBy('document.position')
    .orderBy('document.id');
}

/** 議事録 of the nearest meeting before that has them. */
function selectMinutesBefore(db: Kysely<Tables>, viewer: Viewer, meetingId: number, committee: Expression<number>) {
  return readableDocuments(db, viewer)
    .select(['document.id', 'document.title', 'meeting.title as meetingTitle', 'meeting.held_on as heldOn'])
    .where('meeting.committee_id', '=', committee)
    .where('document.kind', '=', 'minutes')
    .where('meeting.held_on', '<', (eb) => eb.selectFrom('meeting').select('held_on').where('id', '=', meetingId))
    .orderBy('meeting.held_on', 'desc')
    .orderBy('document.position')
    .limit(1);
}

/** Documents of this meeting's series at other meetings of its committee, newest first. */
function selectOthers(db: Kysely<Tables>, viewer: Viewer, meetingId: number, committee: Expression<number>) {
  return readableDocuments(db, viewer)
    .select(['document.id', 'document.series_id as seriesId', 'meeting.held_on as heldOn', paperYear.as('fiscalYear')])
    .where('meeting.committee_id', '=', committee)
    .where('meeting.id', '<>', meetingId)
    .where(
      'document.series_id',
      'in',
      db.selectFrom('document').select('series_id').where('meeting_id', '=', meetingId),
    )
    .orderBy(paperYear, 'desc')
    .orderBy('meeting.held_on', 'desc');
}

/** How far comparing this meeting's papers with earlier ones is, those with newer revisions of them first. */
function selectCompared(db: Kysely<Tables>, meetingId: number) {
  return db
    .selectFrom('comparison')
    .innerJoin('revision as older', 'older.id', 'comparison.older_revision_id')
    .innerJoin('revision as newer', 'newer.id', 'comparison.newer_revision_id')
    .innerJoin('document', 'document.id', 'newer.document_id')
    .select(['comparison.newer_revision_id as newer', 'older.document_id as olderDocument', 'comparison.state'])
    .where('document.meeting_id', '=', meetingId)
    .orderBy('older.number', 'desc');
}

function selectOwnReply(db: Kysely<Tables>, { member }: Viewer, meetingId: number) {
  return selectReplies(db)
    .where('meeting_id', '=', meetingId)
    .where('member_id', '=', member?.id ?? 0);
}

/** Papers of the committee that this viewer may see and that tell of initiatives. */
function selectTelling(db: Kysely<Tables>, viewer: Viewer, committee: Expression<number>) {
  return readableRevisions(db, viewer)
    .innerJoin('initiative_reading', 'initiative_reading.revision_id', 'revision.id')
    .select('revision.id')
    .where('meeting.committee_id', '=', committee)
    .where(sql<boolean>`jsonb_array_length(initiative_reading.initiatives) > 0`);
}

type Row = NonNullable<Awaited<ReturnType<typeof askForMeeting>>>;

function documentsOf(viewer: Viewer, row: Row): DocumentSummary[] {
  const { documents, revisions, otherPapers, compared, held_on } = row;
  const shown = shownByDocument(viewer, revisions);
  // what was proposed is for those who can put it right
  const unproposed = viewer.official ? {} : { nameSource: null, otherName: null };
  return documents.flatMap((proposed) => {
    const document = { ...proposed, ...unproposed };
    const revision = shown.get(document.id);
    const counterpart = otherPapers.find(
      (other) =>
        document.kind !== 'minutes' &&
        other.seriesId === document.seriesId &&
        isEarlier(other, { ...document, heldOn: held_on }),
    );
    if (!revision) return [];
    const news = newsOf(row, document.id);
    if (!counterpart) return { ...document, revision, news, counterpart: null };
    const { id: documentId, fiscalYear } = counterpart;
    const state = compared.find((one) => one.newer === revision.id && one.olderDocument === documentId)?.state ?? null;
    return { ...document, revision, news, counterpart: { documentId, fiscalYear, compared: state } };
  });
}

function newsOf({ revisions, visitedAt }: Row, documentId: number): DocumentSummary['news'] {
  if (visitedAt === null) return null;
  const before = new Date(visitedAt).getTime();
  const published = revisions.flatMap(({ document_id, published_at }) =>
    document_id === documentId && published_at !== null ? new Date(published_at).getTime() : [],
  );
  if (!published.some((at) => at > before)) return null;
  return published.every((at) => at > before) ? 'added' : 'replaced';
}

interface Dated {
  readonly fiscalYear: number;
  readonly heldOn: string;
}

/** Of an earlier year, or of the same year at an earlier meeting. */
function isEarlier(one: Dated, other: Dated): boolean {
  if (one.fiscalYear !== other.fiscalYear) return one.fiscalYear < other.fiscalYear;
  return one.heldOn < other.heldOn;
}

/** What a meeting's page shows pictures of. */
export const shownRevisions = ({ documents }: Meeting) => documents.map(({ revision }) => revision.id);

/** True where this member's own letter is for this meeting and nothing of it is published: they know of it, and wait. */
export async function isAwaited(db: Kysely<Tables>, viewer: Viewer, id: number): Promise<boolean> {
  if (viewer.member?.meetingId !== id) return false;
  const meeting = await db.selectFrom('meeting').select('published_at').where('id', '=', id).executeTakeFirst();
  return meeting?.published_at === null;
}
