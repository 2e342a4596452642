import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compareRead } from '../../domain/pages/comparison/compare-documents.ts';
import { type ReadDocument, readDocument } from '../../domain/pages/entries/read-document.ts';
import { readPageLabels } from '../../domain/pages/page-labels/read-page-labels.ts';
import type { PageContent } from '../../domain/pages/sheet/page-content.ts';
import { readPdf } from '../../server/pdf/process-pdf.ts';

const pairs = fileURLToPath(new URL('../../../shared/corpus/pairs/', import.meta.url));
const PAPERS = ['kokuho-r8', 'kouki-r8', 'teian-r8', 'gesui-r8'] as const;
const BLANK = -1;

/** Each paper of ../shared/corpus/pairs beside copies of itself: numbers paired with themselves, wrongly, and not at all. */
export async function benchCopies(): Promise<string> {
  const isThere = await access(pairs).then(
    () => true,
    () => false,
  );
  if (!isThere) return '\n(../shared/corpus is not there: no paper to copy)';
  const lines: string[] = [];
  for (const name of PAPERS) {
    const { pages } = await readPdf(`${pairs}${name}.pdf`);
    const whole = readPages(pages);
    for (const [change, order] of Object.entries(copiesOf(pages.length))) {
      const { right, wrong, missed } = countPairs(
        whole,
        readPages(order.map((at) => pages[at] ?? blankLike(pages[0]!))),
        order,
      );
      lines.push(
        `${name.padEnd(12)}${change.padEnd(12)}${[right, wrong, missed].map((n) => String(n).padStart(7)).join('')}`,
      );
    }
  }
  return ['\nCopies of papers', `${''.padEnd(24)}  right  wrong missed`, ...lines].join('\n');
}

/** The pages of each copy, by their places in the paper. */
function copiesOf(pages: number): Record<string, readonly number[]> {
  const all = Array.from({ length: pages }, (_, at) => at);
  const [middle, early, late] = [pages >> 1, pages >> 2, pages - 2];
  const changed = (a: number, b: number) => all.map((at) => (at === a ? b : at === b ? a : at));
  return {
    itself: all,
    removed: all.filter((at) => at !== middle),
    swapped: changed(middle, middle + 1),
    'swapped far': changed(early, late),
    doubled: [...all.slice(0, middle + 1), ...all.slice(middle)],
    blank: [...all.slice(0, middle), BLANK, ...all.slice(middle)],
  };
}

function countPairs(whole: ReadDocument, copy: ReadDocument, order: readonly number[]) {
  const { quantities, unmatched } = compareRead(whole, copy);
  const right = quantities.filter(
    ({ older, newer, difference }) => order[newer.page - 1] === older.page - 1 && difference === 0,
  ).length;
  const missed = unmatched.older.filter(({ placed }) => order.includes(placed.page - 1)).length;
  return { right, wrong: quantities.length - right, missed };
}

const blankLike = (page: PageContent): PageContent => ({ ...page, characters: [], rules: [], scanned: false });

function readPages(pages: readonly PageContent[]): ReadDocument {
  const inOrder = pages.map((page, at) => ({ ...page, index: at + 1 }));
  return readDocument({ pages: inOrder, pageLabels: readPageLabels(inOrder) });
}
