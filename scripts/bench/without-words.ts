// node scripts/bench/without-words.ts FOLDER [FILE LIST]: compares the pairs of papers in FOLDER (NAME-older.json and
// NAME-newer.json, each a PrintedDocument) and prints `{ NAME: [pair of quantities, …] }`, as if the words LIST of FILE were not
// known. The words go before anything is loaded that makes a pattern of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder, file, list] = process.argv;
if (file !== undefined && list !== undefined) {
  const module = (await import(new URL(`../../${file}`, import.meta.url).href)) as Record<string, string[]>;
  // a pattern of no words at all would match everywhere
  module[list]!.splice(0, Number.POSITIVE_INFINITY, '\u{FFFFF}');
}
const { compareDocuments } = await import('../../domain/pages/comparison/compare-documents.ts');
const { printedComparison } = await import('../../domain/pages/results/printed-comparison.ts');

const found: Record<string, string[]> = {};
for (const entry of readdirSync(folder!).filter((name) => name.endsWith('-older.json'))) {
  const name = entry.replace('-older.json', '');
  const [older, newer] = ['older', 'newer'].map((side) =>
    JSON.parse(readFileSync(join(folder!, `${name}-${side}.json`), 'utf8')),
  );
  const { quantities } = printedComparison(compareDocuments(older, newer));
  found[name] = quantities.map((pair) =>
    [pair.old, pair.new].map(({ page, value, box }) => `${page} ${value} ${box}`).join(' ↔ '),
  );
}
console.log(JSON.stringify(found));
