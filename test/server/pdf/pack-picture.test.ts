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

test.each([4, 8, 16] as const)(
  'a picture of %i greys shows each pixel in the nearest, whatever its width',
  async (greys) => {
    const step = 255 / (greys - 1);
    // eight greys lie between those that four bits can tell
    const most = step / 2 + (greys === 8 ? 17 / 2 : 1);
    await fc.assert(
      fc.asyncProperty(raster, async (drawn) => {
        const png = await writePng(packGreys(drawn, greys)!);
        const shown = await sharp(png).extractChannel(0).raw().toBuffer();
        expect(shown).toHaveLength(drawn.pixels.length);
        for (const [at, value] of drawn.pixels.entries())
          expect(Math.abs(shown[at]! - value)).toBeLessThanOrEqual(most);
      }),
    );
  },
);

test('a picture whose greys change slowly all over is not shown in sixteen', () => {
  const [width, height] = [200, 100];
  const pixels = new Uint8Array(width * height).map((_, at) => (at % width) + 3 * (at % 2));
  expect(packGreys({ width, height, channels: 1, pixels })).toBeNull();
});
