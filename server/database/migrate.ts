import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrations } from '../../migrations/index.ts';
import { DatabaseRefusal } from './refusal.ts';

/**
 * Brings the tables up to date, all migrations in one transaction under a lock, so that two processes may start together.
 * Returns the names of the migrations that were run. Throws DatabaseRefusal where the database is newer than this code.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  list: Record<string, Migration> = migrations,
): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => list } });
  const { error, results } = await migrator.migrateToLatest();
  if (error instanceof Error && error.message.includes('previously executed migration')) {
    throw new DatabaseRefusal(
      'データベースが、このくらべより新しい版で作られています。新しい版のくらべで起動するか、以前の控えに戻してください。',
      { cause: error },
    );
  }
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
