import type { Entry, PlacedQuantity } from '../../entries/entry.ts';
import { roleOfColumn } from '../../words/header-sense.ts';

/**
 * The new rows into which a row of the older paper was divided; none where nothing says so. Said by what the new paper
 * prints for last year, which adds up to the old row's amount, or by two and more rows that bear its name with something behind.
 */
export function partsOfGone(gone: Entry, come: readonly Entry[]): readonly Entry[] {
  const beside = come.filter((entry) => innermost(entry) === innermost(gone));
  const named = beside.filter(({ label }) => label.key !== gone.label.key && label.key.startsWith(gone.label.key));
  if (gone.label.key.length > 1 && named.length > 1) return named;
  const amount = gone.quantities.find(({ column }) => roleOfColumn(column) !== 'previous');
  return amount && amount.quantity.value !== 0 ? runOfSum(amount, beside) : [];
}

/** Two or more rows in a row whose amounts of last year make up the amount; zeros make up nothing. */
function runOfSum(amount: PlacedQuantity, rows: readonly Entry[]): readonly Entry[] {
  const previous = rows.map((row) => row.quantities.find((placed) => isOfLastYear(placed, amount)) ?? null);
  for (let from = 0; from < rows.length; from += 1) {
    let sum = 0;
    for (let to = from; to < rows.length; to += 1) {
      const value = previous[to]?.quantity.value;
      if (!value) break;
      sum += value * (previous[to]!.unit?.scale ?? 1);
      if (to > from && sum === amount.quantity.value * (amount.unit?.scale ?? 1)) return rows.slice(from, to + 1);
    }
  }
  return [];
}

const isOfLastYear = (placed: PlacedQuantity, amount: PlacedQuantity) =>
  roleOfColumn(placed.column) === 'previous' && placed.unit?.measure === amount.unit?.measure;

const innermost = ({ parents }: Entry) => parents.at(-1)?.key ?? '';
