import { execFile } from 'node:child_process';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Row } from './row.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(project, '..', 'shared');
const pairs = ['kokuho', 'kouki', 'gesui', 'teian'] as const;
const generous = { maxBuffer: 256 * 1024 * 1024 };

/** Comparison of the corpus's pairs, scored against what a careful reader says of them, and of made papers by their size. */
export async function benchComparison(): Promise<Row[]> {
  const corpus = await exists(join(shared, 'corpus', 'pairs'));
  if (!corpus) console.log('\n(../shared/corpus is not there: only made papers are compared)');
  return [...(corpus ? await benchCorpus() : []), ...(await benchMade()), ...(await benchStored())];
}

async function benchCorpus(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-comparison-'));
  try {
    const rows: Row[] = [];
    for (const pair of pairs) {
      const files = ['r4', 'r8'].map((year) => join(shared, 'corpus', 'pairs', `${pair}-${year}.pdf`));
      const { stdout } = await run('node', [join(project, 'scripts', 'compare.ts'), ...files], generous);
      const result = join(folder, `${pair}.json`);
      await writeFile(result, stdout);
      const { milliseconds } = JSON.parse(stdout) as { milliseconds: Record<string, number> };
      rows.push(...(await scoreOf(pair, result)), ...(await timesOf(pair, files, milliseconds)));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The baseline is a line diff of pdftotext with the numbers masked, as the corpus's README gives it. */
const lineDiff: Record<(typeof pairs)[number], [pages: number, precision: number, recall: number]> = {
  kokuho: [88, 37, 28],
  kouki: [96, 37, 29],
  gesui: [74, 51, 26],
  teian: [60, 57, 28],
};

async function scoreOf(pair: (typeof pairs)[number], result: string): Promise<Row[]> {
  const labels = join(shared, 'corpus', 'labels', `${pair}.json`);
  const { stdout } = await run('node', [join(shared, 'score', 'score-comparison.mjs'), labels, result]);
  const score = JSON.parse(stdout.trim().split('\n').at(-1)!) as { pageF1: number; precision: number; recall: number };
  const row = (name: string, share: number, yardstick: number): Row => ({
    name: `${pair}: ${name}`,
    unit: '%',
    ours: 100 * share,
    yardstick,
    yardstickName: 'line diff',
    better: 'more',
  });
  const [pages, precision, recall] = lineDiff[pair];
  return [
    row('pages F1', score.pageF1, pages),
    row('quantities precision', score.precision, precision),
    row('quantities recall', score.recall, recall),
  ];
}

async function timesOf(pair: string, files: readonly string[], milliseconds: Record<string, number>): Promise<Row[]> {
  const yardstick = await timeTextDiff(files);
  const row = (name: string, ours: number, beside: number | null = null): Row => ({
    name: `${pair}: ${name}`,
    unit: 'ms',
    ours,
    yardstick: beside,
    yardstickName: beside === null ? '' : 'pdftotext + diff',
    better: 'less',
  });
  return [
    row('reading both PDFs', milliseconds.readingPdf ?? Number.NaN),
    row('reading tables and text', milliseconds.readingTables ?? Number.NaN),
    row('alignment and pairing', milliseconds.aligning ?? Number.NaN),
    row('in all', milliseconds.total ?? Number.NaN, yardstick),
  ];
}

/** Milliseconds of pdftotext -layout of both and diff; null where poppler is not on this machine. */
async function timeTextDiff(files: readonly string[]): Promise<number | null> {
  const start = performance.now();
  const script = 'diff <(pdftotext -layout "$0" -) <(pdftotext -layout "$1" -) > /dev/null; [ $? -le 1 ]';
  const done = await run('bash', ['-c', `command -v pdftotext > /dev/null && { ${script}; }`, ...files]).then(
    () => true,
    () => false,
  );
  return done ? performance.now() - start : null;
}

interface MadeTimes {
  readonly reading: number;
  readonly aligning: number;
  readonly readingMebibytes: number;
  readonly aligningMebibytes: number;
}

/** MiB. Without limits the process takes what it likes before it lets go of anything, and the peak says little. */
const smallHeap = ['--max-old-space-size=256', '--max-semi-space-size=4'];

async function benchMade(): Promise<Row[]> {
  const measure = async (count: number): Promise<MadeTimes> => {
    const script = join(project, 'scripts', 'bench', 'made-comparison.ts');
    const { stdout } = await run('node', [...smallHeap, script, String(count)]);
    return JSON.parse(stdout) as MadeTimes;
  };
  const [small, large] = [await measure(150), await measure(1500)];
  const row = (name: string, unit: string, ours: number, yardstick: number | null = null): Row => ({
    name,
    unit,
    ours,
    yardstick,
    yardstickName: yardstick === null ? '' : '10 × 150 pages',
    better: 'less',
  });
  return [
    row('150 pages: reading tables and text', 'ms', small.reading),
    row('150 pages: alignment and pairing', 'ms', small.aligning),
    row('150 pages: peak memory of alignment and pairing', 'MiB', small.aligningMebibytes),
    row('1,500 pages: reading tables and text', 'ms', large.reading, 10 * small.reading),
    row('1,500 pages: alignment and pairing', 'ms', large.aligning, 10 * small.aligning),
    row('1,500 pages: peak memory of reading, page by page', 'MiB', large.readingMebibytes),
    row('1,500 pages: peak memory of alignment and pairing', 'MiB', large.aligningMebibytes),
  ];
}

/** As after a correction: in the portal's own thread, from entries that were stored when the papers were first compared. */
async function benchStored(): Promise<Row[]> {
  const compiled = await mkdtemp(join(tmpdir(), 'kurabe-compiled-'));
  const script = join(project, 'scripts', 'bench', 'stored-comparison.ts');
  const compare = () => run('node', [script], { env: { ...process.env, NODE_COMPILE_CACHE: compiled } });
  // as in a portal that ran before: the second finds the modules compiled
  await compare();
  const { stdout } = await compare();
  await rm(compiled, { recursive: true });
  const times = JSON.parse(stdout) as { reading: number; cold: number; warm: number; busy: number };
  const row = (name: string, ours: number, yardstick: number | null = null): Row => ({
    name: `148 + 143 pages from stored entries: ${name}`,
    unit: 'ms',
    ours,
    yardstick,
    yardstickName: yardstick === null ? '' : 'reading both papers',
    better: 'less',
  });
  return [
    row('the first in a new thread', times.cold, times.reading),
    row('in a warm thread', times.warm, times.reading),
    row('CPU time in a warm thread', times.busy),
  ];
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
