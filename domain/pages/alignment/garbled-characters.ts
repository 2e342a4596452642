import type { Entry } from '../entries/entry.ts';
import type { Label } from '../words/label.ts';

const order = new Intl.Collator('ja');
const KANJI = /\p{Script=Han}/u;
/** Japanese order has the 2,965 kanji of JIS level 1 before all others; 腕 is their last. */
const isRare = (character: string) => KANJI.test(character) && order.compare(character, '腕') > 0;

/** In shorter names one other character may be another thing. */
const SHORTEST_NAME = 3;

/**
 * Entries with the characters put right that a paper's font maps wrongly: its 邴市計画税 looks like 都市計画税 and is, where 邴
 * is a rare character that the other paper does not have and stands for 都 in every name that the two have otherwise alike.
 */
export function withoutGarbled(entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const own = labelsOf(entries);
  const suspects = [...own].filter(({ printed }) => [...printed].some(isRare));
  if (suspects.length === 0) return entries;
  const other = labelsOf(others);
  const known = new Set([...other].flatMap(({ key }) => [...key]));
  const meanings = meaningsOf(suspects, other, (character) => isRare(character) && !known.has(character));
  return meanings.size === 0 ? entries : translated(entries, meanings);
}

function labelsOf(entries: readonly Entry[]): Set<Label> {
  const labels = new Set<Label>();
  for (const { label, parents, quantities } of entries) {
    labels.add(label);
    for (const parent of parents) labels.add(parent);
    for (const { column } of quantities) for (const header of column) labels.add(header);
  }
  return labels;
}

/** What each garbled character stands for; one that could stand for several is left as it is. */
function meaningsOf(
  suspects: readonly Label[],
  others: ReadonlySet<Label>,
  isGarbled: (character: string) => boolean,
): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { key } of suspects) {
    const characters = [...key];
    if (characters.length < SHORTEST_NAME || characters.every(isGarbled)) continue;
    for (const other of others) {
      if (other.key.length !== key.length || other.key === key) continue;
      const meant = [...other.key];
      if (!characters.every((character, i) => character === meant[i] || isGarbled(character))) continue;
      characters.forEach((character, i) => {
        if (character !== meant[i]) found.set(character, (found.get(character) ?? new Set()).add(meant[i]!));
      });
    }
  }
  const clear = [...found].flatMap(([garbled, meant]) =>
    meant.size === 1 ? [[garbled, [...meant][0]!] as const] : [],
  );
  const taken = clear.map(([, meant]) => meant);
  return new Map(clear.filter(([, meant]) => taken.indexOf(meant) === taken.lastIndexOf(meant)));
}

function translated(entries: readonly Entry[], meanings: ReadonlyMap<string, string>): Entry[] {
  const known = new Map<Label, Label>();
  const put = (text: string) => [...text].map((character) => meanings.get(character) ?? character).join('');
  const right = (label: Label): Label => {
    const done = known.get(label) ?? { ...label, printed: put(label.printed), key: put(label.key) };
    known.set(label, done);
    return done;
  };
  return entries.map((entry) => ({
    ...entry,
    label: right(entry.label),
    parents: entry.parents.map(right),
    remark: right(entry.remark),
    quantities: entry.quantities.map((placed) => ({ ...placed, column: placed.column.map(right) })),
  }));
}
