const memorySection = 5;
const headerLength = 8;

/**
 * Lowers the memory maximum declared in a WebAssembly binary, in place, so that the engine itself refuses to grow past it.
 * The number is rewritten in as many LEB128 bytes as it had.
 */
export function capWasmMemory(binary: Uint8Array, mebibytes: number): void {
  const reader = { binary, at: headerLength };
  while (reader.at < binary.length) {
    const section = binary[reader.at++];
    const end = readLeb(reader) + reader.at;
    if (section === memorySection) {
      readLeb(reader);
      const hasMaximum = (readLeb(reader) & 1) === 1;
      readLeb(reader);
      if (!hasMaximum) break;
      const start = reader.at;
      readLeb(reader);
      writeLeb(binary.subarray(start, reader.at), mebibytes * 16);
      return;
    }
    reader.at = end;
  }
  throw new Error('the WebAssembly binary declares no memory maximum');
}

function readLeb(reader: { binary: Uint8Array; at: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = reader.binary[reader.at++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}

function writeLeb(target: Uint8Array, value: number): void {
  let rest = value;
  for (let index = 0; index < target.length; index++) {
    target[index] = (rest & 127) | (index < target.length - 1 ? 128 : 0);
    rest >>= 7;
  }
  if (rest > 0) throw new Error('the memory maximum does not fit');
}
