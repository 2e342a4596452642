import type { Kysely } from 'kysely';
import type { ComparedLine } from '../../../contract/comparisons.ts';
import type { SharedLines } from '../../../domain/initiatives/chain.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Tables } from '../../database/tables.ts';
import type { CorrectedInitiative } from './corrected-papers.ts';
import type { Paper } from './papers.ts';

/**
 * For initiatives that seem to begin in the middle of a series: which share of their lines the stored comparisons, people's
 * corrections of them included, found in an initiative of an earlier paper.
 */
export async function findSharedLines(
  db: Kysely<Tables>,
  told: readonly (readonly CorrectedInitiative[])[],
  beginning: readonly CorrectedInitiative[],
): Promise<SharedLines> {
  const shares = new Map<string, number>();
  for (const [paper, initiatives] of Map.groupBy(beginning, (one) => one.paper)) {
    const at = told.findIndex((list) => list[0]?.paper === paper);
    const earlier = told.slice(0, at).filter((list) => list[0]?.seriesId === paper.seriesId);
    for (const before of earlier) {
      const lines = await listLines(db, before[0]!.paper, paper, initiatives);
      for (const one of initiatives) countLines(shares, lines, one, before);
    }
  }
  return (older, newer) => shares.get(`${older} ${newer}`) ?? 0;
}

async function listLines(
  db: Kysely<Tables>,
  older: Paper,
  newer: Paper,
  initiatives: readonly CorrectedInitiative[],
): Promise<ComparedLine[]> {
  const pages = initiatives.flatMap(({ printed: { page, lastPage } }) =>
    Array.from({ length: lastPage - page + 1 }, (_, i) => page + i),
  );
  const rows = await db
    .selectFrom('comparison')
    .innerJoin('comparison_page', 'comparison_page.comparison_id', 'comparison.id')
    .select('comparison_page.lines')
    .where('older_revision_id', '=', older.revisionId)
    .where('newer_revision_id', '=', newer.revisionId)
    .where('side', '=', 'newer')
    .where('page', 'in', [...new Set(pages)])
    .execute();
  return rows.flatMap(({ lines }) => lines);
}

function countLines(
  shares: Map<string, number>,
  lines: readonly ComparedLine[],
  one: CorrectedInitiative,
  before: readonly CorrectedInitiative[],
): void {
  const own = lines.filter(({ place }) => isIn(one.printed, place));
  for (const { other } of own) {
    const found = other && before.find(({ printed }) => isIn(printed, other));
    if (!found) continue;
    const key = `${found.id} ${one.id}`;
    shares.set(key, (shares.get(key) ?? 0) + 1 / own.length);
  }
}

/** Anywhere on the pages of a sheet; in the row of a list. */
function isIn(initiative: Initiative, { page, box }: { page: number; box: readonly number[] }): boolean {
  if (page < initiative.page || page > initiative.lastPage) return false;
  if (initiative.source === 'sheet') return true;
  const middle = (box[1]! + box[3]!) / 2;
  return middle >= initiative.box[1] && middle <= initiative.box[3];
}
