// node scripts/bench/without-words.ts FOLDER [FILE START END EMPTY]: compares the pairs of papers in FOLDER (NAME-older.json and
// NAME-newer.json, each a PrintedDocument), reads the register of the newer one and prints `{ NAME: [finding, …] }`, as if the
// source of FILE from START to END were EMPTY.
import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , folder, file, start, end, empty] = process.argv;
if (file !== undefined) {
  const url = new URL(`../../${file}`, import.meta.url).href;
  registerHooks({
    load(asked, context, next) {
      if (asked !== url) return next(asked, context);
      const source = readFileSync(fileURLToPath(url), 'utf8');
      const changed = source.slice(0, Number(start)) + empty + source.slice(Number(end));
      return { format: 'module-typescript', source: changed, shortCircuit: true };
    },
  });
}
const { compareDocuments } = await import('../../domain/pages/comparison/compare-documents.ts');
const { printedComparison } = await import('../../domain/pages/results/printed-comparison.ts');
const { readInitiatives } = await import('../../domain/initiatives/read-initiatives.ts');

const found: Record<string, string[]> = {};
for (const entry of readdirSync(folder!).filter((name) => name.endsWith('-older.json'))) {
  const name = entry.replace('-older.json', '');
  const [older, newer] = ['older', 'newer'].map((side) =>
    JSON.parse(readFileSync(join(folder!, `${name}-${side}.json`), 'utf8')),
  );
  const { quantities } = printedComparison(compareDocuments(older, newer));
  const { initiatives } = readInitiatives(newer.pages, 2026);
  found[name] = [
    ...quantities.map((pair) =>
      [pair.old, pair.new].map(({ page, value, box }) => `${page} ${value} ${pair.unit} ${box}`).join(' ↔ '),
    ),
    ...initiatives.map(({ number, name: title, department, indicator, target, result, state, effect }) =>
      [number, title, department, indicator, target?.text, result?.text, state?.kind, effect?.text].join(' | '),
    ),
  ];
}
console.log(JSON.stringify(found));
