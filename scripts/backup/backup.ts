// npm run backup -- FILE: database, files and secret in one tar archive, while the portal runs or not.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, globSync, readFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import { type Configuration, ConfigurationError, readConfiguration } from '../../server/configuration.ts';
import { openDatabase } from '../../server/database/connection.ts';
import { runningServer } from '../../server/database/embedded.ts';
import { explainStart } from '../../server/main.ts';
import { listTables, target } from './tables.ts';

/** Writes the archive; nothing stands under its name until it is whole and on the disk. Gives how many files it has. */
export async function backUp(configuration: Configuration, file: string): Promise<number> {
  if (existsSync(file))
    throw new ConfigurationError(`${file} はすでにあります。上書きしないよう、別の名前を指定してください。`);
  const folder = join(configuration.dataFolder, 'database');
  const url = configuration.databaseUrl ?? runningServer(folder);
  const database = await openDatabase({ url, folder });
  const client = new pg.Client({ connectionString: database.url });
  const part = `${file}.part`;
  try {
    await client.connect();
    const archive = pack();
    const written = pipeline(archive, createWriteStream(part, { mode: 0o600 }));
    const [count] = await Promise.all([fill(archive, client, configuration, `${file}.table`), written]);
    const handle = await open(part, 'r');
    await handle.sync();
    await handle.close();
    await rename(part, file);
    return count;
  } finally {
    await rm(part, { force: true });
    await rm(`${file}.table`, { force: true });
    await client.end();
    await database.close();
  }
}

/** Files are stored before the rows that name them and never changed, so those after the snapshot are all that it needs. */
async function fill(archive: Pack, client: pg.Client, configuration: Configuration, spool: string): Promise<number> {
  await client.query('begin isolation level repeatable read read only');
  const tables = await listTables(client);
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  const about = { format: 1, migrations: rows.map(({ name }) => name), tables };
  await entry(archive, 'kurabe-backup.json', JSON.stringify(about));
  const hashes: Record<string, string> = {};
  for (const table of tables) {
    const hash = createHash('sha256');
    const listen = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const columns = target(table);
    await pipeline(
      client.query(copyTo(`copy ${columns} to stdout`)),
      listen,
      createWriteStream(spool, { mode: 0o600 }),
    );
    await entryOf(archive, `tables/${table.name}`, spool);
    hashes[table.name] = hash.digest('hex');
  }
  await client.query('commit');
  for (const name of ['secret', 'old-secret']) {
    const path = join(configuration.dataFolder, name);
    if (existsSync(path)) await entry(archive, name, readFileSync(path, 'utf8'));
  }
  const blobs = globSync('files/blobs/*/*/*', { cwd: configuration.dataFolder });
  for (const blob of blobs) await entryOf(archive, `files/${basename(blob)}`, join(configuration.dataFolder, blob));
  await entry(archive, 'complete.json', JSON.stringify({ tables: hashes, files: blobs.length }));
  archive.finalize();
  return blobs.length;
}

function entry(archive: Pack, name: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()));
  });
}

async function entryOf(archive: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path);
  await pipeline(createReadStream(path), archive.entry({ name, size, mode: 0o600 }));
}

async function main(): Promise<void> {
  const file = process.argv[2];
  if (!file) throw new ConfigurationError('控えのファイル名を指定してください。例: npm run backup -- kurabe.tar');
  const count = await backUp(readConfiguration(process.env), resolve(file));
  console.log(
    `控えを ${file} に書きました（ファイル ${count} 件）。委員のリンクの鍵も入っています。大切に保管してください。`,
  );
}

if (import.meta.main) await main().catch(explainStart);
