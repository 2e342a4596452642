import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Changes, ComparedLine, ComparedSide, Comparison } from '../../../contract/comparisons.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableComparisons } from '../../access/editable.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableComparisons } from '../../access/readable.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';

/** Throws `not_found`. */
export async function findComparison(db: Kysely<Tables>, viewer: Viewer, id: number): Promise<Comparison> {
  const row = await readableComparisons(db, viewer).selectAll('comparison').where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('not_found');
  const [older, newer] = [await findPaper(db, row.older_revision_id), await findPaper(db, row.newer_revision_id)];
  const { official } = viewer;
  const editable =
    official && (await editableComparisons(db, official).where('comparison.id', '=', id).executeTakeFirst());
  return {
    id,
    state: row.state,
    ready: row.computed_at !== null,
    failure: row.failure,
    older,
    newer,
    pages: row.pages,
    counts: row.counts,
    editable: Boolean(editable),
  };
}

async function findPaper(db: Kysely<Tables>, revisionId: number): Promise<Comparison['older']> {
  return db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select(['document.id as documentId', 'revision.id as revisionId', 'revision.number as revisionNumber'])
    .select(['document.title', paperYear.as('fiscalYear')])
    .where('revision.id', '=', revisionId)
    .executeTakeFirstOrThrow();
}

/** The lines of one page, none where it has none or is not compared yet, with when they were computed. Throws `not_found`. */
export async function findLines(
  db: Kysely<Tables>,
  viewer: Viewer,
  { id, side, page }: { id: number; side: ComparedSide; page: number },
): Promise<{ lines: ComparedLine[]; computedAt: Date | null }> {
  const row = await readableComparisons(db, viewer)
    .leftJoin('comparison_page', (join) =>
      join
        .onRef('comparison_page.comparison_id', '=', 'comparison.id')
        .on('comparison_page.side', '=', side)
        .on('comparison_page.page', '=', page),
    )
    .select(['comparison_page.lines', 'comparison.computed_at as computedAt'])
    .where('comparison.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found');
  return { lines: row.lines ?? [], computedAt: row.computedAt };
}

/** None where it is not compared yet. Throws `not_found`. */
export async function findChanges(db: Kysely<Tables>, files: Files, viewer: Viewer, id: number): Promise<Changes> {
  const row = await readableComparisons(db, viewer)
    .select(['changes_sha256', 'unread'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found');
  if (row.changes_sha256 === null) return { changes: [], unread: [] };
  const changes = JSON.parse(gunzipSync(await buffer(files.open(row.changes_sha256))).toString());
  return { changes, unread: row.unread };
}
