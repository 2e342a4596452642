import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { compileTypst } from '../../server/print/compile-typst.ts';
import { FONT_FILES } from '../../server/print/fonts.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';

export interface SetPaper {
  readonly sheets: readonly Sheet[];
  readonly style: Style;
}

const here = fileURLToPath(new URL('./', import.meta.url));

/** The papers as PDFs, all in one run of Typst. */
export async function printWithTypst(papers: readonly SetPaper[]): Promise<Uint8Array[]> {
  const jobs = papers.map((paper) => ({
    workspace: here,
    main: `${here}sheet.typ`,
    data: JSON.stringify({ font: paper.style.font, drawnAs: paper.style.drawnAs, sheets: paper.sheets.map(forTypst) }),
    timestamp: 0,
  }));
  const printed = await compileTypst(jobs, { deadlineMilliseconds: 300_000 });
  return printed.map(({ file, pages }, index) => {
    if (pages !== papers[index]!.sheets.length)
      throw new Error(`Typst made ${pages} pages of ${papers[index]!.sheets.length} sheets`);
    return file;
  });
}

const forTypst = ({ texts, lines, ...rest }: Sheet) => ({
  ...rest,
  lines: lines.map(({ from, to }) => [from, to]),
  texts: texts.map(({ text, x, y, size, width }) => [text, x, y, size, width]),
});

/** A paper as Chromium prints a page of HTML. */
export async function printWithChromium(browser: Browser, { sheets, style }: SetPaper): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(`${here}sheet.typ`).href);
    await page.setContent(htmlOf(sheets, style));
    await page.evaluate(() => document.fonts.ready);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await page.close();
  }
}

function htmlOf(sheets: readonly Sheet[], style: Style): string {
  const { width, height } = sheets[0]!;
  const face = `@font-face { font-family: made; src: url('${pathToFileURL(FONT_FILES[style.font]).href}'); }`;
  const css = `${face} @page { size: ${width}pt ${height}pt; margin: 0; } body { margin: 0; font-family: made; }
    section { position: relative; width: ${width}pt; height: ${height - 0.5}pt; overflow: hidden; break-after: page; }
    section:last-child { break-after: auto; }
    span, i { position: absolute; white-space: pre; line-height: 1; } i { background: black; }
    svg { position: absolute; inset: 0; }`;
  return `<!doctype html><meta charset="utf-8"><style>${css}</style>${sheets.map((sheet) => sectionOf(sheet, style)).join('')}`;
}

function sectionOf({ texts, lines, shades, circles, width, height }: Sheet, style: Style): string {
  const areas = shades.map(
    ([x0, y0, x1, y1]) => `<rect x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" fill="#ddd"/>`,
  );
  const rounds = circles.map(
    ([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="black" stroke-width=".5"/>`,
  );
  const isThin = style.drawnAs === 'rectangles';
  const straight = lines.filter(({ from, to }) => isThin && (from[0] === to[0] || from[1] === to[1]));
  const strokes = lines
    .filter((line) => !straight.includes(line))
    .map(
      ({ from, to }) =>
        `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="black" stroke-width=".5"/>`,
    );
  const thin = straight.map(
    ({ from, to }) =>
      `<i style="left:${from[0]}pt;top:${from[1]}pt;width:${Math.max(0.5, to[0] - from[0])}pt;height:${Math.max(0.5, to[1] - from[1])}pt"></i>`,
  );
  const type = texts.map(
    ({ text, x, y, size, width: own }) =>
      `<span style="left:${x + own / 2}pt;top:${y}pt;font-size:${size}pt;transform:translateX(-50%)">${escaped(text)}</span>`,
  );
  const drawing = `<svg width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${[...areas, ...rounds, ...strokes].join('')}</svg>`;
  return `<section>${drawing}${thin.join('')}${type.join('')}</section>`;
}

const escaped = (text: string) => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
