import type { Member } from '../../../../contract/committees.ts';
import { type PastedMember, plainName } from './read-pasted.ts';

type Listed = Pick<Member, 'id' | 'name'>;

/**
 * The ids of `listed` in the order that the rows' 順 asks for, those without one after them as they stand; null where that changes
 * nothing.
 */
export function pastedOrder(rows: readonly PastedMember[], listed: readonly Listed[]): number[] | null {
  const placed = rows
    .filter(({ place, problem }) => place !== null && problem === '')
    .toSorted((one, other) => one.place! - other.place!);
  const first = placed.flatMap(
    ({ input }) => listed.find(({ name }) => plainName(name) === plainName(input.name)) ?? [],
  );
  const ordered = [...first, ...listed.filter((member) => !first.includes(member))].map(({ id }) => id);
  return ordered.every((id, index) => id === listed[index]?.id) ? null : ordered;
}

/** Whether saving the rows will change the order of `present`, new members among them. */
export function willReorder(rows: readonly PastedMember[], present: readonly Listed[]): boolean {
  const added = rows.filter(({ target, problem }) => target === null && problem === '');
  return pastedOrder(rows, [...present, ...added.map(({ line, input }) => ({ id: -line, name: input.name }))]) !== null;
}
