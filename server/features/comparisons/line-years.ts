import type { Kysely } from 'kysely';
import type { ComparedLine, ComparedValue, LineYears, PrintedQuantity } from '../../../contract/comparisons.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { conversion } from '../../../domain/quantities/difference.ts';
import { counterUnit, parseUnit, type Unit } from '../../../domain/quantities/unit.ts';
import { comparedPage } from '../../access/compared-page.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments } from '../../access/readable.ts';
import { findShownRevisions } from '../../access/shown-revision.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { ComparisonJobs } from './jobs.ts';
import { requestComparison, urgent } from './request-comparison.ts';

/** A paper of the series with the revision that this viewer sees. */
interface YearPaper {
  readonly id: number;
  readonly number: number;
  readonly documentId: number;
  readonly heldOn: string;
  readonly fiscalYear: number;
  readonly ready: boolean;
}

/** A paper with the row as its comparison knows it; null where that is not computed yet or the row is not in it. */
interface YearLine {
  readonly paper: YearPaper;
  readonly line: ComparedLine | null;
  readonly compared: boolean;
  /** The asked paper's side of the comparison. */
  readonly side: 'older' | 'newer';
}

/**
 * A row of a document, by its page and index, in all papers of the series; what is not compared yet is queued. Values are in
 * the unit of the asked document. Throws `not_found`.
 */
export async function findLineYears(
  db: Kysely<Tables>,
  enqueue: Enqueue<ComparisonJobs>,
  viewer: Viewer,
  documentId: number,
  { page, line }: { page: number; line: number },
): Promise<LineYears> {
  const papers = await listPapers(db, viewer, documentId);
  const own = papers.find((paper) => paper.documentId === documentId);
  if (!own) throw new DomainError('not_found');
  const found: YearLine[] = [];
  for (const paper of papers) {
    if (paper === own || !own.ready || !paper.ready) continue;
    const id = await requestComparison(db, enqueue, own, paper, urgent);
    found.push({ paper, ...(await findLine(db, id, own.id, page, line)) });
  }
  const known = found.flatMap((one) => (one.line ? [one] : []));
  const self = known[0];
  const columns = self ? ownValues(self.line!, self.side) : [];
  return {
    label: self?.line?.place.label ?? '',
    parents: self?.line?.place.parents ?? [],
    complete: papers.every((paper) => paper.ready) && found.every(({ compared }) => compared),
    columns: await Promise.all(
      columns.map(async ({ column, printed }) => ({
        column,
        unit: printed.unit,
        values: await Promise.all(papers.map((paper) => yearValue(db, paper, own, printed, found))),
      })),
    ),
  };
}

async function listPapers(db: Kysely<Tables>, viewer: Viewer, documentId: number): Promise<YearPaper[]> {
  const documents = await readableDocuments(db, viewer)
    .select(['document.id', 'meeting.held_on as heldOn', paperYear.as('fiscalYear')])
    .where('document.series_id', 'in', (eb) =>
      eb.selectFrom('document as asked').select('asked.series_id').where('asked.id', '=', documentId),
    )
    .orderBy(paperYear)
    .orderBy('meeting.held_on')
    .execute();
  const shown = await findShownRevisions(
    db,
    viewer,
    documents.map(({ id }) => id),
  );
  return documents.flatMap(({ id: documentId, ...dated }) => {
    const revision = shown.get(documentId);
    if (!revision) return [];
    return [{ id: revision.id, number: revision.number, documentId, ...dated, ready: revision.state === 'ready' }];
  });
}

async function findLine(db: Kysely<Tables>, comparisonId: number, ownId: number, page: number, index: number) {
  const comparison = await db
    .selectFrom('comparison')
    .select(['newer_revision_id as newer', 'computed_at as computedAt', 'state'])
    .where('id', '=', comparisonId)
    .executeTakeFirstOrThrow();
  const side = comparison.newer === ownId ? ('newer' as const) : ('older' as const);
  const lines = await comparedPage(db, comparisonId, side, page);
  const line = lines.find((one) => one.index === index) ?? null;
  // one that failed will not come: nobody is to wait for it
  return { line, side, compared: comparison.computedAt !== null || comparison.state === 'failed' };
}

function ownValues({ values }: ComparedLine, side: 'older' | 'newer') {
  return values.flatMap((value) => {
    const printed = value[side];
    return printed ? [{ column: value.column, printed }] : [];
  });
}

const far = { older: 'newer', newer: 'older' } as const;

async function yearValue(
  db: Kysely<Tables>,
  paper: YearPaper,
  own: YearPaper,
  printed: PrintedQuantity,
  found: readonly YearLine[],
): Promise<LineYears['columns'][number]['values'][number]> {
  const place = { fiscalYear: paper.fiscalYear, documentId: paper.documentId, revisionId: paper.id };
  if (paper === own) return { ...place, ...(await labelled(db, paper, printed)), value: printed.value, confidence: 1 };
  const there = found.find((one) => one.paper === paper);
  const value = there?.line?.values.find((one) => isSame(one, there.side, printed));
  const theirs = value && there ? value[far[there.side]] : null;
  if (!value || !theirs) return { ...place, printed: null, value: null, confidence: 0 };
  const factor = conversion(unitOf(theirs.unit), unitOf(printed.unit));
  return {
    ...place,
    ...(await labelled(db, paper, theirs)),
    value: factor === null ? null : Number((theirs.value * factor).toPrecision(12)),
    confidence: value.confidence,
  };
}

function isSame(value: ComparedValue, side: 'older' | 'newer', printed: PrintedQuantity): boolean {
  return value[side]?.text === printed.text && value[side].box.join() === printed.box.join();
}

function unitOf(text: string | null): Unit | null {
  return text === null ? null : (parseUnit(text) ?? counterUnit(text));
}

async function labelled(db: Kysely<Tables>, paper: YearPaper, printed: PrintedQuantity) {
  const page = await db
    .selectFrom('page')
    .select('label')
    .where('revision_id', '=', paper.id)
    .where('number', '=', printed.page)
    .executeTakeFirst();
  return { printed: { ...printed, pageLabel: page?.label ?? null } };
}
