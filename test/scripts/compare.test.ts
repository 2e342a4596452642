import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(project, '..', 'shared');
const pairOf = (name: string) => ['r4', 'r8'].map((year) => join(shared, 'corpus', 'pairs', `${name}-${year}.pdf`));

async function compare(...given: string[]): Promise<{ status: number; text: string }> {
  const options = { maxBuffer: 64 * 1024 * 1024, cwd: project };
  return run(process.execPath, [join(project, 'scripts', 'compare.ts'), ...given], options).then(
    ({ stdout }) => ({ status: 0, text: stdout }),
    (error: { code: number; stdout: string }) => ({ status: error.code, text: error.stdout }),
  );
}

test('a missing file and missing arguments are said in one JSON object', async () => {
  const missing = await compare('no-such-file.pdf', 'neither.pdf');
  expect(missing.status).toBe(1);
  expect(JSON.parse(missing.text)).toMatchObject({ error: { code: 'not_found' } });
  const none = await compare();
  expect(none.status).toBe(1);
  expect(JSON.parse(none.text)).toMatchObject({ error: { code: 'no_file' } });
});

test('a file that is no PDF is said so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-compare-'));
  try {
    const path = join(folder, 'not-a.pdf');
    await writeFile(path, '<html></html>');
    const { status, text } = await compare(path, path);
    expect(status).toBe(1);
    expect(JSON.parse(text).error.message).toMatch(/。$/u);
  } finally {
    await rm(folder, { recursive: true });
  }
});

// Real budget papers beside the project; where they are not, drawn cases in test/domain/pages cover the same.
describe.skipIf(!existsSync(join(shared, 'corpus', 'pairs')))('the corpus', () => {
  test('one JSON object of the agreed shape, in both directions', async () => {
    const [older, newer] = pairOf('kouki');
    const there = JSON.parse((await compare(older!, newer!)).text);
    expect(there.pages).toContainEqual([4, 4]);
    expect(there.byPlace).toEqual([[3, 3]]);
    const tax = there.quantities.find((pair: { label: string; old: { page: number } }) => pair.old.page === 4);
    expect(tax).toMatchObject({
      column: '金額',
      unit: '千円',
      old: { page: 4, pageLabel: '248', text: '５７０，６２７', value: 570627, box: expect.any(Array) },
      new: { page: 4, pageLabel: '218', text: '７５２，０６６', value: 752066 },
      difference: 181439,
      confidence: expect.any(Number),
    });
    const back = JSON.parse((await compare(newer!, older!)).text);
    expect(back.quantities).toHaveLength(there.quantities.length);
  });

  test.each([
    ['kokuho', 0.99, 0.99, 0.97],
    ['kouki', 0.99, 0.99, 0.97],
    ['gesui', 0.99, 0.99, 0.97],
    ['teian', 0.97, 0.95, 0.85],
  ])('%s: pages %d, precision %d, recall %d or better', async (name, pages, precision, recall) => {
    const [older, newer] = pairOf(name);
    const folder = await mkdtemp(join(tmpdir(), 'kurabe-compare-'));
    try {
      const result = join(folder, 'result.json');
      await writeFile(result, (await compare(older!, newer!)).text);
      const script = join(shared, 'score', 'score-comparison.mjs');
      const { stdout } = await run(process.execPath, [
        script,
        join(shared, 'corpus', 'labels', `${name}.json`),
        result,
      ]);
      const score = JSON.parse(stdout.trim().split('\n').at(-1)!);
      expect(score.pageF1).toBeGreaterThanOrEqual(pages);
      expect(score.precision).toBeGreaterThanOrEqual(precision);
      expect(score.recall).toBeGreaterThanOrEqual(recall);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('--explain shows the rows of a page with their reasons', async () => {
    const [older, newer] = pairOf('kouki');
    const { text } = await compare(older!, newer!, '--explain', '4');
    expect(text).toMatch(/^new page 4 ↔ old pages 4;/u);
    expect(text).toMatch(/= \d+% \(label \d+%, parents \d+%, columns \d+%\) old page 4/u);
  });
});
