import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../server/database/connection.ts';
import { migrate } from '../server/database/migrate.ts';
import { startPostgreSql } from './postgresql-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of the embedded database with all migrations, to be copied. */
    embeddedTemplate: string;
    /** A PostgreSQL server, as a user who may create databases; null where none could be had. */
    postgresUrl: string | null;
    /** A database there with all migrations, to be created from. */
    postgresTemplate: string;
  }
}

const postgresTemplate = `kurabe_template_${process.pid}`;

/** Once a run: a migrated template of both databases. Vitest's globalSetup. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [embedded, postgres] = await Promise.all([prepareEmbedded(), preparePostgres()]);
  project.provide('embeddedTemplate', embedded);
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresTemplate', postgresTemplate);
  return async () => {
    await rm(embedded, { recursive: true, force: true });
    await postgres.stop();
  };
}

async function prepareEmbedded(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-template-'));
  const database = await openDatabase({ folder });
  await migrate(database.db);
  await database.close();
  return folder;
}

async function preparePostgres(): Promise<{ url: string | null; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgreSql();
  if ('reasons' in server) {
    console.warn(
      `Skipping the tests on PostgreSQL: no server here (${server.reasons.join('; ').replaceAll('\n', ' ')}).`,
    );
    return { url: null, stop: async () => {} };
  }
  await execute(server.url, `create database ${postgresTemplate} encoding 'UTF8' template template0`);
  const url = new URL(server.url);
  url.pathname = postgresTemplate;
  const database = await openDatabase({ url: url.href, folder: '' });
  await migrate(database.db);
  await database.close();
  return {
    url: server.url,
    async stop() {
      await execute(server.url, `drop database ${postgresTemplate}`);
      await server.stop();
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
