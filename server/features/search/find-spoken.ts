import type { Kysely } from 'kysely';
import type { PlacesQuery, SpokenPlaces } from '../../../contract/search.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { findPlaces, type SpokenDocument, type SpokenPlace } from '../../../domain/spoken/find-places.ts';
import { readAddress } from '../../../domain/spoken/read-address.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments, readableMeetings } from '../../access/readable.ts';
import { findShownRevisions } from '../../access/shown-revision.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

interface KnownDocument extends SpokenDocument {
  readonly revisionId: number;
}

/** The places that were said, in the meeting one is in; of other meetings only where this one has none. Throws `not_found`. */
export async function findSpoken(db: Kysely<Tables>, viewer: Viewer, asked: PlacesQuery): Promise<SpokenPlaces> {
  const meeting = await findMeeting(db, viewer, asked);
  if (!meeting) return { places: [] };
  const address = readAddress(asked.said);
  const isNear = (row: { id: number; meetingId: number }) => row.meetingId === meeting.id || row.id === asked.document;
  const own = await listDocuments(db, viewer, meeting.committeeId, isNear);
  const from = { documentId: asked.document ?? null, meetingId: meeting.id, fiscalYear: meeting.fiscalYear };
  const here = address.year ? [] : findPlaces(address, own, from);
  if (here.some(({ fit }) => fit !== 'nearest')) return { places: tell(here, own) };
  const others = await listDocuments(db, viewer, meeting.committeeId, (row) => !isNear(row));
  const all = [...own, ...others];
  return { places: tell(findPlaces(address, all, from), all) };
}

/**
 * Today's meeting: the one whose page is open, the one of the member's letter while a paper of any year is open, an official's by
 * the open paper; null for an official who is in none.
 */
async function findMeeting(db: Kysely<Tables>, viewer: Viewer, { meeting, document }: PlacesQuery) {
  const inDocument = () => readableDocuments(db, viewer).where('document.id', '=', document!);
  const inMeeting = (id: number) => readableMeetings(db, viewer).where('meeting.id', '=', id);
  const place = ['meeting.id', 'meeting.committee_id as committeeId', 'meeting.fiscal_year as fiscalYear'] as const;
  const id = meeting ?? viewer.member?.meetingId;
  if (document === undefined && id === undefined) return null;
  const found = await (document === undefined
    ? inMeeting(id!).select(place)
    : inDocument().select(place)
  ).executeTakeFirst();
  if (!found) throw new DomainError('not_found');
  if (document === undefined || !viewer.member) return found;
  const today = await inMeeting(viewer.member.meetingId).select(place).executeTakeFirst();
  return today?.committeeId === found.committeeId ? today : found;
}

/** Documents of the committee's meetings, newest first, with what can be said of each. */
async function listDocuments(
  db: Kysely<Tables>,
  viewer: Viewer,
  committeeId: number,
  isWanted: (row: { id: number; meetingId: number }) => boolean,
): Promise<KnownDocument[]> {
  const rows = await readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title'])
    .select(['meeting.id as meetingId', paperYear.as('fiscalYear')])
    .where('meeting.committee_id', '=', committeeId)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.id')
    .orderBy('document.position')
    .execute();
  const documents = rows.filter(isWanted);
  const shown = await findShownRevisions(
    db,
    viewer,
    documents.map(({ id }) => id),
  );
  const revisionIds = [...shown.values()].map(({ id }) => id);
  const [pages, headings] = await Promise.all([listPages(db, revisionIds), listHeadings(db, revisionIds)]);
  return documents.flatMap((document) => {
    const revisionId = shown.get(document.id)?.id;
    if (revisionId === undefined) return [];
    return [{ ...document, revisionId, pages: pages.get(revisionId) ?? [], headings: headings.get(revisionId) ?? [] }];
  });
}

async function listPages(db: Kysely<Tables>, revisionIds: readonly number[]) {
  if (revisionIds.length === 0) return new Map<number, SpokenDocument['pages']>();
  const rows = await db
    .selectFrom('page')
    .select(['revision_id', 'number', 'label'])
    .where('revision_id', 'in', revisionIds)
    .orderBy('number')
    .execute();
  return Map.groupBy(rows, (row) => row.revision_id);
}

/** Initiatives and the file's outline; what both name stands once, with its number. */
async function listHeadings(db: Kysely<Tables>, revisionIds: readonly number[]) {
  if (revisionIds.length === 0) return new Map<number, SpokenDocument['headings']>();
  const rows = await db
    .selectFrom('revision')
    .leftJoin('initiative_reading as reading', 'reading.revision_id', 'revision.id')
    .select(['revision.id', 'revision.outline', 'reading.initiatives'])
    .where('revision.id', 'in', revisionIds)
    .execute();
  return new Map(
    rows.map(({ id, outline, initiatives }) => {
      const numbered = (initiatives ?? []).map(({ page, number, name }) => ({
        page,
        number,
        text: `${number} ${name}`,
      }));
      const listed = outline.flatMap(({ page, title }) => (page === null ? [] : [{ page, number: null, text: title }]));
      return [id, [...numbered, ...listed]] as const;
    }),
  );
}

function tell(places: readonly SpokenPlace[], documents: readonly KnownDocument[]): SpokenPlaces['places'] {
  return places.map(({ documentId, ...place }) => {
    const { kind, number, title, fiscalYear, revisionId, pages } = documents.find(({ id }) => id === documentId)!;
    const label = pages.find((page) => page.number === place.page)?.label ?? null;
    return { documentId, revisionId, kind, number, title, fiscalYear, label, ...place };
  });
}
