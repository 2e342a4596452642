/** A number in [0, 1) that depends on the key alone (FNV-1a, then one round of murmur3's finalizer). */
export function seeded(key: string): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A number in [from, to) that depends on the key alone. */
export const between = (key: string, from: number, to: number): number => from + (to - from) * seeded(key);

/** One of the choices, by the key alone. */
export const oneOf = <T>(key: string, choices: readonly T[]): T => choices[Math.floor(seeded(key) * choices.length)]!;
