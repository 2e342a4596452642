import { keep, kept } from './kept.ts';

export const textSizes = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];
export const contrasts = ['normal', 'high'] as const;
export type Contrast = (typeof contrasts)[number];
export const motions = ['normal', 'reduced'] as const;
export type Motion = (typeof motions)[number];

/** How the application itself looks to this person, on this device; what is printed on the papers stays as it is. */
export interface Appearance {
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly motion: Motion;
}

export function appearance(): Appearance {
  return {
    textSize: textSizes.find((size) => size === kept('text-size')) ?? 'normal',
    contrast: contrasts.find((one) => one === kept('contrast')) ?? 'normal',
    motion: motions.find((one) => one === kept('motion')) ?? 'normal',
  };
}

/** The styles of the document go by these words. */
export function applyAppearance({ textSize, contrast, motion } = appearance()): void {
  const { dataset } = document.documentElement;
  dataset.text = textSize;
  dataset.contrast = contrast;
  dataset.motion = motion;
}

export function changeAppearance(changed: Appearance): void {
  keep('text-size', changed.textSize);
  keep('contrast', changed.contrast);
  keep('motion', changed.motion);
  applyAppearance(changed);
}
