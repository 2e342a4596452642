import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { printedCode } from '../domain/meetings/key.ts';
import { followRights } from './access/remembered-rights.ts';
import { buildApp } from './app.ts';
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts';
import { findConverter } from './conversion/find-converter.ts';
import { openDatabase } from './database/connection.ts';
import { claimDatabase } from './database/identity.ts';
import { migrate } from './database/migrate.ts';
import { isOutage } from './database/outage.ts';
import { DatabaseRefusal } from './database/refusal.ts';
import { filesIdentity, openLocalFiles } from './files/local.ts';
import { detailsOf, logLine, logWholeProcess } from './http/log-line.ts';
import { oncePerMinute } from './http/once-per-minute.ts';
import { keysOf, newTypedCode, readOldSecretFile, readSecretFile } from './http/secrets.ts';
import { jobHandlers, type PortalJobs } from './job-handlers.ts';
import { startJobs } from './jobs/jobs.ts';

/** Milliseconds; supervisors kill after ten seconds, or soon after. */
const longestStop = 9_000;

export interface Portal {
  /** Where it listens, for this machine: http://127.0.0.1:3000 */
  readonly address: string;
  /** The one-time code for the first administrator; null where there is one already. */
  readonly setUpCode: string | null;
  /** Finishes what is in flight, then lets go of the database. */
  close(): Promise<void>;
}

