import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { DatabaseRefusal } from './refusal.ts';
import type { Tables } from './tables.ts';
import { valueTypes } from './values.ts';

const oldestServer = 15;
const connectionTimeoutMillis = 20_000;

export interface Database {
  db: Kysely<Tables>;
  pool: pg.Pool;
  /** The server's address, for connections of one's own. */
  url: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgres://… of a PostgreSQL server ≥ 15. Without it the portal starts its own in `folder`. */
  url?: string | undefined;
  folder: string;
  /** Told of errors outside any query: a connection that dropped while idle, a server that ended. */
  onError?: (error: unknown) => void;
}

/** Opens the database, whoever runs it. Throws DatabaseRefusal with a sentence for the person who started the portal. */
export async function openDatabase({ url, folder, onError = printError }: DatabaseOptions): Promise<Database> {
  if (url !== undefined) return connect(url, onError);
  const server = await openEmbedded(folder, onError);
  try {
    const database = await connect(server.url, onError);
    const close = async () => {
      await database.close();
      await server.close();
    };
    return { ...database, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Without what hangs on the error: its connection, a row's values. */
function printError(error: unknown): void {
  console.error(`database: ${error instanceof Error ? error.message : error}`);
}

async function connect(url: string, onError: (error: unknown) => void): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis, types: valueTypes });
  pool.on('error', onError);
  // One that drops between two queries of a transaction: the next query says so, and the pool lets go of it.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await refuseUnfitServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, url, close: () => db.destroy() };
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
