import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../server/database/connection.ts';

/** embedded: the portal's own server, in a folder. postgres: a database on the tests' server, by its address. */
export type DatabaseKind = 'embedded' | 'postgres';

export const databaseKinds: readonly DatabaseKind[] = ['embedded', 'postgres'];

export interface TestPlace {
  /** What openDatabase takes: a place of its own that nobody has open; embedded an empty one, else with all migrations. */
  options: { url?: string; folder: string };
  remove(): Promise<void>;
}

/** Makes a place for a database without opening it, for tests whose child processes open it. */
export async function makeTestPlace(kind: DatabaseKind): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-test-'));
  // a server whose portal was killed takes a moment to end
  const removeFolder = () => rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 });
  if (kind === 'embedded') return { options: { folder }, remove: removeFolder };
  const name = `kurabe_test_${randomUUID().replaceAll('-', '')}`;
  await execute(`create database ${name} template ${inject('databaseTemplate')}`);
  const url = new URL(inject('databaseServer'));
  url.pathname = name;
  return {
    options: { url: url.href, folder },
    async remove() {
      await execute(`drop database ${name} with (force)`);
      await removeFolder();
    },
  };
}

/** Opens a fresh database with all migrations on the tests' server; closing it removes it. */
export async function openTestDatabase(): Promise<Database> {
  const place = await makeTestPlace('postgres');
  // what is cut off as the database is dropped is no error
  const database = await openDatabase({ ...place.options, onError: () => {} });
  return {
    ...database,
    async close() {
      await database.close();
      await place.remove();
    },
  };
}

/** Describes tests around one fresh database, opened before them and removed after them. */
export function describeWithDatabase(name: string, body: (database: () => Database) => void): void {
  describe(name, () => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await openTestDatabase();
    });
    afterAll(() => database?.close());
    body(() => {
      if (!database) throw new Error('the database is open only while tests run');
      return database;
    });
  });
}

async function execute(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  await client.query(statement);
  await client.end();
}
