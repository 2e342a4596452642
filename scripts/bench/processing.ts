import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PdfError } from '../../server/pdf/pdf-error.ts';
import { processPdf, readPdf } from '../../server/pdf/process-pdf.ts';
import type { Row } from './row.ts';

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
    const { whole, first, memory } = await measureDrawing(path);
    const theirDrawing = hasPoppler ? await drawWithPoppler(path, []) : null;
    const theirFirst = hasPoppler ? await drawWithPoppler(path, ['-l', '1']) : null;
    const pages = { unit: 'pages/s', better: 'more' } as const;
    return [
      {
        ...pages,
        name: `${name}: text`,
        ours: perSecond(reading.milliseconds),
        yardstick: theirReading && perSecond(theirReading),
        yardstickName: 'pdftotext -bbox',
      },
      {
        ...pages,
        name: `${name}: text and pictures`,
        ours: perSecond(whole),
        yardstick: theirReading && theirDrawing && perSecond(theirReading + theirDrawing),
        yardstickName: '+ pdftoppm -jpeg',
      },
      {
        name: `${name}: first page`,
        unit: 'ms',
        better: 'less',
        ours: first,
        yardstick: theirFirst,
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

/** Milliseconds to the end and to the first page, and the child's peak memory in MiB. */
async function measureDrawing(path: string): Promise<{ whole: number; first: number; memory: number }> {
  let [first, memory] = [0, 0];
  const start = performance.now();
  await processPdf(path, {
    onDocument: async () => {},
    onPage: async () => {
      first ||= performance.now() - start;
      memory = Math.max(memory, readPeakMemory(path));
    },
  });
  return { whole: performance.now() - start, first, memory };
}

/** Of this process's child that works on the given file, in MiB; 0 where the system does not tell. */
function readPeakMemory(path: string): number {
  if (!existsSync('/proc/self')) return 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (Number(pid) === process.pid || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path)) continue;
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      // Gone in between.
    }
  }
  return 0;
}

async function drawWithPoppler(path: string, range: readonly string[]): Promise<number | null> {
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-bench-'));
  const size = ['-jpeg', '-scale-to-x', '1500', '-scale-to-y', '-1'];
  try {
    return await run('pdftoppm', [...size, ...range, path, join(folder, 'page')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const start = performance.now();
  return { value: await work(), milliseconds: performance.now() - start };
}

/** Milliseconds of a program's run; null where it is not there or fails. */
function run(program: string, parameters: readonly string[]): Promise<number | null> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { stdio: 'ignore' });
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code === 0 ? performance.now() - start : null));
  });
}
