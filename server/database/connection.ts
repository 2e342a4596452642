import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { PreparingClient } from './preparing-client.ts';
import { DatabaseRefusal } from './refusal.ts';
import type { Tables } from './tables.ts';
import { valueTypes } from './values.ts';

const oldestServer = 15;
/** pg's message where a query has not been answered in time. */
const silence = 'Query read timeout';
/** Milliseconds until somebody who waits for an answer is told that there is none, and until a job is. */
const longestConnecting = 20_000;
const patience = { request: 4_000, job: 600_000 };
/** Milliseconds that the start waits for a server that says it is starting or recovering (57P03), and for one that is not there. */
const startingPatience: Record<string, number> = { '57P03': 60_000, ECONNREFUSED: 5_000, ENOENT: 5_000 };

export interface Database {
  /** For requests: a query that is not answered within seconds fails. */
  db: Kysely<Tables>;
  /** The same for jobs, which may take their time. */
  patient: Kysely<Tables>;
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
  const pool = openPool(url, 10, patience.request, onError);
  const patientPool = openPool(url, 6, patience.job, onError);
  const close = async () => void (await Promise.all([pool.end(), patientPool.end()]));
  try {
    await refuseUnfitServer(pool);
  } catch (error) {
    await close();
    throw error;
  }
  const over = (connections: pg.Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections }) });
  return { db: over(pool), patient: over(patientPool), pool, url, close };
}

function openPool(url: string, max: number, milliseconds: number, onError: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: Math.min(milliseconds, longestConnecting),
    query_timeout: milliseconds,
    keepAlive: true,
    types: valueTypes,
    Client: CandidClient,
  });
  pool.on('error', onError);
  // One that drops between two queries of a transaction: the next query says so, and the pool lets go of it.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A client that does not answer is not given to the next who asks: its connection is cut. */
class CandidClient extends PreparingClient {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads
  override query(...parameters: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads
    const answer = (super.query as any)(...parameters);
    if (answer instanceof Promise) answer.catch((error) => error.message === silence && this.#cut());
    return answer;
  }

  #cut(): void {
    (this as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
  }
}

interface ServerFacts {
  version: string;
  major: number;
  encoding: string;
}

/** A machine that starts may start the portal before its PostgreSQL, and one that has fallen over is recovering. */
async function askServer(pool: pg.Pool): Promise<ServerFacts> {
  const began = Date.now();
  for (;;) {
    try {
      const { rows } = await pool.query<ServerFacts>(
        `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
          current_setting('server_encoding') as encoding`,
      );
      return rows[0]!;
    } catch (error) {
      const longest = startingPatience[(error as { code?: string }).code ?? ''] ?? 0;
      if (Date.now() - began >= longest) throw error;
      await wait(250);
    }
  }
}

async function refuseUnfitServer(pool: pg.Pool): Promise<void> {
  const { version, major, encoding } = await askServer(pool).catch((cause) => {
    throw new DatabaseRefusal(
      `DATABASE_URL の PostgreSQL に接続できません（${cause.message || cause.code}）。サーバーが動いていること、アドレス、データベース名、ユーザー名、パスワードを確かめてください。`,
      { cause },
    );
  });
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
