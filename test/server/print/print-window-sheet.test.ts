import { expect, test } from 'vitest';
import { printWindowSheet } from '../../../server/print/print-window-sheet.ts';
import { withPdf } from './drawn-pdf.ts';

/** How blue a colour is, and nothing else. */
const isBlue = ([red = 0, , blue = 0]: number[]) => blue - red > 60;

test('the sheet shows the window where the city says it is, and the millimetres to read there', async () => {
  const sides = { left: 22.5, top: 17.5, width: 85, height: 46 };
  await withPdf(await printWindowSheet(sides), async (pages) => {
    expect(pages.pageCount).toBe(1);
    const { left, top, width, height } = sides;
    const middle = { x: left + width / 2 + 1, y: top + height / 2 + 1 };
    for (const [x, y] of [
      [left, middle.y],
      [left + width, middle.y],
      [middle.x, top],
      [middle.x, top + height],
    ] as const) {
      expect(isBlue(pages.colourAt(0, x, y)), `${x}, ${y} mm`).toBe(true);
      expect(isBlue(pages.colourAt(0, x + 1.5, y + 1.5)), `beside ${x}, ${y} mm`).toBe(false);
    }
    const text = pages.text(0).replace(/\s/g, '');
    expect(text).toContain('左端から22.5mm、上端から17.5mm、幅85mm、高さ46mm');
    for (const mark of ['→20', '→110', '↓10', '↓60']) expect(text).toContain(mark);
  });
});
