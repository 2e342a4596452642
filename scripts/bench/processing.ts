import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PdfError } from '../../server/pdf/pdf-error.ts';
import { processPdf, readPdf } from '../../server/pdf/process-pdf.ts';
import { prepareChild } from '../../server/pdf/start-child.ts';
import type { Row } from './row.ts';

/** Milliseconds a file takes to arrive. */
const arrival = 500;
const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

/** Reading and drawing PDFs, beside poppler at the same width. No rows where the corpus is not beside the project. */
export async function benchProcessing(): Promise<Row[]> {
  if (!existsSync(corpus)) {
    console.error('processing: no corpus beside the project, nothing to measure');
    return [];
  }
  const rows: Row[] = [];
  const hasPoppler = (await run('pdftotext', ['-v'])) !== null;
  for (const path of listFiles()) rows.push(...(await measureFile(path, hasPoppler)));
  return rows;
}

/** Files of more than a few pages, which start-up does not outweigh. */
function listFiles(): string[] {
  const folders = ['pairs', 'kinds'].map((folder) => join(corpus, folder));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return files.filter((path) => readFileSync(path).length > 100_000);
}

async function measureFile(path: string, hasPoppler: boolean): Promise<Row[]> {
  const name = basename(path);
  try {
    const reading = await timed(() => readPdf(path));
    const count = reading.value.pages.length;
    const perSecond = (milliseconds: number) => (count / milliseconds) * 1_000;
    const theirReading = hasPoppler ? await run('pdftotext', ['-bbox', path, '/dev/null']) : null;
    const { time, first, memory } = await measureDrawing(path);
    const theirDrawing = hasPoppler ? await drawWithPoppler(path, []) : null;
    const theirFirst = hasPoppler ? await drawWithPoppler(path, ['-l', '1']) : null;
    const theirs = theirReading && theirDrawing && sumOf(theirReading, theirDrawing);
    const pages = { unit: 'pages/s', better: 'more' } as const;
    return [
      {
        ...pages,
        name: `${name}: text`,
        ours: perSecond(reading.milliseconds),
        yardstick: theirReading && perSecond(theirReading.milliseconds),
        yardstickName: 'pdftotext -bbox',
      },
      {
        ...pages,
        name: `${name}: text and pictures`,
        ours: perSecond(time.milliseconds),
        yardstick: theirs && perSecond(theirs.milliseconds),
        yardstickName: '+ pdftoppm -jpeg',
      },
      {
        name: `${name}: text and pictures, CPU a page`,
        unit: 'ms',
        better: 'less',
        ours: time.cpu / count,
        yardstick: theirs && theirs.cpu / count,
        yardstickName: '+ pdftoppm -jpeg',
      },
      {
        name: `${name}: first page`,
        unit: 'ms',
        better: 'less',
        ours: first,
        yardstick: theirFirst?.milliseconds ?? null,
        yardstickName: 'pdftoppm',
      },
      {
        name: `${name}: child's peak memory`,
        unit: 'MiB',
        better: 'less',
        ours: memory,
        yardstick: null,
        yardstickName: '',
      },
    ];
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    console.error(`${name}: ${error.code}`);
    return [];
  }
}

/**
 * To the end, milliseconds to the first page, and the child's peak memory in MiB, where the child is ready as it is in the portal
 * once a file has arrived; the processor time of its start is counted.
 */
async function measureDrawing(path: string): Promise<{ time: Taken; first: number; memory: number }> {
  prepareChild();
  await wait(arrival);
  let [first, memory] = [0, 0];
  const start = performance.now();
  const time = await timed(() =>
    processPdf(path, {
      onDocument: async () => {},
      onPage: async () => {
        first ||= performance.now() - start;
        memory = Math.max(memory, readPeakMemory());
      },
    }),
  );
  return { time, first, memory };
}

/** Of this process's largest child, in MiB; 0 where the system does not tell. Asked with every page: it must cost next to nothing. */
function readPeakMemory(): number {
  const list = `/proc/self/task/${process.pid}/children`;
  if (!existsSync(list)) return 0;
  const children = readFileSync(list, 'utf8').split(' ').filter(Boolean);
  return Math.max(0, ...children.map(peakOf));
}

function peakOf(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // gone in between
    return 0;
  }
}

async function drawWithPoppler(path: string, range: readonly string[]): Promise<Taken | null> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-bench-'));
  const size = ['-jpeg', '-scale-to-x', '1500', '-scale-to-y', '-1'];
  try {
    return await run('pdftoppm', [...size, ...range, path, join(folder, 'page')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds by the clock, and of processor time, which tells the same on a busy machine. */
interface Taken {
  readonly milliseconds: number;
  readonly cpu: number;
}

const sumOf = (one: Taken, other: Taken): Taken => ({
  milliseconds: one.milliseconds + other.milliseconds,
  cpu: one.cpu + other.cpu,
});

async function timed<T>(work: () => Promise<T>): Promise<Taken & { value: T }> {
  const [start, cpu] = [performance.now(), cpuMilliseconds()];
  const value = await work();
  return { value, milliseconds: performance.now() - start, cpu: cpuMilliseconds() - cpu };
}

/** Of this process and all its children that have ended, by Linux's /proc, where 100 ticks are a second; NaN elsewhere. */
function cpuMilliseconds(): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return 10 * fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}

/** A program's run; null where it is not there or fails. */
async function run(program: string, parameters: readonly string[]): Promise<Taken | null> {
  const { value, ...taken } = await timed(
    () =>
      new Promise<boolean>((resolve) => {
        const child = spawn(program, parameters, { stdio: 'ignore' });
        child.once('error', () => resolve(false));
        child.once('exit', (code) => resolve(code === 0));
      }),
  );
  return value ? taken : null;
}
