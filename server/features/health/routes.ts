import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { Status } from '../../../contract/status.ts';
import type { Converter } from '../../conversion/find-converter.ts';
import type { WebApp } from '../../http/web-app.ts';
import { findRecognition } from '../../ocr/recognise.ts';

interface Needs {
  /** How many jobs wait. Rejects where the database does not answer. */
  waitingJobs: () => Promise<number>;
  dataFolder: string;
  converter: Promise<Converter | null>;
}

interface Health {
  ready: boolean;
  database: 'ok' | 'unavailable';
  /** Jobs that wait; null where nobody can tell. */
  waitingJobs: number | null;
  /** Mebibytes free where the data lies. */
  freeMebibytes: number | null;
  version: string;
}

const hidden = { config: { access: 'anyone' }, schema: { hide: true } } as const;
/** Milliseconds that an answer holds, so that asking costs nothing. */
const holds = 1_000;
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

/** For whoever watches over the portal: live while the process answers, ready (200, else 503) while its database does. */
export function registerHealth(app: WebApp, { waitingJobs, dataFolder, converter }: Needs): void {
  let last: { at: number; health: Promise<Health> } | undefined;
  app.get('/api/health/live', hidden, () => ({ live: true }));
  app.get('/api/health', hidden, async (_request, reply) => {
    if (!last || Date.now() - last.at > holds) last = { at: Date.now(), health: readHealth(waitingJobs, dataFolder) };
    const health = await last.health;
    return reply
      .code(health.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });

  app.get('/api/status', { config: { access: 'administrator' }, schema: { response: { 200: Status } } }, async () => {
    const { waitingJobs: waiting, freeMebibytes } = await readHealth(waitingJobs, dataFolder);
    const found = await converter;
    return {
      ...{ version, waitingJobs: waiting, freeMebibytes, recognises: findRecognition() !== null },
      converter: found && { version: found.version, isOffline: found.isolation.length > 0 },
    };
  });
}

async function readHealth(waitingJobs: Needs['waitingJobs'], folder: string): Promise<Health> {
  const [waiting, disk] = await Promise.all([waitingJobs().catch(() => null), statfs(folder).catch(() => null)]);
  return {
    ready: waiting !== null,
    database: waiting === null ? 'unavailable' : 'ok',
    waitingJobs: waiting,
    freeMebibytes: disk && Math.floor((disk.bavail * disk.bsize) / 1024 / 1024),
    version,
  };
}
