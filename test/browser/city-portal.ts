import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { buildCity, type DemoLinks } from '../../scripts/demo-city/build-city.ts';
import { freePort, spawnPortal } from '../portal.ts';

export interface CityPortal {
  /** Without a trailing slash. */
  readonly address: string;
  readonly links: DemoLinks;
  /** All that was printed while the city was made and since, the log at the level debug. */
  log(): string;
  close(): Promise<void>;
}

/**
 * The portal with the demonstration city, as an operator starts it: a process of its own, on a free port and an embedded
 * database. The city is made once a run, with all that is computed of it; each has a copy of its own.
 */
export async function startCityPortal(): Promise<CityPortal> {
  const made = await makeCityOnce(inject('cityFolder'));
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-city-'));
  const copied = spawnSync('cp', ['-a', `${made}/.`, folder], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(`the city was not copied: ${copied.stderr}`);
  const { portal, address } = await start(folder);
  await portal.printed(/くらべを開始しました/);
  const links = JSON.parse(readFileSync(join(made, linksFile), 'utf8'), (key, value) =>
    key === 'url' ? address + new URL(value).pathname : value,
  );
  const before = readFileSync(join(made, logFile), 'utf8');
  const close = async () => {
    portal.process.kill('SIGTERM');
    await portal.ended;
    await rm(folder, { recursive: true });
  };
  return { address, links, log: () => before + portal.output(), close };
}

const [linksFile, logFile] = ['links.json', 'portal.log'];

/** The data folder of a portal that was stopped. Who comes first makes it, the others wait. */
async function makeCityOnce(parent: string): Promise<string> {
  const [city, making, made, failed] = ['city', 'making', 'made', 'failed'].map((name) => join(parent, name));
  try {
    mkdirSync(making!);
  } catch {
    while (!existsSync(made!)) {
      if (existsSync(failed!)) throw new Error('the city was not made');
      await wait(100);
    }
    return city!;
  }
  try {
    mkdirSync(city!);
    await makeCity(city!);
    writeFileSync(made!, '');
    return city!;
  } catch (error) {
    writeFileSync(failed!, '');
    throw error;
  }
}

async function makeCity(folder: string): Promise<void> {
  const { portal, address } = await start(folder);
  try {
    const [, setUpCode = ''] = await portal.printed(/入力してください: ([\w-]+)/);
    writeFileSync(join(folder, linksFile), JSON.stringify(await buildCity({ address, setUpCode }, folder)));
    // what is compared here need not be in each copy
    while ((await waitingJobs(address)) > 0) await wait(1_000);
  } finally {
    portal.process.kill('SIGTERM');
    await portal.ended;
  }
  writeFileSync(join(folder, logFile), portal.output());
}

async function waitingJobs(address: string): Promise<number> {
  return ((await (await fetch(`${address}/api/health`)).json()) as { waitingJobs: number }).waitingJobs;
}

async function start(folder: string) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = { KURABE_DATA: folder, PORT: `${port}`, PUBLIC_URL: address, LOG_LEVEL: 'debug' };
  return { portal: spawnPortal(environment), address };
}
