import { execFile } from 'node:child_process';
import { constants, globSync } from 'node:fs';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** LibreOffice on this machine. */
export interface Converter {
  /** The path of soffice. */
  readonly program: string;
  /** As it says itself: LibreOffice 25.8.1.1 … */
  readonly version: string;
  /** What a command is put behind to be without any network; empty where the system does not let us. */
  readonly isolation: readonly string[];
}

const run = promisify(execFile);
/** Milliseconds; on a busy machine it takes a while to load. */
const longestAnswer = 60_000;
/** Also where nobody has put it into the PATH; the newest of several first. */
const usualPlaces = [
  ...['/usr/bin/soffice', '/usr/local/bin/soffice', '/usr/lib/libreoffice/program/soffice'],
  '/usr/lib64/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];
/** With the rights of root, and with those of a user where the system allows it. */
const isolations = [
  ['unshare', '--net', '--'],
  ['unshare', '--user', '--map-current-user', '--net', '--'],
];

/** LibreOffice where it is installed and answers: `program`, or in the PATH and the usual places. Null where there is none. */
export async function findConverter(program: string | undefined): Promise<Converter | null> {
  for (const place of program === undefined ? listPlaces() : [program]) {
    const version = (await isProgram(place)) ? await askVersion(place) : null;
    if (version !== null) return { program: place, version, isolation: await findIsolation() };
  }
  return null;
}

function listPlaces(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  const named = folders.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)));
  const packaged = globSync('/opt/libreoffice*/program/soffice').toSorted().toReversed();
  return [...new Set([...named, ...usualPlaces, ...packaged])];
}

const isProgram = (path: string) =>
  access(path, constants.X_OK)
    .then(() => true)
    .catch(() => false);

/** Null where it does not answer like LibreOffice. */
async function askVersion(program: string): Promise<string | null> {
  const home = await mkdtemp(join(tmpdir(), 'kurabe-converter-'));
  try {
    const { stdout } = await run(program, ['--version', '--headless', `-env:UserInstallation=file://${home}`], {
      ...{ cwd: home, env: bareEnvironment(home), timeout: longestAnswer, killSignal: 'SIGKILL' },
    });
    return /^LibreOffice\b[^\n]*/m.exec(stdout)?.[0].trim() ?? null;
  } catch {
    return null;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function findIsolation(): Promise<readonly string[]> {
  for (const [program, ...rest] of isolations) {
    const works = await run(program!, [...rest, 'true'], { timeout: longestAnswer }).then(
      () => true,
      () => false,
    );
    if (works) return [program!, ...rest];
  }
  return [];
}

/** Nothing of the server's environment, where its secrets are. */
export const bareEnvironment = (home: string) => ({
  ...{ PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin', HOME: home, TMPDIR: home, LANG: 'C.UTF-8' },
  SAL_USE_VCLPLUGIN: 'svp',
});
