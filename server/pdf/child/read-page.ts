import type { PageContent, Rule } from '../../../domain/pages/sheet/page-content.ts';
import { joinRules } from '../join-rules.ts';
import { apply, type Matrix } from './matrix.ts';
import type { Pdfium } from './pdfium.ts';
import { readCharacters } from './read-characters.ts';
import { isBlackOnWhite } from './read-images.ts';
import { countCurves, readPathRules } from './read-rules.ts';
import { readUpright, type Upright } from './upright.ts';
import { objectTypes, visitObjects } from './visit-objects.ts';

/** Past this part of the page, what is not text is the page. */
const mostOfThePage = 0.5;
const photographic = 0.2;
/** A page without text and with so many curves shows type that is drawn as outlines: no less a picture than a scan. */
const drawnType = 150;

export interface ReadPage {
  readonly content: PageContent;
  /** True where a large part of the page is an image, scanned or photographed. */
  readonly hasLargeImages: boolean;
  /** True where it is a scan in black and white and nothing else that has colours. */
  readonly isBitonal: boolean;
}

/** Reads text and ruling lines of a loaded page; `index` is 1-based. */
export function readPage(pdfium: Pdfium, page: number, index: number): ReadPage {
  const upright = readUpright(pdfium, page);
  const characters = readCharacters(pdfium, page, upright);
  const pieces: Rule[] = [];
  let images = 0;
  let curves = 0;
  let isBitonal = true;
  const isMute = characters.every(({ text }) => text.trim() === '');
  visitObjects(pdfium, page, (object, type, matrixOf) => {
    isBitonal &&= isBlackOnWhite(pdfium, page, object, type);
    if (type === objectTypes.path) {
      pieces.push(...readPathRules(pdfium, object, matrixOf(), upright));
      if (isMute && curves < drawnType) curves += countCurves(pdfium, object, drawnType);
    } else if (type === objectTypes.image) images += coveredPart(matrixOf(), upright);
  });
  const { width, height } = upright;
  return {
    content: {
      index,
      width,
      height,
      characters,
      rules: joinRules(pieces, width, height),
      scanned: isMute && (images >= mostOfThePage || curves >= drawnType),
    },
    hasLargeImages: images >= photographic,
    isBitonal: isBitonal && images >= photographic,
  };
}

/** What part of the page an image covers: images fill the unit square of their own coordinates. */
function coveredPart(matrix: Matrix, upright: Upright): number {
  const corners = [apply(matrix, 0, 0), apply(matrix, 1, 0), apply(matrix, 0, 1), apply(matrix, 1, 1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x0, y0, x1, y1] = upright.box(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  const width = Math.max(0, Math.min(x1, upright.width) - Math.max(x0, 0));
  const height = Math.max(0, Math.min(y1, upright.height) - Math.max(y0, 0));
  return (width * height) / (upright.width * upright.height);
}
