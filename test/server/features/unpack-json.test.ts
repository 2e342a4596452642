import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unpackJson } from '../../../server/features/comparisons/unpack-json.ts';

test('what was packed is unpacked, whatever lies before and behind it, and stays as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(9), fc.nat(5_000), (value, before, times) => {
      const text = JSON.stringify({ value, long: '歳出'.repeat(times) });
      const packed = Buffer.concat([Buffer.alloc(before), gzipSync(text)]).subarray(before);
      for (const _ of [1, 2]) expect(JSON.stringify(unpackJson(packed))).toBe(text);
    }),
  );
});
