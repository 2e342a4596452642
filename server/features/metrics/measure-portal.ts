import { statfs } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** A gauge and its value, one for each label. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels?: Record<string, string>; readonly value: number }[];
}

/** As it stands now; where the database does not answer, that and the disk alone. */
export async function measurePortal(db: Kysely<Tables>, dataFolder: string): Promise<Measure[]> {
  const [disk, stored] = await Promise.all([measureDisk(dataFolder), measureDatabase(db).catch(() => [])]);
  const up = [{ value: stored.length > 0 ? 1 : 0 }];
  return [{ name: 'kurabe_database_up', help: 'The database answers', values: up }, ...disk, ...stored];
}

async function measureDisk(folder: string): Promise<Measure[]> {
  const disk = await statfs(folder);
  return [
    { name: 'kurabe_disk_free_bytes', help: 'Free where the data lies', values: [{ value: disk.bavail * disk.bsize }] },
    { name: 'kurabe_disk_size_bytes', help: 'Of that disk', values: [{ value: disk.blocks * disk.bsize }] },
  ];
}

async function measureDatabase(db: Kysely<Tables>): Promise<Measure[]> {
  return [
    await counted(
      ...(['kurabe_jobs', 'Jobs by queue and state', ['queue', 'state']] as const),
      sql`select name as queue, state::text as state, count(*) as value from pgboss.job group by 1, 2`.execute(db),
    ),
    await counted(
      ...(['kurabe_revisions', 'Uploaded papers by state', ['state']] as const),
      sql`select state, count(*) as value from revision group by 1`.execute(db),
    ),
    await counted(
      ...(['kurabe_pages', 'Pages of papers that are ready', []] as const),
      sql`select coalesce(sum(page_count), 0) as value from revision where state = 'ready'`.execute(db),
    ),
    await counted(
      ...(['kurabe_comparisons', 'Comparisons by state', ['state']] as const),
      sql`select state, count(*) as value from comparison group by 1`.execute(db),
    ),
    await counted(
      ...(['kurabe_sessions', 'Sessions that are open', ['of']] as const),
      sql`select case when official_id is null then 'member' else 'official' end as of, count(*) as value
        from session where expires_at > now() group by 1`.execute(db),
    ),
    await counted(
      ...(['kurabe_database_connections', 'Connections to the database by state', ['state']] as const),
      sql`select coalesce(state, 'other') as state, count(*) as value from pg_stat_activity
        where datname = current_database() group by 1`.execute(db),
    ),
    await counted(
      ...(['kurabe_database_bytes', 'Size of the database', []] as const),
      sql`select pg_database_size(current_database()) as value`.execute(db),
    ),
  ];
}

async function counted(
  name: string,
  help: string,
  labels: readonly string[],
  asked: Promise<{ rows: unknown[] }>,
): Promise<Measure> {
  const rows = (await asked).rows as Record<string, string | number>[];
  const values = rows.map((row) => ({
    labels: Object.fromEntries(labels.map((label) => [label, String(row[label])])),
    value: Number(row.value),
  }));
  return { name, help, values };
}
