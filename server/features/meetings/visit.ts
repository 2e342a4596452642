import { type Kysely, sql } from 'kysely';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** Whoever comes back after so long comes anew. */
const visitEnds = sql`interval '30 minutes'`;

/** The beginning of the member's visit before this one; null at the first. */
export const visitBefore = (member: Pick<MemberViewer, 'id'> | null) =>
  sql<Date | string | null>`(select case when visited_at < now() - ${visitEnds} then visited_at else before_at end
    from member_visit where member_id = ${member?.id ?? 0})`;

/** True where a visit of this member has begun that is not noted yet. */
export const visitBegins = (member: Pick<MemberViewer, 'id'> | null) =>
  sql<boolean>`not exists (select from member_visit where member_id = ${member?.id ?? 0}
    and visited_at >= now() - ${visitEnds})`;

/** Notes that a visit begins; of two at once one does. */
export async function noteVisit(db: Kysely<Tables>, { id }: Pick<MemberViewer, 'id'>): Promise<void> {
  await db
    .insertInto('member_visit')
    .values({ member_id: id, visited_at: sql<Date>`now()`, before_at: null })
    .onConflict((conflict) =>
      conflict
        .column('member_id')
        .doUpdateSet({ before_at: sql<Date>`member_visit.visited_at`, visited_at: sql<Date>`now()` })
        .where(sql<boolean>`member_visit.visited_at < now() - ${visitEnds}`),
    )
    .execute();
}
