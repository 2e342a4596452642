import { keep, kept } from './kept.ts';

export const textSizes = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];
export const contrasts = ['normal', 'high'] as const;
export type Contrast = (typeof contrasts)[number];

/** How the application itself looks to this person, on this device; what is printed on the papers stays as it is. */
export interface Appearance {
  readonly textSize: TextSize;
  readonly contrast: Contrast;
}

export function appearance(): Appearance {
  return {
    textSize: textSizes.find((size) => size === kept('text-size')) ?? 'normal',
    contrast: contrasts.find((one) => one === kept('contrast')) ?? 'normal',
  };
}

/** The styles of the document go by these two words. */
export function applyAppearance({ textSize, contrast } = appearance()): void {
  const { dataset } = document.documentElement;
  dataset.text = textSize;
  dataset.contrast = contrast;
}

export function changeAppearance(changed: Appearance): void {
  keep('text-size', changed.textSize);
  keep('contrast', changed.contrast);
  applyAppearance(changed);
}
