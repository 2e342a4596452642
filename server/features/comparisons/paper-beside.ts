import type { Kysely } from 'kysely';
import type { BesideQuery, Comparison } from '../../../contract/comparisons.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { type BesideTable, besideTables } from '../../../domain/pages/results/beside-tables.ts';
import { readableComparisons } from '../../access/readable.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { findComparison } from './queries.ts';

/** A paper with the values of the one before in its tables. */
export interface PaperBeside {
  readonly title: string;
  /** 令和３年度 and 令和４年度 */
  readonly older: string;
  readonly newer: string;
  readonly tables: readonly (BesideTable & { readonly page: string })[];
}

/** The tables of the newer paper: all, or those of a page, or one of them. Throws `not_found`, and `no_tables` where there is none. */
export async function findPaperBeside(
  db: Kysely<Tables>,
  viewer: Viewer,
  id: number,
  { page, table }: BesideQuery,
): Promise<PaperBeside> {
  const comparison = await findComparison(db, viewer, id);
  const pages = await readableComparisons(db, viewer)
    .innerJoin('comparison_page', 'comparison_page.comparison_id', 'comparison.id')
    .leftJoin('page', (join) =>
      join
        .onRef('page.revision_id', '=', 'comparison.newer_revision_id')
        .onRef('page.number', '=', 'comparison_page.page'),
    )
    .select(['comparison_page.page as number', 'page.label', 'comparison_page.lines'])
    .where('comparison.id', '=', id)
    .where('comparison_page.side', '=', 'newer')
    .$if(page !== undefined, (query) => query.where('comparison_page.page', '=', page!))
    .orderBy('comparison_page.page')
    .execute();
  const tables = pages.flatMap(({ number, label, lines }) =>
    besideTables(lines).map((one) => ({ ...one, page: pageName({ number, label }) })),
  );
  const asked = table === undefined ? tables : tables.slice(table, table + 1);
  if (asked.length === 0) throw new DomainError('no_tables');
  return { ...namesOf(comparison), tables: asked };
}

function namesOf({ older, newer }: Comparison) {
  return { title: newer.title, older: fiscalYearLabel(older.fiscalYear), newer: fiscalYearLabel(newer.fiscalYear) };
}
