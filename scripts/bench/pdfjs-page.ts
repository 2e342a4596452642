import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Page } from 'playwright-core';

const built = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const pdfjs = fileURLToPath(new URL('../../node_modules/pdfjs-dist/legacy/build/', import.meta.url));
const folder = join(built, 'bench-pdfjs');

/** Draws ?page= of ?file= with pdf.js at the window's width, as a plain viewer does; `drawn` on the document says when. */
const script = `
import * as pdfjs from './pdf.min.mjs';
pdfjs.GlobalWorkerOptions.workerSrc = './pdf.worker.min.mjs';
const query = new URLSearchParams(location.search);
const document_ = await pdfjs.getDocument({ url: query.get('file'), cMapUrl: '/pdfjs/cmaps/', standardFontDataUrl: '/pdfjs/standard_fonts/', wasmUrl: '/pdfjs/wasm/' }).promise;
const canvas = document.querySelector('canvas');
let number = Number(query.get('page'));
window.draw = async () => {
  const page = await document_.getPage(number);
  const scale = Math.min(innerWidth / page.getViewport({ scale: 1 }).width, innerHeight / page.getViewport({ scale: 1 }).height);
  const viewport = page.getViewport({ scale });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
  document.documentElement.dataset.drawn = String(number);
  document.documentElement.dataset.at ??= String(performance.now());
};
window.turn = async () => {
  number += 1;
  await window.draw();
};
await window.draw();
`;

/** Two such viewers in two frames, each with its query in ?left= and ?right=; turned together. */
const twoScript = `
const query = new URLSearchParams(location.search);
const frames = ['left', 'right'].map((side) => {
  const frame = document.createElement('iframe');
  frame.src = './index.html?' + query.get(side);
  document.body.append(frame);
  return frame;
});
const drawn = () => frames.every((frame) => frame.contentDocument?.documentElement.dataset.drawn);
const timer = setInterval(() => {
  if (!drawn()) return;
  clearInterval(timer);
  document.documentElement.dataset.drawn = 'both';
}, 20);
window.turn = () => Promise.all(frames.map((frame) => frame.contentWindow.turn()));
`;
const twoPage = `<!doctype html><style>body{margin:0;display:flex;height:100vh}iframe{flex:1;border:0}</style>
<body><script type="module" src="two.js"></script></body>`;

/** Puts a pdf.js viewer beside the portal's own pages, compressed as they are; gives the paths of one and of two side by side, and how to remove it. */
export async function servePdfjs(): Promise<{ path: string; twoPath: string; remove(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><canvas></canvas><script type="module" src="viewer.js"></script>',
  );
  await writeFile(join(folder, 'viewer.js'), script);
  await writeFile(join(folder, 'two.html'), twoPage);
  await writeFile(join(folder, 'two.js'), twoScript);
  for (const name of ['pdf.min.mjs', 'pdf.worker.min.mjs']) {
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(pdfjs, name), target);
    await writeFile(`${target}.br`, await promisify(brotliCompress)(await readFile(target)));
  }
  return {
    path: '/bench-pdfjs/index.html',
    twoPath: '/bench-pdfjs/two.html',
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Milliseconds of one turn of the viewer, or of the two, up to the frame that shows it. */
export function turnPdfjsPage(page: Page): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const start = performance.now();
    await window.turn();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  })()`);
}
