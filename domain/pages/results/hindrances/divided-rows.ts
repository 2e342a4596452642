import type { Entry, PlacedQuantity } from '../../entries/entry.ts';
import { groupBy } from '../../sheet/group-by.ts';
import { roleOfColumn } from '../../words/header-sense.ts';

/** A row that only the new paper has, with what it prints for last year. */
interface NewRow {
  readonly entry: Entry;
  readonly previous: readonly PlacedQuantity[];
}

/** Says of a row that only the older paper has into which rows it was divided. */
type PartsOfGone = (gone: Entry) => readonly Entry[];

/**
 * The rows that only the new paper has, asked which of them a row of the older paper was divided into; none where nothing says
 * so. Said by what the new paper prints for last year, which adds up to the old row's amount, or by two and more rows that bear
 * its name with something behind.
 */
export function partsAmong(come: readonly Entry[]): PartsOfGone {
  const rows = come.map((entry) => ({ entry, previous: entry.quantities.filter(isOfLastYear) }));
  const byHeading = groupBy(rows, ({ entry }) => innermost(entry));
  return (gone) => {
    const beside = byHeading.get(innermost(gone)) ?? [];
    const named = beside.flatMap(({ entry }) => (bearsNameOf(gone, entry) ? [entry] : []));
    if (gone.label.key.length > 1 && named.length > 1) return named;
    const amount = gone.quantities.find((placed) => !isOfLastYear(placed));
    return amount && amount.quantity.value !== 0 ? runOfSum(amount, beside) : [];
  };
}

const bearsNameOf = (gone: Entry, { label }: Entry) =>
  label.key !== gone.label.key && label.key.startsWith(gone.label.key);

/** Two or more rows in a row whose amounts of last year make up the amount; zeros make up nothing. */
function runOfSum({ quantity, unit }: PlacedQuantity, rows: readonly NewRow[]): readonly Entry[] {
  const wanted = quantity.value * (unit?.scale ?? 1);
  const previous = rows.map((row) => {
    const same = row.previous.find((placed) => placed.unit?.measure === unit?.measure);
    return same ? same.quantity.value * (same.unit?.scale ?? 1) : 0;
  });
  const mayShrink = previous.some((value) => value < 0);
  for (let from = 0; from < rows.length; from += 1) {
    let sum = 0;
    for (let to = from; previous[to] && (mayShrink || sum <= wanted); to += 1) {
      sum += previous[to]!;
      if (to > from && sum === wanted) return rows.slice(from, to + 1).map(({ entry }) => entry);
    }
  }
  return [];
}

const isOfLastYear = ({ column }: PlacedQuantity) => roleOfColumn(column) === 'previous';
const innermost = ({ parents }: Entry) => parents.at(-1)?.key ?? '';
