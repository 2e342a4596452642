import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { capWasmMemory } from '../../../server/pdf/child/wasm-memory.ts';

/** A module that exports one memory, of one page, with a maximum of 32,768 pages in three bytes. */
const module = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 6, 1, 1, 1, 0x80, 0x80, 2, 7, 5, 1, 1, 0x6d, 2, 0];

test('the memory of a capped module does not grow past the maximum', async () => {
  const binary = Uint8Array.from(module);
  capWasmMemory(binary, 2);
  const { instance } = await WebAssembly.instantiate(binary);
  const memory = instance.exports.m as WebAssembly.Memory;
  expect(memory.grow(31)).toBe(1);
  expect(() => memory.grow(1)).toThrow(RangeError);
});

test('a module without a maximum is refused', () => {
  const binary = Uint8Array.from([...module.slice(0, 8), 5, 3, 1, 0, 1]);
  expect(() => capWasmMemory(binary, 2)).toThrow('no memory maximum');
});

test('PDFium as it is installed can be capped', () => {
  const path = fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const binary = new Uint8Array(readFileSync(path));
  capWasmMemory(binary, 512);
  expect(WebAssembly.validate(binary)).toBe(true);
});
