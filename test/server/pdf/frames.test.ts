import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFrames, encodeFrame, type Frame, type FrameHeader } from '../../../server/pdf/frames.ts';

async function* cut(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

test('frames come through however the bytes are cut', async () => {
  const title = fc.record({ title: fc.string({ unit: 'grapheme' }), body: fc.uint8Array({ maxLength: 300 }) });
  const property = fc.asyncProperty(
    fc.array(title, { maxLength: 5 }),
    fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }),
    async (sent, lengths) => {
      const header = (text: string): FrameHeader => ({
        type: 'document',
        pageCount: 1,
        title: text,
        outline: [],
        isIncomplete: false,
        unreadablePart: null,
      });
      const bytes = Buffer.concat(sent.map((frame) => encodeFrame(header(frame.title), [Buffer.from(frame.body)])));
      const received: Frame[] = [];
      for await (const frame of decodeFrames(cut(bytes, lengths))) received.push(frame);
      expect(received.map((frame) => frame.header)).toEqual(sent.map((frame) => header(frame.title)));
      expect(received.map((frame) => [...frame.body])).toEqual(sent.map((frame) => [...frame.body]));
    },
  );
  await fc.assert(property, { seed: 20261123, numRuns: 60 });
});

test('a frame that claims an absurd length is refused', async () => {
  const frames = decodeFrames(cut(Buffer.alloc(64, 0xff), [64]));
  await expect(frames.next()).rejects.toThrow('too long');
});
