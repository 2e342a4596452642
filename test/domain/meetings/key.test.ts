import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeKey, linkKeyLength, printedCode, readKey, typedCodeLength } from '../../../domain/meetings/key.ts';

describe('keys', () => {
  test('ten bytes are a link key, five a typed code', () => {
    expect(encodeKey(new Uint8Array(10).fill(255))).toBe('Z'.repeat(linkKeyLength));
    expect(encodeKey(new Uint8Array([0x12, 0x34, 0x56, 0x78, 0x9a]))).toBe('28T5CY4T');
    expect(printedCode('28T5CY4T')).toBe('28T5-CY4T');
  });

  test.each([
    ['28t5-cy4t', '28T5CY4T'],
    ['２８Ｔ５－ＣＹ４Ｔ', '28T5CY4T'],
    ['28T5 CY4T', '28T5CY4T'],
    ['o0il-1234', '00111234'],
    ['28T5CY4', null],
    ['28T5CY4U', null],
    ['', null],
  ])('typed %s', (typed, code) => expect(readKey(typed, typedCodeLength)).toBe(code));

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
        const code = encodeKey(bytes);
        expect(readKey(printedCode(code).toLowerCase(), typedCodeLength)).toBe(code);
      }),
      { seed: 20240123 },
    );
  });
});
