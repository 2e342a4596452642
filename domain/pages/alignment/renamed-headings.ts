import type { Entry } from '../entries/entry.ts';
import { areContrary } from '../words/contrast.ts';
import type { Label } from '../words/label.ts';
import { labelSimilarity } from '../words/label-similarity.ts';
import { readNumbering } from '../words/numbering.ts';

/** The newer paper's name for the heading at the end of a path of the older one, null where it has the same. */
export type NewNameOf = (path: readonly Label[]) => Label | null;

/** What stands below a heading: its rows, and the columns that any of them has. */
interface Section {
  readonly path: readonly Label[];
  readonly rows: Set<string>;
  readonly columns: Set<string>;
  /** Over all rows of its paper. */
  readonly isTitle: boolean;
}

/** Headings of less rows are not told by them. */
const FEWEST_ROWS = 2;
/** Two sections are the same where so many of their rows and of their columns are. */
const SAME = 0.8;
/** Of names that differ in more than a word put in or left out, this much must agree. */
const ALIKE = 0.5;

/**
 * A heading that lost or gained a word is known by what stands below it: under the same headings, numbered in the same way,
 * the same rows in the same columns, and no other section of either paper like it. So is the title over a whole paper, whatever it
 * says.
 */
export function renamedHeadings(older: readonly Entry[], newer: readonly Entry[]): NewNameOf {
  const [before, after] = [sectionsOf(older), sectionsOf(newer)];
  const inBoth = headingsInBoth(before, after);
  const gone = onlyIn(before, after);
  const come = onlyIn(after, before);
  const pairs = gone.flatMap((one) =>
    come.filter((other) => isRenamed(one, other, inBoth)).map((other) => ({ one, other })),
  );
  const names = new Map<string, Label>();
  const last = new Set<string>();
  for (const { one, other } of pairs) {
    const isOnly = pairs.every((pair) => (pair.one === one) === (pair.other === other));
    if (!isOnly) continue;
    names.set(keyOfPath(one.path), other.path.at(-1)!);
    last.add(one.path.at(-1)!.key);
  }
  return (path) => (last.has(path.at(-1)!.key) ? (names.get(keyOfPath(path)) ?? null) : null);
}

const keyOfPath = (path: readonly Label[]) => path.map(({ key }) => key).join('\n');

function sectionsOf(entries: readonly Entry[]): Map<string, Section> {
  const sections = new Map<string, Section>();
  const rows = entries.filter(({ kind }) => kind === 'row');
  const title = rows[0]?.parents[0]?.key;
  const isTitled = rows.every(({ parents }) => parents[0]?.key === title);
  for (const { parents, label, quantities } of rows) {
    const keys = parents.map(({ key }) => key);
    for (let depth = 1; depth <= parents.length; depth += 1) {
      const key = keys.slice(0, depth).join('\n');
      const section = sections.get(key) ?? {
        ...{ path: parents.slice(0, depth), rows: new Set(), columns: new Set() },
        isTitle: isTitled && depth === 1,
      };
      sections.set(key, section);
      section.rows.add([...keys.slice(depth), label.key].join('\n'));
      for (const { column } of quantities) section.columns.add(keyOfPath(column));
    }
  }
  return sections;
}

/** Of a heading that only one paper prints, such as a running head, the place of a section says nothing. */
function headingsInBoth(
  before: ReadonlyMap<string, Section>,
  after: ReadonlyMap<string, Section>,
): ReadonlySet<string> {
  const keysOf = (sections: ReadonlyMap<string, Section>) =>
    new Set([...sections.values()].flatMap(({ path }) => path.map(({ key }) => key)));
  const other = keysOf(after);
  return new Set([...keysOf(before)].filter((key) => other.has(key)));
}

/** Sections that the other paper lacks. */
function onlyIn(own: ReadonlyMap<string, Section>, other: ReadonlyMap<string, Section>): Section[] {
  return [...own].flatMap(([key, section]) => {
    return !other.has(key) && section.rows.size >= FEWEST_ROWS ? [section] : [];
  });
}

function isRenamed(one: Section, other: Section, inBoth: ReadonlySet<string>): boolean {
  const above = ({ path }: Section) => keyOfPath(path.slice(0, -1).filter(({ key }) => inBoth.has(key)));
  if (above(one) !== above(other)) return false;
  if (inBoth.has(one.path.at(-1)!.key) || inBoth.has(other.path.at(-1)!.key)) return false;
  const [a, b] = [one.path.at(-1)!, other.path.at(-1)!];
  if (a.key === '' || b.key === '' || areContrary(a, b)) return false;
  // What stands over the whole of both papers names nothing in them.
  const areTitles = one.isTitle && other.isTitle;
  if (!areTitles && styleOf(a) !== styleOf(b)) return false;
  if (!areTitles && !isWordMore(a.key, b.key) && labelSimilarity(a, b) < ALIKE) return false;
  return areAlike(one.rows, other.rows) && areAlike(one.columns, other.columns);
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const common = [...one].filter((each) => other.has(each)).length;
  return common >= SAME * Math.max(one.size, other.size);
}

const styleOf = ({ printed }: Label) => readNumbering(printed).style;

/** True where one name is the other with a stretch put in. */
function isWordMore(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  return long.endsWith(short.slice(start));
}
