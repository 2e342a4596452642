/** The list with the item at `index` one place up (-1) or down (1); the same list at its ends. */
export function moved<T>(list: readonly T[], index: number, step: -1 | 1): readonly T[] {
  const item = list[index];
  const other = list[index + step];
  if (item === undefined || other === undefined) return list;
  return list.map((value, place) => (place === index ? other : place === index + step ? item : value));
}
