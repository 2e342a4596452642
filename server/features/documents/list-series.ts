import type { Kysely } from 'kysely';
import type { SeriesList } from '../../../contract/documents.ts';
import { fiscalYearOf } from '../../../domain/japanese/fiscal-year.ts';
import { readableDocuments } from '../../access/readable.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** The committee's series with the fiscal years they have a document in, newest title first. */
export async function listSeries(db: Kysely<Tables>, official: Official, committeeId: number) {
  const rows = await readableDocuments(db, { official, member: null })
    .select(['document.series_id as id', 'document.title', 'meeting.held_on as heldOn'])
    .where('meeting.committee_id', '=', committeeId)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('document.position')
    .execute();
  const series = new Map<number, SeriesList['series'][number]>();
  for (const row of rows) {
    const entry = series.get(row.id) ?? { id: row.id, title: row.title, years: [] };
    const year = fiscalYearOf(row.heldOn);
    if (!entry.years.includes(year)) entry.years.push(year);
    series.set(row.id, entry);
  }
  return [...series.values()];
}
