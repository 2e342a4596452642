// node scripts/draw-comparison.ts OLD.pdf NEW.pdf OLDPAGE NEWPAGE OUT.png: both pages side by side with what the comparison
// read on them: ruling lines grey, paired quantities in one colour and number a pair, unpaired ones red, rows in blue.
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type Comparison, compareDocuments } from '../domain/pages/comparison/compare-documents.ts';
import { readPageLabels } from '../domain/pages/page-labels/read-page-labels.ts';
import type { Box, PageContent } from '../domain/pages/sheet/page-content.ts';
import { processPdf, readPdf } from '../server/pdf/process-pdf.ts';

const WIDTH = 1100;
const COLOURS = ['#0a7d33', '#b35900', '#6b2fb3', '#007a8a', '#8a6d00', '#b3005e'];

interface Side {
  readonly path: string;
  readonly page: PageContent;
}

async function readSide(path: string) {
  const { pages } = await readPdf(path);
  return { pages, pageLabels: readPageLabels(pages) };
}

async function pictureOf({ path, page }: Side): Promise<Buffer> {
  let picture: Buffer | null = null;
  await processPdf(path, {
    only: [page.index],
    first: page.index,
    onDocument: async () => {},
    onPage: async ({ pictures }) => {
      picture = await sharp(pictures.large.data).resize({ width: WIDTH }).png().toBuffer();
    },
  });
  if (!picture) throw new Error(`page ${page.index} of ${path} could not be drawn`);
  return picture;
}

function overlay(comparison: Comparison, side: 'older' | 'newer', page: PageContent, other: number): string {
  const scale = WIDTH / page.width;
  const rect = ([x0, y0, x1, y1]: Box, stroke: string, width: number) =>
    `<rect x="${x0 * scale}" y="${y0 * scale}" width="${(x1 - x0) * scale}" height="${(y1 - y0) * scale}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
  const note = ([, y0, x1]: Box, text: string, fill: string) =>
    `<text x="${x1 * scale + 1}" y="${y0 * scale + 8}" font-size="9" fill="${fill}">${text}</text>`;
  const entries = comparison.papers[side].entries.filter((entry) => entry.page === page.index);
  const shapes = [
    ...page.rules.map((rule) => rect(rule, '#999999', 1)),
    ...entries.map((entry) => rect(entry.box, '#4a90d9', 0.6)),
    ...comparison.unmatched[side]
      .filter(({ placed }) => placed.page === page.index)
      .map(({ placed }) => rect(placed.box, '#d0021b', 1.6)),
    ...comparison.quantities.flatMap((pair, index) => {
      const own = pair[side];
      if (own.page !== page.index) return [];
      const colour = COLOURS[index % COLOURS.length]!;
      const elsewhere = pair[side === 'older' ? 'newer' : 'older'].page;
      const text = elsewhere === other ? `${index}` : `${index} p${elsewhere}`;
      return [rect(own.box, colour, 1.6), note(own.box, text, colour)];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.floor(page.height * scale)}">${shapes.join('')}</svg>`;
}

async function draw(oldPath: string, newPath: string, oldPage: number, newPage: number, out: string): Promise<void> {
  const [older, newer] = await Promise.all([readSide(oldPath), readSide(newPath)]);
  const comparison = compareDocuments(older, newer);
  const sides = [
    { name: 'older' as const, path: oldPath, page: older.pages[oldPage - 1], other: newPage },
    { name: 'newer' as const, path: newPath, page: newer.pages[newPage - 1], other: oldPage },
  ];
  const drawn: Buffer[] = [];
  for (const { name, path, page, other } of sides) {
    if (!page) throw new RangeError(`${path} has no such page`);
    const svg = Buffer.from(overlay(comparison, name, page, other));
    const picture = await pictureOf({ path, page });
    drawn.push(
      await sharp(picture)
        .composite([{ input: svg }])
        .png()
        .toBuffer(),
    );
  }
  const heights = await Promise.all(drawn.map(async (image) => (await sharp(image).metadata()).height));
  const canvas = { width: 2 * WIDTH + 10, height: Math.max(...heights), channels: 3 as const, background: '#666666' };
  const both = drawn.map((input, index) => ({ input, left: index * (WIDTH + 10), top: 0 }));
  await writeFile(out, await sharp({ create: canvas }).composite(both).png().toBuffer());
}

const [oldPath, newPath, oldPage, newPage, out] = process.argv.slice(2);
if (oldPath && newPath && Number(oldPage) && Number(newPage) && out) {
  await draw(oldPath, newPath, Number(oldPage), Number(newPage), out);
} else {
  console.error('usage: node scripts/draw-comparison.ts OLD.pdf NEW.pdf OLDPAGE NEWPAGE OUT.png');
  process.exitCode = 2;
}
