import { type Kysely, sql } from 'kysely';
import type { PrintedPaper } from '../../contract/replies.ts';
import { leavesOf, type PrintLayout } from '../../domain/meetings/paper-saving.ts';
import type { Tables } from '../database/tables.ts';

export async function findPrintLayout(db: Kysely<Tables>): Promise<PrintLayout> {
  const city = await db.selectFrom('city').select(['duplex', 'pages_per_side']).executeTakeFirst();
  return { duplex: city?.duplex ?? true, pagesPerSide: city?.pages_per_side ?? 1 };
}

/** The documents of meetings that the caller may see, in their order, with how many members wish each on paper. */
export async function listPrintedPapers(
  db: Kysely<Tables>,
  meetingIds: readonly number[],
): Promise<(PrintedPaper & { meetingId: number })[]> {
  if (meetingIds.length === 0) return [];
  const [layout, rows] = await Promise.all([findPrintLayout(db), selectPapers(db, meetingIds).execute()]);
  return rows.map(({ pages, copies, ...row }) => ({
    ...row,
    pages: pages ?? 0,
    copies: Number(copies),
    leaves: leavesOf(pages ?? 0, layout),
  }));
}

/** Pages are those of the newest revision that could be read. */
function selectPapers(db: Kysely<Tables>, meetingIds: readonly number[]) {
  return db
    .selectFrom('document')
    .select(['document.id', 'document.meeting_id as meetingId', 'document.kind', 'document.number', 'document.title'])
    .select(
      sql<number | null>`(select page_count from revision where revision.document_id = document.id
        and page_count is not null and taken_back_at is null order by revision.number desc limit 1)`.as('pages'),
    )
    .select(
      sql<number>`(select count(*) from reply where reply.meeting_id = document.meeting_id and (reply.paper = 'all'
        or exists (select from wished_document where wished_document.meeting_id = reply.meeting_id
          and wished_document.member_id = reply.member_id and wished_document.document_id = document.id)))`.as(
        'copies',
      ),
    )
    .where('document.meeting_id', 'in', meetingIds)
    .where('document.withdrawn_at', 'is', null)
    .orderBy('document.meeting_id')
    .orderBy('document.position')
    .orderBy('document.id');
}
