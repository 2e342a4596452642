import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kysely } from 'kysely';
import { followRights } from '../server/access/remembered-rights.ts';
import { buildApp } from '../server/app.ts';
import type { Configuration } from '../server/configuration.ts';
import { findConverter } from '../server/conversion/find-converter.ts';
import type { Database } from '../server/database/connection.ts';
import type { Tables } from '../server/database/tables.ts';
import type { Files } from '../server/files/files.ts';
import { openLocalFiles } from '../server/files/local.ts';
import type { Gate } from '../server/http/crowd.ts';
import { type Keys, keysOf } from '../server/http/secrets.ts';
import type { WebApp } from '../server/http/web-app.ts';
import { jobHandlers, type PortalJobs } from '../server/job-handlers.ts';
import { type Enqueue, startJobs } from '../server/jobs/jobs.ts';
import { type Portal, startPortal } from '../server/main.ts';

const program = fileURLToPath(new URL('../server/main.ts', import.meta.url));

/** A configuration for tests: silent, on this machine, everything in `dataFolder`. */
export function testConfiguration(dataFolder: string, changes: Partial<Configuration> = {}): Configuration {
  return {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost:3000',
    dataFolder,
    databaseUrl: undefined,
    secret: undefined,
    oldSecret: undefined,
    trustProxy: false,
    maxUploadBytes: 50 * 1024 * 1024,
    accelRedirect: undefined,
    converter: '/nowhere/soffice',
    logLevel: 'silent',
    metricsToken: undefined,
    sessionHours: 8,
    idleMinutes: 60,
    ...changes,
  };
}

export interface TestApp {
  app: WebApp;
  db: Kysely<Tables>;
  files: Files;
  keys: Keys;
  enqueue: Enqueue<PortalJobs>;
  /** The one-time code of the first administrator. */
  setUpCode: string;
  folder: string;
  close(): Promise<void>;
}

/**
 * The whole portal around a database that the test can look into: real files and real jobs, asked through inject or
 * listen. Where `idle`, what is uploaded waits: for tests that are not about processing.
 */
export async function openTestApp(
  database: Database,
  { idle = false, gate, ...changes }: Partial<Configuration> & { idle?: boolean; gate?: Gate } = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-app-'));
  const { db } = database;
  const files = await openLocalFiles(join(folder, 'files'));
  const keys = keysOf('a secret of the tests, 32 characters and more');
  const configuration = testConfiguration(folder, changes);
  const converter = findConverter(configuration.converter);
  const handlers = jobHandlers({ db, files, converter, conversionFolder: join(folder, 'conversions') });
  if (idle) for (const handler of Object.values(handlers)) handler.concurrency = 0;
  const jobs = await startJobs<PortalJobs>({ database, handlers, onError: reportJobError });
  const setUpCode = 'AAAABBBB';
  const { rights, close: stopFollowing } = await followRights(database);
  const app = await buildApp({
    configuration,
    db,
    files,
    keys,
    enqueue: jobs.enqueue,
    setUpCode,
    rights,
    ...{ waitingJobs: jobs.waiting, converter },
    ...(gate && { gate }),
  });
  await app.ready();
  return {
    app,
    db,
    files,
    keys,
    enqueue: jobs.enqueue,
    setUpCode,
    folder,
    async close() {
      await app.close();
      await stopFollowing();
      await jobs.stop(1);
      // what a job was writing may just be coming to its place
      await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** What is cut off as a test ends is no error. */
function reportJobError(error: unknown): void {
  if (!(error instanceof DOMException)) console.error(error);
}

export interface TestPortal extends Portal {
  readonly folder: string;
  /** Stops it and starts it again, on the same folder and port. */
  restart(): Promise<void>;
}

/** The portal as `npm start` runs it, inside this process, on the embedded database of a fresh folder and a free port. */
export async function startTestPortal(changes: Partial<Configuration> = {}): Promise<TestPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-portal-'));
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const configuration = testConfiguration(folder, { port, publicUrl, ...changes });
  let portal = await startPortal(configuration);
  return {
    ...portal,
    folder,
    async restart() {
      await portal.close();
      portal = await startPortal(configuration);
    },
    async close() {
      await portal.close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface PortalProcess {
  process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Resolves with what the expression matches in the output; rejects where the process ends without it. */
  printed(expression: RegExp): Promise<RegExpExecArray>;
  /** The exit code, or the signal's name, once it is gone and all its output read. */
  ended: Promise<number | NodeJS.Signals>;
}

/** The portal in a process of its own, as an operator starts it. */
export function spawnPortal(environment: Record<string, string>): PortalProcess {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((done) =>
    child.once('close', (code, signal) => done(signal ?? code ?? 0)),
  );
  return {
    process: child,
    output: () => output,
    ended,
    printed: (expression) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = expression.exec(output);
          if (match) resolve(match);
        };
        listeners.add(look);
        look();
        ended.then((how) =>
          reject(new Error(`the portal ended with ${how} before it printed ${expression}: ${output}`)),
        );
      }),
  };
}
