import type { Comparison } from '../comparison/compare-documents.ts';
import { type Entry, pathOf } from '../entries/entry.ts';
import { joined } from './printed-comparison.ts';

const percent = (value: number) => `${Math.round(value * 100)}%`;
const quantitiesOf = (entry: Entry) =>
  entry.quantities
    .map(({ column, quantity, unit }) => {
      const header = column.map((label) => label.printed).join('/');
      return `${header === '' ? '' : `${header}=`}${quantity.text}${quantity.unit || !unit ? '' : ` (${unit.text})`}`;
    })
    .join('  ');

/** What was read on a page of the new paper, each row with its counterpart and how sure that is, as text for a developer. */
export function explainPage(comparison: Comparison, page: number): string {
  const pairOf = new Map(comparison.rows.map((row) => [row.newer.entry, row]));
  const lines = comparison.papers.newer.entries
    .filter((entry) => entry.page === page)
    .flatMap((entry) => {
      const pair = pairOf.get(entry);
      const shown = [`${entry.kind.padEnd(6)} ${joined(pathOf(entry))}`, `         ${quantitiesOf(entry)}`];
      if (!pair) return [...shown, '       × no counterpart'];
      const { score, label, parents, columns } = pair.similarity;
      const remarks = `${pair.moved ? ', moved' : ''}${pair.correction ? ', said by a person' : ''}`;
      const reasons = `label ${percent(label)}, parents ${percent(parents)}, columns ${percent(columns)}`;
      const older = pair.older.entry;
      return [
        ...shown,
        `       = ${percent(score)} (${reasons}${remarks}) old page ${older.page}: ${joined(pathOf(older))}`,
        `         ${quantitiesOf(older)}`,
      ];
    });
  const partners = comparison.pages.filter(([, newer]) => newer === page).map(([older]) => older);
  const heading = `new page ${page} ↔ old pages ${partners.join(', ') || 'none'}; years ahead: ${comparison.yearShift}`;
  return [heading, ...lines.filter((line) => line.trim() !== '')].join('\n');
}
