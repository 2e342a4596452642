import type { EntryPair } from '../../alignment/align-entries.ts';
import type { Side } from '../../alignment/numbered-labels.ts';
import type { Comparison } from '../../comparison/compare-documents.ts';
import { isSure } from '../../comparison/doubt.ts';
import { type Entry, pathOf } from '../../entries/entry.ts';
import { groupBy } from '../../sheet/group-by.ts';
import { columnOf } from '../compared-lines.ts';
import { partsAmong } from './divided-rows.ts';
import { type Hindrance, hindrance, isRow, type Places } from './hindrance.ts';

/** Rows under the same name of which a number is paired without being sure. */
export function doubtfulRows({ quantities }: Comparison, placed: Places): Hindrance[] {
  const unsure = quantities.flatMap(({ confidence, row }) => (isSure(confidence) || row.correction ? [] : row));
  return [...new Set(unsure)].filter(isSameName).map(({ older, newer }) =>
    hindrance('doubtful', pathOf(newer.entry), {
      older: placed.row('older', older.entry),
      newer: placed.row('newer', newer.entry),
    }),
  );
}

/**
 * Rows of the older paper that stand nowhere, those that several new rows have taken the place of told apart. What went with
 * the row that it belonged to is counted with it.
 */
export function goneRows(comparison: Comparison, placed: Places): Hindrance[] {
  const partsOf = partsAmong(leftRows(comparison, 'newer'));
  const found = new Map<string, Hindrance>();
  for (const entry of leftRows(comparison, 'older')) {
    const above = found.get(entry.parents.map(({ printed }) => printed).join('\n'));
    if (above?.kind === 'gone') {
      above.rows += 1;
      found.set(pathOf(entry).join('\n'), above);
    } else found.set(pathOf(entry).join('\n'), goneRow(entry, partsOf(entry), placed));
  }
  return [...new Set(found.values())];
}

function goneRow(entry: Entry, parts: readonly Entry[], placed: Places): Hindrance {
  const older = placed.row('older', entry);
  if (parts.length === 0) return hindrance('gone', pathOf(entry), { older, newer: null });
  const names = parts.map(({ label }) => label.printed).join('、');
  return hindrance('split', pathOf(entry), { older, newer: placed.of('newer', parts[0]!, names) });
}

/** Rows without a counterpart of which nobody has said that this is right. */
function leftRows({ papers, rows, alone }: Comparison, side: Side): Entry[] {
  const paired = new Set(rows.map((pair) => pair[side].position));
  return papers[side].entries.filter((entry, at) => isRow(entry) && !paired.has(at) && !alone[side].has(at));
}

/** Rows, and headings over rows, that bear another name or number, or stand elsewhere; those of one heading that moved, once. */
export function renamedRows({ rows, papers }: Comparison, placed: Places): Hindrance[] {
  const headings = new Set(
    papers.newer.entries.flatMap((entry) => (isRow(entry) ? entry.parents.map(({ printed }) => printed) : [])),
  );
  const changed = rows.filter(
    (pair) => !pair.correction && (isRow(pair.newer.entry) || headings.has(pair.newer.entry.label.printed)),
  );
  const named = changed.flatMap((pair) => renamedRow(pair, placed));
  const moved = changed.filter((pair) => pair.moved && isSameName(pair) && isRow(pair.newer.entry));
  const perHeading = groupBy(moved, ({ newer: { entry } }) => entry.parents.map(({ printed }) => printed).join('\n'));
  return [...named, ...[...perHeading.values()].map((pairs) => movedRows(pairs, placed))];
}

const isSameName = ({ older, newer }: EntryPair) =>
  newer.entry.isUnnamed || older.entry.label.key === newer.entry.label.key;

function renamedRow(pair: EntryPair, placed: Places): Hindrance[] {
  const [older, newer] = [pair.older.entry, pair.newer.entry];
  const places = { older: placed.row('older', older), newer: placed.row('newer', newer) };
  if (!isSameName(pair)) return [hindrance('renamed', pathOf(newer), places)];
  if (pair.moved || older.label.number === newer.label.number) return [];
  return [hindrance('renumbered', pathOf(newer), places)];
}

function movedRows(pairs: readonly EntryPair[], placed: Places): Hindrance {
  const { older, newer } = pairs[0]!;
  const heading = newer.entry.parents.map(({ printed }) => printed);
  const places = { older: placed.row('older', older.entry), newer: placed.row('newer', newer.entry) };
  return hindrance('moved', pairs.length === 1 ? pathOf(newer.entry) : heading, places, { rows: pairs.length });
}

/** Amounts that the newer paper gives for the year before and the older one printed otherwise. */
export function restatedRows({ restated }: Comparison, placed: Places): Hindrance[] {
  return restated.map(({ entry, older, newer }) =>
    hindrance('restated', [...pathOf(entry), ...columnOf(newer)], {
      older: placed.of('older', older, older.quantity.text),
      newer: placed.of('newer', newer, newer.quantity.text),
    }),
  );
}
