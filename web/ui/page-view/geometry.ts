export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly left: number;
  readonly top: number;
}

export type Fit = 'page' | 'width';

export const minZoom = 1;
export const maxZoom = 8;

/** CSS pixels a point of `page` takes so that it fits the stage. */
export function fitScale(page: Size, stage: Size, fit: Fit): number {
  const across = stage.width / page.width;
  return fit === 'width' ? across : Math.min(across, stage.height / page.height);
}

export function clampZoom(zoom: number): number {
  return Math.min(maxZoom, Math.max(minZoom, zoom));
}

/** The next step of ＋ and −: half as large again, and back. */
export function steppedZoom(zoom: number, direction: 1 | -1): number {
  const next = clampZoom(direction > 0 ? zoom * 1.5 : zoom / 1.5);
  return next < 1.05 ? 1 : next;
}

export interface ZoomedAxis {
  /** Scrolled so far. */
  readonly scroll: number;
  /** Distance from the stage's edge. */
  readonly focus: number;
  readonly stage: number;
  /** Length of the sheet before and after. */
  readonly before: number;
  readonly after: number;
}

/** Along one axis: how far the stage must be scrolled so that the sheet's point under `focus` stays under it. */
export function scrollAfterZoom(axis: ZoomedAxis): number {
  return Math.min(Math.max(0, axis.after - axis.stage), Math.max(0, scrollToKeep(axis)));
}

/** The same where the sheet may stand beyond its ends. */
export function scrollToKeep({ scroll, focus, stage, before, after }: ZoomedAxis): number {
  const part = (scroll + focus - gap(stage, before)) / before;
  return part * after + gap(stage, after) - focus;
}

/** A sheet smaller than its stage stands in the middle. */
export function gap(stage: number, sheet: number): number {
  return Math.max(0, (stage - sheet) / 2);
}

/**
 * The part of a sheet that is worth drawing sharply: what is seen and `margin` around it, on the sheet, in whole CSS pixels;
 * with the pixels per CSS pixel that keep the canvas at or below `maxPixels`.
 */
export function sharpRegion(
  sheet: Size,
  seen: Rectangle,
  margin: number,
  density: number,
  maxPixels: number,
): { region: Rectangle; density: number } {
  const left = Math.max(0, Math.floor(seen.left - margin));
  const top = Math.max(0, Math.floor(seen.top - margin));
  const right = Math.min(sheet.width, Math.ceil(seen.left + seen.width + margin));
  const bottom = Math.min(sheet.height, Math.ceil(seen.top + seen.height + margin));
  const region = { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
  const most = Math.sqrt(maxPixels / (region.width * region.height));
  return { region, density: Math.min(density, most) };
}

export function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    outer.left <= inner.left + 1 &&
    outer.top <= inner.top + 1 &&
    outer.left + outer.width >= inner.left + inner.width - 1 &&
    outer.top + outer.height >= inner.top + inner.height - 1
  );
}
