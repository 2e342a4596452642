import type { Comparison } from '../../comparison/compare-documents.ts';
import { changedUnits, loneColumns } from './columns.ts';
import { type Hindrance, hindrance, hindranceKinds, Places } from './hindrance.ts';
import { doubtfulRows, goneRows, renamedRows, restatedRows } from './rows.ts';

/** Everything that makes the newer paper hard to compare with the older, by kind and then by page. */
export function hindrancesOf(comparison: Comparison): Hindrance[] {
  const placed = new Places(comparison);
  const found = [
    ...doubtfulRows(comparison, placed),
    ...goneRows(comparison, placed),
    ...renamedRows(comparison, placed),
    ...changedUnits(comparison, placed),
    ...loneColumns(comparison, placed),
    ...restatedRows(comparison, placed),
    ...scannedPages(comparison, placed),
  ];
  const order = (one: Hindrance) => hindranceKinds.indexOf(one.kind);
  const pageOf = ({ newer, older }: Hindrance) => (newer ?? older)!.page;
  return found.sort((one, other) => order(one) - order(other) || pageOf(one) - pageOf(other));
}

/** Pages that are pictures: nothing on them can be compared. */
function scannedPages({ papers }: Comparison, placed: Places): Hindrance[] {
  return papers.newer.pages
    .filter(({ scanned }) => scanned)
    .map(({ index }) =>
      hindrance('scanned', [], { older: null, newer: placed.page('newer', index) }, { detail: `${index}` }),
    );
}
