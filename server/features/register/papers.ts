import type { Kysely } from 'kysely';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { documentMark } from '../../../domain/meetings/document.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments } from '../../access/readable.ts';
import { findShownRevisions } from '../../access/shown-revision.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** A paper of a committee in the revision that this viewer sees, with what was read of it. */
export interface Paper {
  readonly documentId: number;
  readonly revisionId: number;
  readonly seriesId: number;
  readonly meetingId: number;
  /** 資料１　集中改革プラン進行管理シート */
  readonly title: string;
  /** Of what the paper tells of. */
  readonly fiscalYear: number;
  readonly initiatives: readonly Initiative[];
  /** ready also while it is read anew. */
  readonly state: 'waiting' | 'ready' | 'failed';
}

/** The papers of a committee that this viewer may see, by meeting and place in it. */
export async function listPapers(db: Kysely<Tables>, viewer: Viewer, committeeId: number): Promise<Paper[]> {
  const documents = await readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'document.series_id as seriesId'])
    .select(['document.meeting_id as meetingId', paperYear.as('fiscalYear')])
    .where('meeting.committee_id', '=', committeeId)
    .orderBy(paperYear)
    .orderBy('meeting.held_on')
    .orderBy('meeting.id')
    .orderBy('document.position')
    .orderBy('document.id')
    .execute();
  const ids = documents.map(({ id }) => id);
  const shown = await findShownRevisions(db, viewer, ids);
  const readings = await listReadings(
    db,
    [...shown.values()].map(({ id }) => id),
  );
  return documents.flatMap((document) => {
    const revision = shown.get(document.id);
    if (!revision || revision.state === 'failed') return [];
    const reading = readings.get(revision.id);
    return {
      documentId: document.id,
      revisionId: revision.id,
      seriesId: document.seriesId,
      meetingId: document.meetingId,
      title: [documentMark(document.kind, document.number), document.title].filter((part) => part !== '').join('　'),
      fiscalYear: yearOf(document.fiscalYear, reading),
      initiatives: reading?.initiatives ?? [],
      state: reading?.read_at ? 'ready' : reading?.state === 'failed' ? 'failed' : 'waiting',
    };
  });
}

/** Until a paper is read anew, its results' year moves with its own. */
function yearOf(
  ofPaper: number,
  reading: { fiscal_year: number | null; meeting_year: number | null } | undefined,
): number {
  if (!reading || reading.fiscal_year === null || reading.meeting_year === null) return ofPaper;
  return reading.fiscal_year + ofPaper - reading.meeting_year;
}

async function listReadings(db: Kysely<Tables>, revisionIds: readonly number[]) {
  if (revisionIds.length === 0) return new Map<number, never>();
  const rows = await db.selectFrom('initiative_reading').selectAll().where('revision_id', 'in', revisionIds).execute();
  return new Map(rows.map((row) => [row.revision_id, row]));
}

/** The numbers printed on the pages of some revisions: revision → page → label. */
export async function listPageLabels(
  db: Kysely<Tables>,
  revisionIds: readonly number[],
): Promise<(revisionId: number, page: number) => string | null> {
  if (revisionIds.length === 0) return () => null;
  const rows = await db
    .selectFrom('page')
    .select(['revision_id', 'number', 'label'])
    .where('revision_id', 'in', revisionIds)
    .where('label', 'is not', null)
    .execute();
  const labels = new Map(rows.map((row) => [`${row.revision_id} ${row.number}`, row.label]));
  return (revisionId, page) => labels.get(`${revisionId} ${page}`) ?? null;
}
