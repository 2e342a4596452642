import { type Kysely, sql } from 'kysely';
import type { PrintedPaper } from '../../contract/replies.ts';
import { leavesOf, type PrintLayout } from '../../domain/meetings/paper-saving.ts';
import type { Tables } from '../database/tables.ts';

/** The documents of meetings that the caller may see, in their order, with how many members wish each on paper. */
export async function listPrintedPapers(
  db: Kysely<Tables>,
  meetingIds: readonly number[],
): Promise<(PrintedPaper & { meetingId: number })[]> {
  if (meetingIds.length === 0) return [];
  const [layout, rows] = await Promise.all([findPrintLayout(db), selectPapers(db, meetingIds).execute()]);
  return rows.map(({ id, meetingId, kind, number, title, pages, copies }) => ({
    ...{ id, meetingId, kind, number, title, pages: pages ?? 0, copies: Number(copies) },
    leaves: leavesOf(pages ?? 0, layout),
  }));
}

/** Those of one meeting that can be printed, in their order, each with its file. */
export async function listPrintableFiles(db: Kysely<Tables>, meetingId: number) {
  const rows = await selectPapers(db, [meetingId]).execute();
  return rows.flatMap(({ id, kind, number, title, sha256, byteSize }) =>
    sha256 === null ? [] : { id, kind, number, title, sha256, byteSize: Number(byteSize) },
  );
}

async function findPrintLayout(db: Kysely<Tables>): Promise<PrintLayout> {
  const city = await db.selectFrom('city').select(['duplex', 'pages_per_side']).executeTakeFirst();
  return { duplex: city?.duplex ?? true, pagesPerSide: city?.pages_per_side ?? 1 };
}

/** Pages and file are those of the newest revision that could be read and was not taken back. */
function selectPapers(db: Kysely<Tables>, meetingIds: readonly number[]) {
  return (
    db
      .selectFrom('document')
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('revision')
            .select(['revision.page_count as pages', 'revision.sha256', 'revision.byte_size as byteSize'])
            .whereRef('revision.document_id', '=', 'document.id')
            .where('revision.page_count', 'is not', null)
            .where('revision.taken_back_at', 'is', null)
            .orderBy('revision.number', 'desc')
            .limit(1)
            .as('newest'),
        (join) => join.onTrue(),
      )
      .select(['document.id', 'document.meeting_id as meetingId', 'document.kind', 'document.number', 'document.title'])
      .select(['newest.pages', 'newest.sha256', 'newest.byteSize'])
      .select(
        sql<number>`(select count(*) from reply where reply.meeting_id = document.meeting_id and (reply.paper = 'all'
        or exists (select from wished_document where wished_document.meeting_id = reply.meeting_id
          and wished_document.member_id = reply.member_id and wished_document.document_id = document.id)))`.as(
          'copies',
        ),
      )
      .where('document.meeting_id', 'in', meetingIds)
      .where('document.withdrawn_at', 'is', null)
      // what is written after the meeting is on nobody's table
      .where('document.kind', '<>', 'minutes')
      .orderBy('document.meeting_id')
      .orderBy('document.position')
      .orderBy('document.id')
  );
}
