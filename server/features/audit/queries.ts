import { type Kysely, sql } from 'kysely';
import type { AuditEntry, AuditFilter } from '../../../contract/audit.ts';
import type { Tables } from '../../database/tables.ts';
import { endOfDayInJapan } from '../../http/clock.ts';

/** Newest first, at most `limit`, those before the entry of that id where one is given. */
export async function listEntries(
  db: Kysely<Tables>,
  { words, act, official, from, to }: AuditFilter,
  limit: number,
  before?: number,
): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .leftJoin('committee', 'committee.id', 'audit_entry.committee_id')
    .selectAll('audit_entry')
    .select('committee.name as committeeName')
    .$if(before !== undefined, (query) => query.where('audit_entry.id', '<', before!))
    .$if(act !== undefined, (query) => query.where('act', '=', act!))
    .$if(official !== undefined, (query) => query.where('official_id', '=', official!))
    .$if(from !== undefined, (query) => query.where('at', '>', endOfDayInJapan(from!, -1)))
    .$if(to !== undefined, (query) => query.where('at', '<=', endOfDayInJapan(to!)))
    .$if(words !== undefined && words.trim() !== '', (query) => {
      const text = sql<string>`concat_ws(' ', actor, subject, committee.name, network, detail ->> 'file')`;
      return query.where(text, 'ilike', `%${words!.trim().replace(/[\\%_]/g, '\\$&')}%`);
    })
    .orderBy('audit_entry.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, at, act: done, actor, member_id, network, committeeName, subject, detail }) => ({
    ...{ id, at: at.toISOString(), act: done, actor, byMember: member_id !== null, network },
    ...{ committeeName, subject, detail },
  }));
}

/** Everybody who is or was an official in the trail, by the name that was theirs last. */
export async function listActors(db: Kysely<Tables>): Promise<{ id: number; name: string }[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .distinctOn('official_id')
    .select(['official_id as id', 'actor as name'])
    .where('official_id', 'is not', null)
    .orderBy('official_id')
    .orderBy('audit_entry.id', 'desc')
    .execute();
  return rows.map(({ id, name }) => ({ id: id!, name }));
}
