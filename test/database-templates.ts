import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../server/database/connection.ts';
import { migrate } from '../server/database/migrate.ts';
import { startPostgreSql } from './postgresql-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server, as a user who may create databases. */
    databaseServer: string;
    /** The name of a database there with all migrations, to be created from. */
    databaseTemplate: string;
  }
}

const template = `kurabe_template_${process.pid}`;

/** Once a run: a server for the tests, and on it a template with all migrations. Vitest's globalSetup. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, version: '', stop: async () => {} } : await startPostgreSql();
  if (server.version) console.log(`the tests' database: ${server.version}`);
  await execute(server.url, `create database ${template} encoding 'UTF8' template template0`);
  const url = new URL(server.url);
  url.pathname = template;
  const database = await openDatabase({ url: url.href, folder: '' });
  await migrate(database.db);
  await database.close();
  project.provide('databaseServer', server.url);
  project.provide('databaseTemplate', template);
  return async () => {
    await execute(server.url, `drop database ${template}`);
    await server.stop();
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
