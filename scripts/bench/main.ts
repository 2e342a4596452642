// npm run bench -- papers [--seed N]: made papers, a line a kind, the worst first; only where it is asked for.
// npm run bench -- copies: papers beside copies of themselves with pages removed, swapped, doubled; only where it is asked for.
// npm run bench -- search: words in 10,000 and 100,000 pages; some minutes, only where it is asked for.
// npm run bench -- words [--part NAME]: what the engine finds without each list of words and each pattern, or without those whose file
// or name holds NAME; only where it is asked for.
// npm run bench [-- processing|long|busy|comparison|reading|beside|ink|serving]: measures with a yardstick run beside each; only the ratios travel
// between machines. Nothing here is asserted. With BENCH_DATABASE_URL, an empty database, what is served is served from there.
import { benchBeside } from './beside.ts';
import { benchBusy } from './busy.ts';
import { benchComparison } from './comparison.ts';
import { benchCopies } from './copies.ts';
import { benchInk } from './ink.ts';
import { benchLongPapers } from './long-papers.ts';
import { benchPapers } from './papers.ts';
import { benchProcessing } from './processing.ts';
import { benchReading } from './reading.ts';
import { formatRows, type Row } from './row.ts';
import { benchSearch } from './search.ts';
import { benchServing } from './serving.ts';
import { benchWords } from './words.ts';

const sections: Record<string, { title: string; measure(): Promise<Row[]> }> = {
  processing: { title: 'Processing PDFs (../shared/corpus, beside poppler)', measure: benchProcessing },
  long: { title: 'Long papers through the whole portal', measure: benchLongPapers },
  busy: { title: '40 uploads beside 8 spinning processes', measure: benchBusy },
  comparison: { title: 'Comparison (beside pdftotext -layout of both and diff)', measure: benchComparison },
  reading: { title: 'Reading (a quarter of the speed, 1.6 Mbps, 150 ms; beside pdf.js)', measure: benchReading },
  beside: {
    title: '並べて見る, 148 + 143 pages (a quarter of the speed; beside two pdf.js viewers)',
    measure: benchBeside,
  },
  ink: { title: 'Writing on a page (a quarter of the speed; beside a line on a bare canvas)', measure: benchInk },
  serving: { title: 'Serving, one core (beside nginx sending the same picture)', measure: benchServing },
};

const given = process.argv.slice(2);
const [seed, part] = [taken('--seed') ?? '1', taken('--part')];
if (given.includes('papers')) console.log(await benchPapers(seed));
if (given.includes('copies')) console.log(await benchCopies());
if (given.includes('words')) console.log(await benchWords(part));
if (given.includes('search')) console.log(formatRows('Search, in the database', await benchSearch()));
const wanted = given.filter((name) => !['papers', 'copies', 'search', 'words'].includes(name));
const unknown = wanted.find((name) => !(name in sections));
if (unknown !== undefined) {
  console.error(`no section ${unknown}: choose among ${Object.keys(sections).join(', ')}`);
  process.exit(2);
}
const isAsked = given.length === 0 || wanted.length > 0;
for (const [name, { title, measure }] of isAsked ? Object.entries(sections) : []) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(formatRows(title, await measure()));
}

/** Takes an option and its value out of what is given. */
function taken(option: string): string | undefined {
  const at = given.indexOf(option);
  return at < 0 ? undefined : given.splice(at, 2)[1];
}
