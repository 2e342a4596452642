import { findUnprintable } from './font-coverage.ts';
import type { Json } from './printable-text.ts';

const ofReports = ['gothic', 'noto', 'emoji'] as const;

/** A value with 〓 for each character that no font of the reports has: what members write holds emoji. */
export function substituted(value: Json): Json {
  if (typeof value === 'string')
    return findUnprintable([value], ofReports)
      .flatMap(({ characters }) => characters)
      .reduce((text, character) => text.replaceAll(character, '〓'), value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(substituted);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substituted(inner)]));
}
