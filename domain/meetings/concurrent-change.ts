/** What a form holds, by the names of its fields. */
export type Held = Readonly<Record<string, string>>;

export interface ConcurrentChange {
  readonly field: string;
  /** As both saw it first, and as the other one stored it since. */
  readonly before: string;
  readonly after: string;
  /** What this person had made of it meanwhile; null where they left it alone, and the other's holds. */
  readonly mine: string | null;
}

/**
 * Two people at one form: `base` is what both began with, `mine` what this one holds now, `theirs` what the other stored.
 * Each field that the other changed, but those that both made the same of.
 */
export function concurrentChanges(base: Held, mine: Held, theirs: Held): ConcurrentChange[] {
  return Object.keys(theirs).flatMap((field) => {
    const [before = '', after = '', own = ''] = [base[field], theirs[field], mine[field]];
    if (before === after || own === after) return [];
    return [{ field, before, after, mine: own === before ? null : own }];
  });
}

interface Item {
  readonly id?: number;
}

/**
 * The same of a list: mine as it stands, without what the other removed, and with what the other added at its end.
 * Items that are mine alone have no id.
 */
export function mergeLists<Mine extends Item, Theirs extends Mine & { readonly id: number }>(
  base: readonly { readonly id: number }[],
  mine: readonly Mine[],
  theirs: readonly Theirs[],
): Mine[] {
  const known = new Set(base.map(({ id }) => id));
  const left = new Set(theirs.map(({ id }) => id));
  return [...mine.filter(({ id }) => id === undefined || left.has(id)), ...theirs.filter(({ id }) => !known.has(id))];
}
