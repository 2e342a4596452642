import type { Kysely } from 'kysely';
import type { SeriesList } from '../../../contract/documents.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments } from '../../access/readable.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** The committee's series with their papers, the newest paper first. */
export async function listSeries(
  db: Kysely<Tables>,
  official: Official,
  committeeId: number,
): Promise<SeriesList['series']> {
  const rows = await readableDocuments(db, { official, member: null })
    .select(['document.series_id as id', 'document.id as documentId', 'document.title', paperYear.as('fiscalYear')])
    .where('meeting.committee_id', '=', committeeId)
    .orderBy(paperYear, 'desc')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('document.position')
    .execute();
  const bySeries = Map.groupBy(rows, ({ id }) => id);
  return [...bySeries].map(([id, papers]) => ({ id, papers: papers.map(({ id: _, ...paper }) => paper) }));
}
