import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const corpus = join(project, '..', 'shared', 'corpus', 'pairs');
const files = [
  'domain/pages/words/captions.ts',
  'domain/pages/words/vocabulary.ts',
  'domain/pages/words/header-vocabulary.ts',
];
const generous = { maxBuffer: 256 * 1024 * 1024 };

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
 * What the comparison does without each list of words: pairs of quantities that it no longer finds, and others that it finds
 * instead, in every corpus pair, the demonstration's papers and made papers. A list without which nothing changes says nothing.
 */
export async function benchWords(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-words-'));
  try {
    await layPapers(folder);
    const all = await compareWithout(folder);
    const lines: string[] = [];
    for (const file of files) {
      const module = (await import(join(project, file))) as Record<string, unknown>;
      for (const [list, words] of Object.entries(module).filter(([, value]) => Array.isArray(value)))
        lines.push(lineOf(list, (words as string[]).length, all, await compareWithout(folder, file, list)));
    }
    const count = Object.values(all).reduce((sum, pairs) => sum + pairs.length, 0);
    return [
      `\nWithout a list of words, of ${count} pairs of quantities: −lost +others, in which papers`,
      ...lines,
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function compareWithout(folder: string, ...words: [] | [file: string, list: string]): Promise<Found> {
  const script = join(project, 'scripts', 'bench', 'without-words.ts');
  const { stdout } = await run('node', [script, folder, ...words], generous);
  return JSON.parse(stdout) as Found;
}

function lineOf(list: string, words: number, all: Found, without: Found): string {
  const changed = Object.entries(all).flatMap(([name, pairs]) => {
    const [before, after] = [new Set(pairs), new Set(without[name])];
    const lost = [...before].filter((pair) => !after.has(pair)).length;
    const others = [...after].filter((pair) => !before.has(pair)).length;
    return lost + others > 0 ? [`${name} −${lost} +${others}`] : [];
  });
  return `${list.padEnd(24)} ${String(words).padStart(3)} words  ${changed.join(', ') || 'nothing'}`;
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
