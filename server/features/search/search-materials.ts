import type { Kysely } from 'kysely';
import type { Found, FoundDocument, Hits, SearchQuery } from '../../../contract/search.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { readQuery } from '../../../domain/search/query.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableCommittees, readableDocuments, readableRevisions } from '../../access/readable.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { findPages, listSearchedRevisions, type PagePlace } from './find-pages.ts';
import { type HitPage, readHitPages } from './found-lines.ts';

/** Pages an answer. */
const shown = 20;
const noPages = { places: [], count: 0 };
/** Pages of one paper that words are looked for on. */
const mostPages = 3000;

/** All materials that this viewer may read, of all committees and years. */
export async function searchMaterials(db: Kysely<Tables>, viewer: Viewer, asked: SearchQuery): Promise<Found> {
  const query = readQuery(asked.words);
  const narrowings = await listNarrowings(db, viewer);
  if (query.length === 0) return { documents: [], count: 0, next: null, ...narrowings };
  const revisions = await listSearchedRevisions(db, viewer, asked);
  const after = readPlace(asked.after);
  const { places, count } = await findPages(db, revisions, query, { limit: shown + 1, after });
  const pages = await readHitPages(db, places.slice(0, shown), query);
  return {
    documents: await documentsOf(db, pages),
    count,
    next: places.length > shown ? writePlace(places[shown - 1]!) : null,
    ...narrowings,
  };
}

/** In one version of a paper; not found where this viewer may not read it. */
export async function searchDocument(
  db: Kysely<Tables>,
  viewer: Viewer,
  revisionId: number,
  words: string,
): Promise<Hits> {
  const readable = await readableRevisions(db, viewer)
    .select('revision.id')
    .where('revision.id', '=', revisionId)
    .executeTakeFirst();
  if (!readable) throw new DomainError('not_found');
  const query = readQuery(words);
  const { places } = query.length > 0 ? await findPages(db, [revisionId], query, { limit: mostPages }) : noPages;
  return { pages: (await readHitPages(db, places, query)).map(({ page, lines }) => ({ page, lines })) };
}

function readPlace(text: string | undefined): PagePlace | null {
  if (text === undefined) return null;
  const [revisionId = 0, page = 0] = text.split('-').map(Number);
  return { revisionId, page };
}

const writePlace = ({ revisionId, page }: PagePlace) => `${revisionId}-${page}`;

/** The papers of the pages, each once, in the order of their first page. */
async function documentsOf(db: Kysely<Tables>, pages: readonly HitPage[]): Promise<FoundDocument[]> {
  const byRevision = Map.groupBy(pages, ({ revisionId }) => revisionId);
  if (byRevision.size === 0) return [];
  const rows = await db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .innerJoin('committee', 'committee.id', 'meeting.committee_id')
    .select(['revision.id as revisionId', 'document.id as documentId'])
    .select(['document.kind', 'document.number', 'document.title'])
    .select(['meeting.id as meetingId', 'meeting.title as meetingTitle', 'meeting.held_on as heldOn'])
    .select(['committee.id as committeeId', 'committee.name as committeeName', paperYear.as('fiscalYear')])
    .where('revision.id', 'in', [...byRevision.keys()])
    .execute();
  return [...byRevision].map(([revisionId, found]) => {
    const row = rows.find((one) => one.revisionId === revisionId)!;
    const own = found.map(({ revisionId: _, ...page }) => page);
    return { ...row, pages: own };
  });
}

async function listNarrowings(db: Kysely<Tables>, viewer: Viewer): Promise<Pick<Found, 'committees' | 'years'>> {
  const committees = await readableCommittees(db, viewer)
    .select(['committee.id', 'committee.name'])
    .orderBy('committee.name')
    .execute();
  const papers = await readableDocuments(db, viewer).select(paperYear.as('year')).distinct().execute();
  return { committees, years: papers.map(({ year }) => year).sort((a, b) => b - a) };
}
