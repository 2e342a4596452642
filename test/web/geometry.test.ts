import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, fitScale, gap, scrollAfterZoom, sharpRegion, steppedZoom } from '../../web/ui/page-view/geometry.ts';

const page = { width: 600, height: 800 };

test('fits the whole page, or its width', () => {
  expect(fitScale(page, { width: 1200, height: 400 }, 'page')).toBe(0.5);
  expect(fitScale(page, { width: 1200, height: 400 }, 'width')).toBe(2);
});

test('the point under the fingers stays under them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 3000 }),
      fc.double({ min: 1.1, max: 4, noNaN: true }),
      fc.integer({ min: 0, max: 300 }),
      (before, ratio, focus) => {
        const stage = 300;
        const after = before * ratio;
        const scroll = Math.min(100, before - stage);
        const moved = scrollAfterZoom({ scroll, focus, stage, before, after });
        expect((moved + focus) / after).toBeCloseTo((scroll + focus) / before, 6);
      },
    ),
    { seed: 5 },
  );
});

test('a sheet smaller than the stage stands in the middle and is not scrolled', () => {
  expect(gap(500, 300)).toBe(100);
  expect(scrollAfterZoom({ scroll: 80, focus: 250, stage: 500, before: 700, after: 400 })).toBe(0);
});

test('steps of half as large again, and back to the fit exactly', () => {
  expect(steppedZoom(1, 1)).toBe(1.5);
  expect(steppedZoom(1.5, -1)).toBe(1);
  expect(steppedZoom(8, 1)).toBe(8);
});

test('a sharp canvas covers what is seen, stays on the sheet and below its limit', () => {
  const whole = fc.record({
    width: fc.integer({ min: 500, max: 9000 }),
    height: fc.integer({ min: 500, max: 9000 }),
    left: fc.integer({ min: 0, max: 400 }),
    top: fc.integer({ min: 0, max: 400 }),
    density: fc.constantFrom(1, 2, 3),
  });
  fc.assert(
    fc.property(whole, ({ width, height, left, top, density }) => {
      const seen = { left, top, width: Math.min(1180, width - left), height: Math.min(820, height - top) };
      const limit = 2_000_000;
      const drawn = sharpRegion({ width, height }, seen, 120, density, limit);
      expect(contains(drawn.region, seen)).toBe(true);
      expect(drawn.region.left + drawn.region.width).toBeLessThanOrEqual(width);
      expect(
        Math.floor(drawn.region.width * drawn.density) * Math.floor(drawn.region.height * drawn.density),
      ).toBeLessThanOrEqual(limit);
    }),
    { seed: 5 },
  );
});
