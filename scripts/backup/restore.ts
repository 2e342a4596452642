// npm run restore -- FILE: puts a backup into an empty data folder (and an empty database, where DATABASE_URL is given).
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import { migrations } from '../../migrations/index.ts';
import { type Configuration, ConfigurationError, readConfiguration } from '../../server/configuration.ts';
import { openDatabase } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import type { Files } from '../../server/files/files.ts';
import { openLocalFiles } from '../../server/files/local.ts';
import { explainStart } from '../../server/main.ts';
import { quoted, type Table, target } from './tables.ts';

const interrupted =
  'この資料は、控えを取ったときに準備の途中でした。もう一度準備するか、ファイルを登録し直してください。';

/** All of it or nothing: the rows are committed once everything has arrived and its hashes agree. Gives how many files. */
export async function restore(configuration: Configuration, file: string): Promise<number> {
  const { dataFolder, databaseUrl } = configuration;
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0)
    throw new ConfigurationError(
      `${dataFolder} は空ではありません。上書きしないよう、空の場所を KURABE_DATA に指定してください。`,
    );
  if (!existsSync(file)) throw new ConfigurationError(`${file} がありません。控えのファイルを指定してください。`);
  await mkdir(dataFolder, { recursive: true });
  const files = await openLocalFiles(join(dataFolder, 'files'));
  const database = await openDatabase({ url: databaseUrl, folder: join(dataFolder, 'database') });
  const client = new pg.Client({ connectionString: database.url });
  let whole = false;
  try {
    await client.connect();
    const { rows } = await client.query("select 1 from pg_tables where schemaname in ('public', 'pgboss') limit 1");
    if (rows.length > 0)
      throw new ConfigurationError(
        'DATABASE_URL のデータベースは空ではありません。上書きしないよう、空のデータベースを指定してください。',
      );
    const prepare = async (names: string[]) => {
      const unknown = names.find((name) => !migrations[name]);
      if (unknown)
        throw new ConfigurationError(`${file} は、このくらべより新しい版の控えです。新しい版で戻してください。`);
      const list = Object.fromEntries(names.map((name) => [name, migrations[name]!]));
      await migrate(database.patient, list);
    };
    const count = await read(file, { client, files, dataFolder, prepare });
    whole = true;
    return count;
  } finally {
    await client.end();
    await database.close();
    if (!whole)
      for (const name of ['files', 'database', 'secret', 'old-secret'])
        await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}

interface Target {
  client: pg.Client;
  files: Files;
  dataFolder: string;
  prepare(migrations: string[]): Promise<void>;
}

/** Puts a backup's parts, in their order, where they belong. Throws a ConfigurationError where it is damaged. */
async function read(file: string, target: Target): Promise<number> {
  const damaged = (what: string) =>
    new ConfigurationError(`控え ${file} は壊れています（${what}）。何も戻していません。別の控えを指定してください。`);
  const archive = extract();
  const reading = pipeline(createReadStream(file), archive).catch(() => {});
  const restored: Restored = { tables: [], hashes: {}, count: 0, complete: false };
  try {
    for await (const source of archive) {
      const wrong = await restorePart(source.header.name, source as unknown as Readable, target, restored);
      if (wrong !== null) throw damaged(wrong);
    }
  } catch (error) {
    const isOfDatabase = restored.tables.length > 0 && error instanceof Error && 'severity' in error;
    throw error instanceof ConfigurationError || isOfDatabase ? error : damaged(String(error));
  }
  await reading;
  if (!restored.complete) throw damaged('途中で切れています');
  await finish(target.client, restored.tables);
  return restored.count;
}

/** What has been read of a backup so far. */
interface Restored {
  tables: Table[];
  readonly hashes: Record<string, string>;
  /** Of files. */
  count: number;
  complete: boolean;
}

/** Null, or what of it is damaged. */
async function restorePart(name: string, part: Readable, target: Target, restored: Restored): Promise<string | null> {
  const { client, files, dataFolder, prepare } = target;
  if (name === 'kurabe-backup.json') {
    const about = JSON.parse(await text(part));
    restored.tables = about.tables;
    await prepare(about.migrations);
    await client.query('begin');
    await empty(client, restored.tables);
  } else if (name.startsWith('tables/')) {
    const table = restored.tables.find((one) => `tables/${one.name}` === name);
    if (!table) return name;
    restored.hashes[table.name] = await load(client, table, part);
  } else if (name === 'secret' || name === 'old-secret')
    await writeFile(join(dataFolder, name), await text(part), { mode: 0o600 });
  else if (name.startsWith('files/')) {
    const stored = await files.put(part);
    if (`files/${stored.sha256}` !== name) return name;
    restored.count += 1;
  } else if (name === 'complete.json') {
    const wrong = differenceTo(JSON.parse(await text(part)), restored);
    if (wrong !== null) return wrong;
    restored.complete = true;
  }
  return null;
}

function differenceTo(wanted: { tables: Record<string, string>; files: number }, restored: Restored): string | null {
  const table = restored.tables.find(({ name }) => wanted.tables[name] !== restored.hashes[name]);
  if (table) return table.name;
  return wanted.files === restored.count ? null : `ファイル ${restored.count} 件`;
}

/** Takes out what the migrations and the start put there; the audit trail, which is empty, refuses to be emptied. */
async function empty(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`);
    if (rowCount) filled.push(quoted(name));
  }
  if (filled.length > 0) await client.query(`truncate ${filled.join(', ')}`);
}

async function load(client: pg.Client, table: Table, part: Readable): Promise<string> {
  const hash = createHash('sha256');
  const listened = async function* () {
    for await (const chunk of part) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(listened, client.query(copyFrom(`copy ${target(table)} from stdin`)));
  return hash.digest('hex');
}

/** Numbers go on after those that are there; what was being prepared is said to be interrupted, as its job is gone. */
async function finish(client: pg.Client, tables: Table[]): Promise<void> {
  for (const { name, columns } of tables) {
    for (const column of columns) {
      const { rows } = await client.query('select pg_get_serial_sequence($1, $2) as sequence', [quoted(name), column]);
      if (rows[0].sequence === null) continue;
      const last = `(select max(${quoted(column)}) from ${quoted(name)})`;
      await client.query(`select setval($1, coalesce(${last}, 1), ${last} is not null)`, [rows[0].sequence]);
    }
  }
  await client.query("update revision set state = 'failed', failure = $1 where state in ('waiting', 'processing')", [
    interrupted,
  ]);
  // the files lie in another folder now; the first start says in which
  if (tables.some(({ name }) => name === 'portal_identity')) await client.query('delete from portal_identity');
  await client.query('commit');
}

async function main(): Promise<void> {
  const file = process.argv[2];
  if (!file) throw new ConfigurationError('控えのファイル名を指定してください。例: npm run restore -- kurabe.tar');
  const count = await restore(readConfiguration(process.env), resolve(file));
  console.log(`控えから戻しました（ファイル ${count} 件）。npm start で始められます。`);
}

if (import.meta.main) await main().catch(explainStart);
