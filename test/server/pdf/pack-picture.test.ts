import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { packGreys } from '../../../server/pdf/child/pack-picture.ts';
import { writePng } from '../../../server/pdf/child/png.ts';

const grey = fc.oneof({ weight: 3, arbitrary: fc.constant(255) }, fc.constantFrom(0, 90, 200));
const raster = fc
  .tuple(fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) =>
    fc
      .array(grey, { minLength: width * height, maxLength: width * height })
      .map((pixels) => ({ width, height, channels: 1 as const, pixels: Uint8Array.from(pixels) })),
  );

test('a picture of greys shows each pixel in the nearest of sixteen, whatever its width', async () => {
  await fc.assert(
    fc.asyncProperty(raster, async (drawn) => {
      const png = await writePng(packGreys(drawn)!);
      const shown = await sharp(png).extractChannel(0).raw().toBuffer();
      const nearest = Array.from(drawn.pixels, (value) => Math.floor(((value + 8) * 15) / 256) * 17);
      expect([...shown]).toEqual(nearest);
    }),
  );
});
