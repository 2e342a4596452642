import pg from 'pg';

/** int8 as a number. Throws RangeError where a number would not be exact. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is outside the safe integers of JavaScript`);
  return value;
}

const keepText = (text: string) => text;
// pg's list of type ids leaves the arrays out.
const textArray: number = 1009;
const readTextArray = pg.types.getTypeParser(textArray, 'text');

/** By the type's oid; the arrays' oids are not among pg's builtins. */
const readers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, readInt8],
  [1016, (text) => readTextArray(text).map((item: string | null) => (item === null ? null : readInt8(item)))],
  [pg.types.builtins.DATE, keepText],
  [1182, readTextArray],
]);

/** How values arrive from either database: int8 → number (exact or an error), date → 'YYYY-MM-DD', timestamptz → Date,
 * json → parsed, numeric → its exact text (cast to int8 or float8 in SQL where a number is wanted). */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
    return readers.get(oid) ?? pg.types.getTypeParser(oid, 'text');
  },
};
