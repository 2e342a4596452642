import type { Quantity } from './paper.ts';
import type { PrintedPaper } from './printed-paper.ts';

type Change = { readonly kind: string; readonly [fact: string]: string | number };

/** What a careful reader would say has happened to a paper from one year to the other. */
export function changesBetween(old: PrintedPaper, neu: PrintedPaper): Change[] {
  return [
    ...sectionChanges(old, neu),
    ...columnChanges(old, neu),
    ...quantityChanges(old, neu),
    ...handChanges(old, neu),
  ];
}

function sectionChanges(old: PrintedPaper, neu: PrintedPaper): Change[] {
  const [before, after] = [old.paper.sections, neu.paper.sections];
  const added = [...after]
    .filter(([id]) => !before.has(id))
    .map(([id, printed]) => ({ kind: 'added', id, new: printed, newPage: pageOf(neu, id) }));
  const dropped = [...before]
    .filter(([id]) => !after.has(id))
    .map(([id, printed]) => ({ kind: 'dropped', id, old: printed, oldPage: pageOf(old, id) }));
  const kept = [...after]
    .filter(([id]) => before.has(id))
    .flatMap(([id, printed]): Change[] => {
      const pages = { oldPage: pageOf(old, id), newPage: pageOf(neu, id) };
      const was = before.get(id)!;
      const renumbered =
        was.normalize('NFKC') !== printed.normalize('NFKC')
          ? [{ kind: 'renumbered', id, old: was, new: printed, ...pages }]
          : [];
      return pages.oldPage === pages.newPage ? renumbered : [...renumbered, { kind: 'moved', id, ...pages }];
    });
  return [...added, ...dropped, ...kept];
}

const pageOf = ({ places }: PrintedPaper, id: string) => places.get(id)!;

/** A column that stands in a line both papers have, but only in one of them. */
function columnChanges(old: PrintedPaper, neu: PrintedPaper): Change[] {
  const named = (kind: string, mine: PrintedPaper, other: PrintedPaper) => {
    const lines = new Set(other.paper.quantities.map(({ label }) => label));
    const columns = new Set(other.paper.quantities.map(({ column }) => column));
    const own = mine.paper.quantities.filter(({ label, column }) => lines.has(label) && !columns.has(column));
    return [...new Set(own.map(({ column }) => column))].map((column) => ({ kind, column }));
  };
  return [...named('column-inserted', neu, old), ...named('column-removed', old, neu)];
}

function quantityChanges(old: PrintedPaper, neu: PrintedPaper): Change[] {
  const before = new Map(old.paper.quantities.map((of): [string, Quantity] => [of.id, of]));
  const both = neu.paper.quantities.flatMap((is) => {
    const was = before.get(is.id);
    return was ? [{ was, is }] : [];
  });
  const units = new Set(
    both.filter(({ was, is }) => was.unit !== is.unit).map(({ was, is }) => `${was.unit}>${is.unit}`),
  );
  const same = old.meeting === neu.meeting;
  const rewritten = both.filter(({ was, is }) => was.value !== is.value && was.unit === is.unit && (same || is.ofYear));
  const lines = same ? neu.paper.quantities.filter(({ id }) => !before.has(id)) : [];
  return [
    ...[...units].map((units) => ({ kind: 'unit-changed', old: units.split('>')[0]!, new: units.split('>')[1]! })),
    ...rewritten.map(({ was, is }) => ({
      kind: same ? 'corrected' : 'restated',
      label: is.label,
      column: is.column,
      old: was.text,
      new: is.text,
      oldPage: pageOf(old, is.id),
      newPage: pageOf(neu, is.id),
    })),
    ...lines.map(({ id, label, text }) => ({ kind: 'line-added', label, new: text, newPage: pageOf(neu, id) })),
  ];
}

function handChanges(old: PrintedPaper, neu: PrintedPaper): Change[] {
  const [was, is] = [old.paper.facts.hand, neu.paper.facts.hand];
  return [
    ...(was.digits !== is.digits ? [{ kind: 'digits-changed', old: was.digits, new: is.digits }] : []),
    ...(was.minus !== is.minus ? [{ kind: 'minus-changed', old: was.minus, new: is.minus }] : []),
  ];
}
