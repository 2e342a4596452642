/** The list with the item at `index` one place up (-1) or down (1); the same list at its ends. */
export function moved<T>(list: readonly T[], index: number, step: -1 | 1): readonly T[] {
  const item = list[index];
  const other = list[index + step];
  if (item === undefined || other === undefined) return list;
  return list.map((value, place) => (place === index ? other : place === index + step ? item : value));
}

/** The list with the item at `from` standing at `to`. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined) return list;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}