/** Opens everything and listens; where something cannot be opened, lets go of the rest. */
export async function startPortal(configuration: Configuration): Promise<Portal> {
  const opened: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const close = async () => {
    stopping = true;
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    const { dataFolder, databaseUrl } = configuration;
    const secret = configuration.secret ?? (await readSecretFile(dataFolder).catch(refuseFolder(dataFolder)));
    const oldSecret = configuration.oldSecret ?? (await readOldSecretFile(dataFolder));
    const files = await openLocalFiles(join(dataFolder, 'files')).catch(refuseFolder(dataFolder));
    const report = reporter(() => stopping);
    const database = await openDatabase({
      ...{ url: databaseUrl, folder: join(dataFolder, 'database'), onError: report },
    });
    opened.push(database.close);
    const { db, patient } = database;
    await migrate(patient);
    const keys = keysOf(secret, oldSecret);
    const filesMark = await filesIdentity(join(dataFolder, 'files')).catch(refuseFolder(dataFolder));
    await claimDatabase(patient, {
      ...{ secret: keys.sign('identity'), files: filesMark },
      ...(oldSecret !== undefined && { oldSecret: keysOf(oldSecret).sign('identity') }),
    });
    const converter = findConverter(configuration.converter);
    const conversionFolder = join(dataFolder, 'conversions');
    // papers of a process that was killed
    await rm(conversionFolder, { recursive: true, force: true }).catch(refuseFolder(dataFolder));
    const handlers = jobHandlers({ db: patient, files, converter, conversionFolder });
    const jobs = await startJobs<PortalJobs>({ database, handlers, onError: report });
    opened.push(() => jobs.stop());
    const setUpCode = newTypedCode();
    const { rights, close: stopFollowing } = await followRights(database);
    opened.push(stopFollowing);
    const app = await buildApp({
      ...{ configuration, db, files, keys, enqueue: jobs.enqueue, setUpCode, rights },
      ...{ waitingJobs: jobs.waiting, converter },
    });
    opened.push(() => app.close());
    const official = await db.selectFrom('official').select('id').limit(1).executeTakeFirst();
    await jobs.enqueue('plan-indexing', {}, { singletonKey: 'start' });
    await jobs.enqueue('plan-recognition', {}, { singletonKey: 'start' });
    await jobs.enqueue('plan-readings', {}, { singletonKey: 'start' });
    await jobs.enqueue('plan-comparisons', {}, { singletonKey: 'start' });
    await jobs.enqueue('publish-due', {}, { singletonKey: 'start' });
    await jobs.enqueue('erase-unneeded', {}, { singletonKey: 'start' });
    const address = await app.listen({ host: configuration.host, port: configuration.port });
    return { address, setUpCode: official ? null : setUpCode, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The data folder cannot be made or written: a file is in its place, another user owns it, the disk is full. */
function refuseFolder(folder: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (!error.syscall) throw error;
    throw new ConfigurationError(
      `KURABE_DATA=${folder} に書き込めません（${error.code}）。このユーザーが書き込める、空きのあるフォルダーを指定してください。`,
      { cause: error },
    );
  };
}

/** Work and connections cut off as the portal stops are no error; of one kind a line a minute, without the detail of a row. */
function reporter(isStopping: () => boolean): (error: unknown, job?: { name: string; id: string }) => void {
  const print = oncePerMinute((kind, leftOut) => logLine('error', kind, leftOut > 0 ? { leftOut } : {}));
  return (error, job) => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    if (isOutage(error) && isStopping()) return;
    if (isOutage(error)) return print('the database does not answer');
    print(`${job ? `job ${job.name} ` : ''}${error instanceof Error ? error.stack : error}`);
  };
}

/** Starts the portal of this process's environment and stops it on SIGTERM and Ctrl-C; exits 1 with a sentence where it cannot start. */
export async function runPortal(configuration: Configuration): Promise<Portal> {
  // a thread whose modules were compiled before starts in a quarter of the time; it takes the variable over
  process.env.NODE_COMPILE_CACHE ??= join(configuration.dataFolder, 'compiled');
  const portal = await startPortal(configuration);
  const stop = async () => {
    // a second Ctrl-C ends it at once, as the system does by itself
    process.removeListener('SIGTERM', stop).removeListener('SIGINT', stop);
    // what is still in flight then is as safe as after a kill -9
    setTimeout(() => process.exit(1), longestStop).unref();
    try {
      await portal.close();
      process.exit(0);
    } catch (error) {
      logLine('error', 'the portal did not stop as it should', { err: detailsOf(error) });
      process.exit(1);
    }
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return portal;
}

/** What the person who started it can act on, as one sentence; anything else is a defect and keeps its trace. For scripts. */
export function explainStart(error: unknown): never {
  console.error(refusalOf(error) ?? error);
  process.exit(1);
}

function refusalOf(error: unknown): string | null {
  if (error instanceof ConfigurationError || error instanceof DatabaseRefusal) return error.message;
  return explainListening(error);
}

function logRefusal(error: unknown): never {
  const sentence = refusalOf(error);
  logLine('fatal', sentence ?? 'unexpected', sentence === null ? { err: detailsOf(error) } : {});
  process.exit(1);
}

function explainListening(error: unknown): string | null {
  const { code, syscall, port, address, hostname } = error as NodeJS.ErrnoException & Record<string, unknown>;
  if (code === 'EADDRINUSE')
    return `ポート ${port} はほかのプログラムが使っています。PORT=3001 のように、別の番号を指定してください。`;
  if (syscall === 'getaddrinfo' || code === 'EADDRNOTAVAIL')
    return `HOST=${address ?? hostname} はこの機械のアドレスではありません。127.0.0.1 か 0.0.0.0 を指定してください。`;
  if (syscall === 'listen')
    return `ポート ${port} を開けません（${code}）。PORT=3001 のように、1024 以上の番号を指定してください。`;
  return null;
}

async function main(): Promise<void> {
  logWholeProcess();
  const configuration = readConfiguration(process.env);
  const portal = await runPortal(configuration);
  logLine('info', `くらべを開始しました: ${configuration.publicUrl}（終了するには Ctrl-C）`);
  if (portal.setUpCode === null) return;
  // the one secret that the log tells: it opens nothing once there is an administrator, and is another at each start
  logLine(
    'info',
    `はじめに ${configuration.publicUrl}/office/set-up を開き、このコードを入力してください: ${printedCode(portal.setUpCode)}`,
  );
}

if (import.meta.main) await main().catch(logRefusal);
