import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PrintedDocument } from '../../domain/pages/entries/read-document.ts';
import { readPageLabels } from '../../domain/pages/page-labels/read-page-labels.ts';
import type { PageContent } from '../../domain/pages/sheet/page-content.ts';
import { readPdf } from '../../server/pdf/process-pdf.ts';
import { drawSheets } from '../../test/papers/draw-sheets.ts';
import { kinds } from '../../test/papers/kinds/index.ts';
import { makePair } from '../../test/papers/made-pair.ts';
import { makePapers } from '../demo-city/make-papers.ts';
import { type Table, tablesIn } from './words-in-source.ts';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const corpus = join(project, '..', 'shared', 'corpus', 'pairs');
const rooms = ['domain/pages', 'domain/quantities', 'domain/initiatives'];

/** Made papers a kind. */
const SEEDS = ['words-0', 'words-1'];
const DEMONSTRATION = [
  '資料１-2022-2023b',
  '資料１-2023-2023b',
  '資料２-2021-2022',
  '資料４-2021-2023',
  '参考１-2021-2023',
];

type Found = Record<string, readonly string[]>;

/**
 * What the comparison and the register do without each list of words and each pattern of the engine, one at a time: findings that
 * are lost, and others in their stead, in every corpus pair, the demonstration's papers and made papers. Where nothing changes look
 * at the tests of domain/ too: they draw what these papers do not print. `part` narrows it to names or files that hold it.
 */
export async function benchWords(part = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-words-'));
  try {
    await layPapers(folder);
    const all = await findIn(folder);
    const tables = await allTables(part);
    const lines = new Array<string>(tables.length);
    const waiting = tables.entries();
    const work = async () => {
      for (const [index, table] of waiting)
        lines[index] = lineOf(table, all, await findIn(folder, table).catch(() => null));
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    const count = Object.values(all).reduce((sum, findings) => sum + findings.length, 0);
    return [`\nWithout a list or a pattern, of ${count} findings: −lost +others, in which papers`, ...lines].join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

type PlacedTable = Table & { readonly file: string };

async function allTables(part: string): Promise<PlacedTable[]> {
  const files = rooms.flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(room, name)),
  );
  const tables = files.map((file) =>
    tablesIn(file, readFileSync(join(project, file), 'utf8')).map((table) => ({ ...table, file })),
  );
  return tables.flat().filter(({ file, name }) => `${file} ${name}`.includes(part));
}

async function findIn(folder: string, table?: PlacedTable): Promise<Found> {
  const script = join(project, 'scripts', 'bench', 'without-words.ts');
  const without = table ? [table.file, String(table.start), String(table.end), table.empty] : [];
  const { stdout } = await run('node', [script, folder, ...without], {
    maxBuffer: 256 * 1024 * 1024,
    timeout: 600_000,
  });
  return JSON.parse(stdout) as Found;
}

/** `without` is null where the engine does not even run. */
function lineOf({ file, line, name, kind }: PlacedTable, all: Found, without: Found | null): string {
  const changed = Object.entries(all).flatMap(([paper, findings]) => {
    const [before, after] = [new Set(findings), new Set(without?.[paper])];
    const lost = [...before].filter((finding) => !after.has(finding)).length;
    const others = [...after].filter((finding) => !before.has(finding)).length;
    return lost + others > 0 ? [`${paper} −${lost} +${others}`] : [];
  });
  const place = `${file.replace('domain/', '')}:${line}`;
  const loss = without === null ? 'everything' : changed.join(', ') || 'nothing';
  return `${kind.padEnd(8)} ${name.padEnd(24)} ${place.padEnd(44)} ${loss}`;
}

/** Both papers of every pair, as they are read of their PDFs. */
async function layPapers(folder: string): Promise<void> {
  const lay = async (name: string, older: readonly PageContent[], newer: readonly PageContent[]) => {
    for (const [side, pages] of [
      ['older', older],
      ['newer', newer],
    ] as const) {
      const paper: PrintedDocument = { pages, pageLabels: readPageLabels(pages) };
      await writeFile(join(folder, `${name}-${side}.json`), JSON.stringify(paper));
    }
  };
  const read = async (path: string) => (await readPdf(path)).pages;
  if (existsSync(corpus))
    for (const name of ['kokuho', 'kouki', 'gesui', 'teian'])
      await lay(name, await read(join(corpus, `${name}-r4.pdf`)), await read(join(corpus, `${name}-r8.pdf`)));
  for (const kind of Object.keys(kinds))
    for (const seed of SEEDS) {
      const { older, newer } = makePair(kind, seed, ['drawn']);
      await lay(`${kind}-${seed.at(-1)}`, drawSheets(older.sheets), drawSheets(newer.sheets));
    }
  const city = join(folder, 'city');
  await mkdir(city);
  await makePapers(city);
  for (const name of DEMONSTRATION) {
    const truth = JSON.parse(await readFile(join(city, 'truth', `${name}.json`), 'utf8')) as {
      old: string;
      new: string;
    };
    await lay(name, await read(join(city, truth.old)), await read(join(city, truth.new)));
  }
}
