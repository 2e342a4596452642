import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { startMaintenance } from './maintenance.ts';
import { DatabaseRefusal } from './refusal.ts';
import { SingleConnectionKysely, SingleConnectionPool } from './single-connection.ts';
import type { Tables } from './tables.ts';
import { valueTypes } from './values.ts';

const oldestServer = 15;
const connectionTimeoutMillis = 20_000;

export interface Database {
  db: Kysely<Tables>;
  pool: pg.Pool;
  /** True: one connection, in a folder of this process; a transaction must not wait for a query outside it. */
  embedded: boolean;
  /** The server's address; undefined on the embedded database. */
  url: string | undefined;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgres://… of a PostgreSQL server ≥ 15. Without it the embedded database in `folder` is used. */
  url?: string | undefined;
  folder: string;
  /** Told of errors outside any query: a connection that dropped while idle, a failed maintenance. */
  onError?: (error: unknown) => void;
}

/** Opens the database, whichever it is. Throws DatabaseRefusal with a sentence for the person who started the portal. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? openFolder(options) : openServer(options.url, options.onError);
}

async function openFolder({ folder, onError = console.error }: DatabaseOptions): Promise<Database> {
  const cluster = await openEmbedded(folder);
  const pool = new SingleConnectionPool({
    ...cluster.connection,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis,
    types: valueTypes,
  });
  pool.on('error', onError);
  const stopMaintenance = startMaintenance(pool, cluster.syncs, onError);
  const db = new SingleConnectionKysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    embedded: true,
    url: undefined,
    async close() {
      stopMaintenance();
      await db.destroy();
      await cluster.close();
    },
  };
}

async function openServer(url: string, onError: (error: unknown) => void = console.error): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis, types: valueTypes });
  pool.on('error', onError);
  try {
    await refuseUnfitServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, embedded: false, url, close: () => db.destroy() };
}

async function refuseUnfitServer(pool: pg.Pool): Promise<void> {
  const server = await pool
    .query<{ version: string; major: number; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
        current_setting('server_encoding') as encoding`,
    )
    .catch((cause) => {
      throw new DatabaseRefusal(
        `DATABASE_URL の PostgreSQL に接続できません（${cause.message || cause.code}）。サーバーが動いていること、アドレス、データベース名、ユーザー名、パスワードを確かめてください。`,
        { cause },
      );
    });
  const { version, major, encoding } = server.rows[0]!;
  if (major < oldestServer) {
    throw new DatabaseRefusal(
      `PostgreSQL ${version} には対応していません。PostgreSQL ${oldestServer} 以上を用意して、DATABASE_URL に指定してください。`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseRefusal(
      `データベースの文字コードが ${encoding} です。createdb --encoding=UTF8 --template=template0 で作り直して、DATABASE_URL に指定してください。`,
    );
  }
}
