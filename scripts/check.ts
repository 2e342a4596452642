// npm run check: types, lint and format, unit tests. With --all (npm test) also the build, the server's tests on both
// databases and the browser's. One line a part; a failed part's output is shown in full.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const reports = mkdtempSync(join(tmpdir(), 'kurabe-check-'));
/** What hangs is ended; a busy machine takes several times as long as a quiet one. */
const partDeadlineMilliseconds = 20 * 60_000;

interface Part {
  name: string;
  command: string[];
  /** Where vitest writes its counts; other parts have none. */
  report?: string;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const types = (project: string): Part => ({ name: `types ${project}`, command: ['tsc', '--noEmit', '-p', project] });

function tests(project: string): Part {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name: `${project} tests`, command: ['vitest', 'run', '--project', project, ...reporters], report };
}

/** Parts of one step run side by side, steps one after the other. */
const reading = [types('.'), types('domain'), types('web'), { name: 'lint and format', command: ['biome', 'check'] }];
const build = { name: 'build', command: ['vite', 'build', '--config', 'web/vite.config.ts'] };
const quick: Part[][] = [reading, [tests('unit')]];
// the last two wait much of their time: for children, for a screen
const all: Part[][] = [[...reading, build], [tests('unit')], [tests('server'), tests('browser')]];

function run(part: Part): Promise<{ ok: boolean; output: string }> {
  const [program = '', ...parameters] = part.command;
  const child = spawn(join(bin, program), parameters, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm's own scripts put the pinned Node first; so does this, for whoever calls the file itself.
    env: { ...process.env, CI: 'true', NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env.PATH}` },
    timeout: partDeadlineMilliseconds,
    killSignal: 'SIGKILL',
  });
  let output = '';
  const collect = (chunk: string) => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error}\n` }));
    child.once('close', (code, signal) => {
      const killed = signal ? `ended by ${signal}\n` : '';
      resolve({ ok: code === 0, output: output + killed });
    });
  });
}

/** A part that failed without a failed test (types, lint, a file that does not load) counts as one. */
function countsOf(part: Part, ok: boolean): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (part.report) {
      const report = JSON.parse(readFileSync(part.report, 'utf8'));
      counts.passed = report.numPassedTests;
      counts.failed = report.numFailedTests;
      counts.skipped = report.numPendingTests;
    }
  } catch {
    // Vitest ended before it could write its report; its output says why.
  }
  if (!ok) counts.failed = Math.max(counts.failed, 1);
  return counts;
}

async function check(part: Part): Promise<Counts> {
  const started = performance.now();
  const { ok, output } = await run(part);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = countsOf(part, ok);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const tally = part.report ? `   ${counts.passed} passed${skipped}` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${part.name.padEnd(16)} ${seconds.padStart(6)} s${tally}`);
  const shown = ok ? output.split('\n').filter((line) => line.startsWith('Skipping')) : [output.trimEnd()];
  for (const text of shown) console.log(text);
  return counts;
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const step of process.argv.includes('--all') ? all : quick) {
  for (const counts of await Promise.all(step.map(check))) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
}
rmSync(reports, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
