import type { ExplainedComparison } from '../comparison/compare-documents.ts';
import type { Entry } from '../entries/entry.ts';
import { labelText } from '../entries/entry.ts';

const percent = (value: number) => `${Math.round(value * 100)}%`;
const quantitiesOf = (entry: Entry) =>
  entry.quantities
    .map(({ column, quantity, unit }) => {
      const header = column.map((label) => label.printed).join('/');
      return `${header === '' ? '' : `${header}=`}${quantity.text}${quantity.unit || !unit ? '' : ` (${unit.text})`}`;
    })
    .join('  ');

/** What was read on a page of the new paper, each row with its counterpart and how sure that is, as text for a developer. */
export function explainPage(comparison: ExplainedComparison, page: number): string {
  const pairOf = new Map(comparison.rows.map((row) => [row.newer.entry, row]));
  const lines = comparison.entries.newer
    .filter((entry) => entry.page === page)
    .flatMap((entry) => {
      const pair = pairOf.get(entry);
      const shown = [`${entry.kind.padEnd(6)} ${labelText(entry)}`, `         ${quantitiesOf(entry)}`];
      if (!pair) return [...shown, '       × no counterpart'];
      const { score, label, parents, columns } = pair.similarity;
      const remarks = `${pair.moved ? ', moved' : ''}${pair.corrected ? ', said by a person' : ''}`;
      const reasons = `label ${percent(label)}, parents ${percent(parents)}, columns ${percent(columns)}`;
      const older = pair.older.entry;
      return [
        ...shown,
        `       = ${percent(score)} (${reasons}${remarks}) old page ${older.page}: ${labelText(older)}`,
        `         ${quantitiesOf(older)}`,
      ];
    });
  const partners = comparison.pages.filter(([, newer]) => newer === page).map(([older]) => older);
  const heading = `new page ${page} ↔ old pages ${partners.join(', ') || 'none'}; years ahead: ${comparison.yearShift}`;
  return [heading, ...lines.filter((line) => line.trim() !== '')].join('\n');
}
