import type { ShownLine } from './page-source.ts';

const family = 'sans-serif';
let measure: CanvasRenderingContext2D | null = null;

/**
 * The page's lines as transparent text over the picture, in reading order: to be selected and to be read aloud. Built for a
 * page of one CSS pixel a point; the caller scales the whole.
 */
export function textLines(lines: readonly ShownLine[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const line of lines) fragment.append(lineElement(line));
  return fragment;
}

function lineElement(line: ShownLine): HTMLElement {
  const [left = 0, top = 0, right = 0, bottom = 0] = line.box;
  const width = Math.max(1, right - left);
  const height = Math.max(1, bottom - top);
  const element = document.createElement('p');
  element.textContent = line.text;
  const { style } = element;
  style.left = `${left}px`;
  style.top = `${top}px`;
  const across = line.vertical ? width : height;
  const along = line.vertical ? height : width;
  style.fontSize = `${across}px`;
  const stretch = along / Math.max(1, lengthOf(line.text, across));
  if (line.vertical) {
    style.writingMode = 'vertical-rl';
    style.transform = `scaleY(${stretch})`;
  } else {
    style.transform = `scaleX(${stretch})`;
  }
  return element;
}

function lengthOf(text: string, size: number): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) return text.length * size;
  measure.font = `${size}px ${family}`;
  return measure.measureText(text).width;
}
