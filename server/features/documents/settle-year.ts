import type { Kysely } from 'kysely';
import { type YearSource, yearInTitle, yearOnFirstPage } from '../../../domain/meetings/paper-year.ts';
import type { Tables } from '../../database/tables.ts';

interface SettledYear {
  /** Null where the paper says nothing: its meeting's year holds. */
  readonly fiscal_year: number | null;
  readonly fiscal_year_source: YearSource;
}

/** What a document's title says of its year, before its file is read; nothing where the title names none. */
export function yearOfTitle(title: string, meetingYear: number): Partial<SettledYear> {
  const year = yearInTitle(title, meetingYear);
  return year === null ? {} : { fiscal_year: year, fiscal_year_source: 'title' };
}

/**
 * Sets the year that a document is of by its title, else by the first page of its newest revision that has one; what an
 * official said stays. True where that is another year than before.
 */
export async function settleYear(db: Kysely<Tables>, documentId: number): Promise<boolean> {
  const document = await db
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select(['document.title', 'document.fiscal_year as before', 'document.fiscal_year_source as source'])
    .select('meeting.fiscal_year as meetingYear')
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  if (!document || document.source === 'official') return false;
  const settled = await readYear(db, documentId, document.title, document.meetingYear);
  await db
    .updateTable('document')
    .set(settled)
    .where('id', '=', documentId)
    // an official who speaks meanwhile has the last word
    .where((eb) => eb.or([eb('fiscal_year_source', 'is', null), eb('fiscal_year_source', '<>', 'official')]))
    .execute();
  return (settled.fiscal_year ?? document.meetingYear) !== (document.before ?? document.meetingYear);
}

/** The same for the document of a revision that has become ready. */
export async function settleYearOfRevision(db: Kysely<Tables>, revisionId: number): Promise<void> {
  const revision = await db
    .selectFrom('revision')
    .select('document_id as documentId')
    .where('id', '=', revisionId)
    .executeTakeFirst();
  if (revision) await settleYear(db, revision.documentId);
}

/** What an older portal left undone. */
export async function settleAllYears(db: Kysely<Tables>): Promise<void> {
  const documents = await db.selectFrom('document').select('id').where('fiscal_year_source', 'is', null).execute();
  for (const { id } of documents) await settleYear(db, id);
}

async function readYear(
  db: Kysely<Tables>,
  documentId: number,
  title: string,
  meetingYear: number,
): Promise<SettledYear> {
  const named = yearInTitle(title, meetingYear);
  if (named !== null) return { fiscal_year: named, fiscal_year_source: 'title' };
  const page = await db
    .selectFrom('page')
    .innerJoin('revision', 'revision.id', 'page.revision_id')
    .select('page.lines')
    .where('revision.document_id', '=', documentId)
    .where('page.number', '=', 1)
    .where('revision.taken_back_at', 'is', null)
    .orderBy('revision.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const printed = page ? yearOnFirstPage(page.lines, title, meetingYear) : null;
  if (printed !== null) return { fiscal_year: printed, fiscal_year_source: 'first_page' };
  return { fiscal_year: null, fiscal_year_source: 'meeting' };
}
