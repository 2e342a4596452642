import type { Kysely } from 'kysely';
import type { ComparedLine, ComparedSide } from '../../domain/pages/results/compared-lines.ts';
import type { Tables } from '../database/tables.ts';

/** The lines of a page of a comparison that the caller has found through its viewer; none where it has none or is not computed. */
export async function comparedPage(
  db: Kysely<Tables>,
  comparison: number,
  side: ComparedSide,
  page: number,
): Promise<readonly ComparedLine[]> {
  const row = await db
    .selectFrom('comparison_page')
    .select('lines')
    .where('comparison_id', '=', comparison)
    .where('side', '=', side)
    .where('page', '=', page)
    .executeTakeFirst();
  return row?.lines ?? [];
}
