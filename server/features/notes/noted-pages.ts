import { type Kysely, sql } from 'kysely';
import type { NotedPage } from '../../../contract/notes.ts';
import type { TextLine } from '../../../domain/pages/lines/text-line.ts';
import { pictureNameOf } from '../../access/shown-revision.ts';
import type { Tables } from '../../database/tables.ts';

/** With what is printed on it. */
export type FoundPage = NotedPage & { lines: readonly TextLine[] };

export async function findPages(
  db: Kysely<Tables>,
  places: readonly { revisionId: number; page: number }[],
): Promise<FoundPage[]> {
  if (places.length === 0) return [];
  const pairs = [...new Set(places.map(({ revisionId, page }) => `(${Number(revisionId)}, ${Number(page)})`))];
  return db
    .selectFrom('page')
    .select(['revision_id as revisionId', 'number', 'width', 'height', 'label', 'lines'])
    .select(pictureNameOf('page').as('pictures'))
    .where(sql<boolean>`(revision_id, number) in (${sql.raw(pairs.join(', '))})`)
    .execute();
}
