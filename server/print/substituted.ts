import { findUnprintable } from './font-coverage.ts';
import type { Json } from './printable-text.ts';

/** A value with 〓 for each character that no font has. */
export function substituted(value: Json): Json {
  if (typeof value === 'string')
    return findUnprintable([value])
      .flatMap(({ characters }) => characters)
      .reduce((text, character) => text.replaceAll(character, '〓'), value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(substituted);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substituted(inner)]));
}
